import { createSubscriber } from 'svelte/reactivity';
import type { FileConnection } from '#core/models/connection.ts';
import type { GgufProblem } from '#core/models/gguf.ts';
import type { FileWhereabouts, LocalModels, LocalModelState } from '#core/models/local-models.ts';
import type { ModelError } from '#core/models/model-error.ts';

/** Why a file was not taken. `other-file`: not the one that the connection was set up with. */
type FileRefusal = { kind: GgufProblem | 'unreadable' } | { kind: 'other-file'; sizeInBytes: number };

/** What is being done with the file, if anything is. */
type FileWork = { kind: 'looking' } | { kind: 'keeping'; share: number };

/** The file of one connection: where it is, choosing it again, and whether its model is in memory. */
export class LocalFile {
  readonly #connection: FileConnection;
  readonly #ready: Promise<LocalModels>;
  #files: LocalModels | undefined;
  #whereabouts = $state<FileWhereabouts>();
  #refusal = $state.raw<FileRefusal>();
  #work = $state.raw<FileWork>();
  #notKept = $state(false);
  #error = $state.raw<ModelError>();
  #listening = $state(false);
  #subscribe = createSubscriber((changed) => this.#files?.watch(changed));

  constructor(files: () => Promise<LocalModels>, connection: FileConnection) {
    this.#connection = connection;
    this.#ready = files();
    void this.#look();
  }

  /** Not known before it was looked up. */
  get whereabouts(): FileWhereabouts | undefined {
    return this.#whereabouts;
  }

  /** What the one model in memory is doing, if it is the one of this connection. */
  get memory(): LocalModelState {
    if (this.#listening) this.#subscribe();
    const state = this.#files?.state;
    return state && state.status !== 'empty' && state.connection === this.#connection.id ? state : { status: 'empty' };
  }

  get refusal(): FileRefusal | undefined {
    return this.#refusal;
  }

  get work(): FileWork | undefined {
    return this.#work;
  }

  /** It was to be kept, and could not be. */
  get notKept(): boolean {
    return this.#notKept;
  }

  /** Why it could not be loaded, or the code for it did not arrive. */
  get error(): ModelError | undefined {
    return this.#error;
  }

  /** Takes a file that was chosen again. True when it is the one: another would answer under a name that is not its own. */
  async choose(file: File): Promise<boolean> {
    this.#refusal = undefined;
    this.#work = { kind: 'looking' };
    try {
      const files = await this.#ready;
      const found = await files.inspect(file);
      if (!found.ok) this.#refusal = { kind: found.problem };
      else if (file.size !== this.#connection.file.sizeInBytes)
        this.#refusal = { kind: 'other-file', sizeInBytes: file.size };
      else await this.#take(files, file);
      return this.#refusal === undefined && this.#whereabouts !== 'missing';
    } catch {
      this.#error = { kind: 'internal', retryable: true };
      return false;
    } finally {
      this.#work = undefined;
    }
  }

  /** Goes on when the page is left: whoever loads a model means to use it elsewhere. */
  async load(): Promise<boolean> {
    try {
      this.#error = await (await this.#ready).load(this.#connection);
    } catch {
      this.#error = { kind: 'internal', retryable: true };
    }
    return this.#error === undefined && this.memory.status === 'ready';
  }

  unload(): void {
    this.#files?.unload();
  }

  async #take(files: LocalModels, file: File): Promise<void> {
    const { id, kept } = this.#connection;
    if (kept) {
      this.#work = { kind: 'keeping', share: 0 };
      const failure = await files.keep(id, file, (share) => (this.#work = { kind: 'keeping', share }));
      this.#notKept = failure !== undefined;
    }
    if (!kept || this.#notKept) files.take(id, file);
    this.#whereabouts = await files.whereabouts(id);
  }

  async #look(): Promise<void> {
    try {
      this.#files = await this.#ready;
      this.#listening = true;
      this.#whereabouts = await this.#files.whereabouts(this.#connection.id);
    } catch {
      this.#error = { kind: 'internal', retryable: true };
    }
  }
}
