import type { LocalModelState } from '#core/models/local-models.ts';
import { Turns } from '../turns.ts';
import type { ChatChunk, ChatQuestion, RuntimeOptions } from './wllama-runtime.ts';

/** A model in memory, as {@link LocalEngine} needs it. */
export interface Runtime {
  readonly threads: number;
  chat(question: ChatQuestion, onChunk: (chunk: ChatChunk) => void, signal: AbortSignal): Promise<void>;
  exit(): void;
}

export type LoadRuntime = (file: Blob, options: RuntimeOptions) => Promise<Runtime>;

/** Which model, and how it is set up; another of these means loading anew. */
export interface LocalModelSetup {
  connection: string;
  threads: number;
  contextInTokens: number;
}

/** Holds at most one model in memory, and lets one question at a time to it. */
export class LocalEngine {
  readonly #load: LoadRuntime;
  readonly #turns = new Turns();
  readonly #watchers = new Set<(state: LocalModelState) => void>();
  #state: LocalModelState = { status: 'empty' };
  #inMemory: { setup: LocalModelSetup; file: Blob; runtime: Runtime } | undefined;
  /** Ends a load that is under way. */
  #loading: AbortController | undefined;

  constructor(load: LoadRuntime) {
    this.#load = load;
  }

  get state(): LocalModelState {
    return this.#state;
  }

  watch(changed: (state: LocalModelState) => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  /** Waits for a turn; see {@link Turns.take}. */
  turn(signal?: AbortSignal): Promise<(() => void) | undefined> {
    return this.#turns.take(signal);
  }

  /** The model, loaded if it was not; only within a turn. Rejects as {@link LoadRuntime} does. */
  async ready(setup: LocalModelSetup, file: Blob, signal?: AbortSignal): Promise<Runtime> {
    const there = this.#inMemory;
    if (there && there.file === file && same(there.setup, setup)) return there.runtime;
    this.unload();
    const { connection, threads, contextInTokens } = setup;
    const stop = new AbortController();
    this.#loading = stop;
    this.#tell({ status: 'loading', connection, share: 0 });
    const progress = (share: number) => {
      if (this.#loading === stop) this.#tell({ status: 'loading', connection, share });
    };
    const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
    try {
      const runtime = await this.#load(file, { threads, contextInTokens, progress, signal: either });
      this.#inMemory = { setup, file, runtime };
      this.#tell({ status: 'ready', connection, threads: runtime.threads, contextInTokens });
      return runtime;
    } catch (error) {
      this.#tell({ status: 'empty' });
      throw error;
    } finally {
      if (this.#loading === stop) this.#loading = undefined;
    }
  }

  /** The model of a connection, when it is the one in memory. */
  inMemory(connection: string): Runtime | undefined {
    return this.#inMemory?.setup.connection === connection ? this.#inMemory.runtime : undefined;
  }

  /** Frees the memory at once, for one connection or whichever is there. */
  unload(connection?: string): void {
    if (this.#state.status === 'empty') return;
    if (connection !== undefined && this.#state.connection !== connection) return;
    this.#loading?.abort();
    this.#loading = undefined;
    this.#inMemory?.runtime.exit();
    this.#inMemory = undefined;
    this.#tell({ status: 'empty' });
  }

  #tell(state: LocalModelState): void {
    this.#state = state;
    for (const changed of this.#watchers) changed(state);
  }
}

function same(a: LocalModelSetup, b: LocalModelSetup): boolean {
  return a.connection === b.connection && a.threads === b.threads && a.contextInTokens === b.contextInTokens;
}
