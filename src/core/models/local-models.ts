import type { FileConnection } from './connection.ts';
import type { MemoryEstimate, MemoryVerdict } from './gguf-memory.ts';
import type { GgufHeader, GgufProblem } from './gguf.ts';
import type { ModelError } from './model-error.ts';

/** What can be said of a chosen file before it is loaded. */
export type FileInspection =
  | { ok: false; problem: GgufProblem | 'unreadable' }
  | {
      ok: true;
      header: GgufHeader;
      /** Offered to begin with; other contexts through `estimateMemory` and `judgeMemory`. */
      contextInTokens: number;
      memory: MemoryEstimate;
      verdict: MemoryVerdict;
      /** As the browser reports it, when it does. */
      deviceInGigabytes?: number;
      threads: ThreadOffer;
      /** Bytes that this browser's private storage has room for, when it says so. */
      freeInBytes?: number;
    };

/** How many threads a model may run on. Several need a page that is isolated from other origins. */
export interface ThreadOffer {
  isolated: boolean;
  most: number;
  suggested: number;
}

/** Where the file of a connection is: in private storage, in hand until the page is left, or nowhere. */
export type FileWhereabouts = 'kept' | 'in-hand' | 'missing';

/** Why a file could not be kept. */
export type KeepFailure =
  { kind: 'no-room'; neededInBytes: number; freeInBytes?: number } | { kind: 'unsupported' } | { kind: 'failed' };

/** What the one model in memory is doing. */
export type LocalModelState =
  | { status: 'empty' }
  /** `share` of the file that was read, from 0 to 1; the last step after it has no measure. */
  | { status: 'loading'; connection: string; share: number }
  | { status: 'ready'; connection: string; threads: number; contextInTokens: number };

/** The port for models from files: choosing, keeping, loading. They are asked through their connector. */
export interface LocalModels {
  /** Reads the file's header; nothing else of it. */
  inspect(file: File): Promise<FileInspection>;
  /** Uses this file for a connection until the page is left. */
  take(connection: string, file: File): void;
  /** Copies a file into this browser's private storage. A stop leaves nothing behind. */
  keep(
    connection: string,
    file: File,
    progress?: (share: number) => void,
    signal?: AbortSignal,
  ): Promise<KeepFailure | undefined>;
  /** Forgets the file, kept or in hand, and the model that was loaded from it. */
  forget(connection: string): Promise<void>;
  whereabouts(connection: string): Promise<FileWhereabouts>;
  /** Loads it in place of the model in memory, if it is not that; the first question would do so too. */
  load(connection: FileConnection, signal?: AbortSignal): Promise<ModelError | undefined>;
  /** Frees the memory; what was being answered breaks off. */
  unload(): void;
  readonly state: LocalModelState;
  watch(changed: (state: LocalModelState) => void): () => void;
}
