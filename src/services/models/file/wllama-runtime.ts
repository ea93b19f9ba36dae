import {
  Wllama,
  type ChatCompletionParams,
  type LoadedContextInfo,
  type WllamaLogger,
} from '@wllama/wllama/esm/index.js';
import wasm from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import { batchInTokens } from '#core/models/gguf-memory.ts';
import { unlessAborted } from '../turns.ts';
import { countedFile } from './counted-file.ts';

/** A failure of the program that runs the model. `type` is its own word for what was wrong, where it has one. */
export class RuntimeFailure extends Error {
  readonly type: string | undefined;
  /** Tokens of a question that was too long. */
  readonly tokens: number | undefined;
  constructor(detail: string, type?: string, tokens?: number) {
    super(detail);
    this.name = 'RuntimeFailure';
    this.type = type;
    this.tokens = tokens;
  }
}

/** What arrives while it speaks; the fields of the chat completions protocol that are used here. */
export interface ChatChunk {
  choices?: {
    delta?: { content?: string | null; reasoning_content?: string | null };
    finish_reason?: string | null;
  }[];
  usage?: { prompt_tokens?: number; completion_tokens?: number } | null;
}

export interface RuntimeOptions {
  contextInTokens: number;
  threads: number;
  progress: (share: number) => void;
  signal?: AbortSignal;
}

/** What is asked; all settings are those of llama.cpp's server, which this is. */
export type ChatQuestion = ChatCompletionParams & { stop?: string[]; stream_options?: { include_usage: boolean } };

/**
 * One model in memory, run by llama.cpp as WebAssembly in a worker of its own. Nothing is fetched but the program, which
 * lies beside the page.
 */
export class WllamaRuntime {
  readonly #wllama: Wllama;
  #log: FailureLog;
  /** The worker's death, for whoever waits for an answer: wllama itself would wait for ever. */
  #died: Promise<RuntimeFailure>;
  #exit: (failure: RuntimeFailure) => void = () => {};

  private constructor() {
    this.#log = new FailureLog((detail) => this.#exit(new RuntimeFailure(detail)));
    this.#died = new Promise((resolve) => (this.#exit = resolve));
    this.#wllama = new Wllama({ default: wasm }, { logger: this.#log, suppressNativeLog: true });
    this.#wllama.setCompat(null); // its fallback for other browsers would be fetched from elsewhere
  }

  /** Rejects with a {@link RuntimeFailure}; a stop rejects too and leaves nothing in memory. */
  static async load(file: Blob, options: RuntimeOptions): Promise<WllamaRuntime> {
    const runtime = new WllamaRuntime();
    try {
      const loaded = runtime.#wllama.loadModel([countedFile(file, options.progress)], {
        n_ctx: options.contextInTokens,
        n_threads: options.threads,
        n_parallel: 1,
        n_batch: batchInTokens,
        n_ubatch: batchInTokens,
        n_gpu_layers: 0,
      });
      await runtime.#unlessDead(loaded, options.signal);
      // a model that could not be read is reported by its emptiness alone
      const { success, n_vocab } = runtime.#wllama.getLoadedContextInfo() as LoadedContextInfo & { success?: boolean };
      if (success === false || !n_vocab) throw new RuntimeFailure('llama.cpp could not read the model', 'load_error');
      return runtime;
    } catch (error) {
      runtime.exit();
      throw error;
    }
  }

  get threads(): number {
    return this.#wllama.isMultithread() ? this.#wllama.getNumThreads() : 1;
  }

  /** Asks it; resolves when it has stopped speaking, for whatever reason. */
  async chat(question: ChatQuestion, onChunk: (chunk: ChatChunk) => void, signal: AbortSignal): Promise<void> {
    this.#log.last = undefined;
    const params = { ...question, stream: true as const, abortSignal: signal };
    await this.#unlessDead(this.#wllama.createChatCompletion({ ...params, onData: (chunk) => onChunk(chunk) }));
  }

  /** Ends the worker, whatever it is doing. */
  exit(): void {
    void this.#wllama.exit();
    this.#exit(new RuntimeFailure('unloaded', 'unloaded'));
  }

  async #unlessDead<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
    const dead = this.#died.then((failure) => Promise.reject(failure));
    try {
      const done = await unlessAborted(
        Promise.race([work, dead]).then((value) => ({ value })),
        signal,
      );
      if (!done) throw new RuntimeFailure('stopped', 'stopped');
      return done.value;
    } catch (error) {
      if (error instanceof RuntimeFailure) throw error;
      const { last } = this.#log;
      throw new RuntimeFailure(last?.message ?? String(error), last?.type ?? nameOf(error), last?.n_prompt_tokens);
    }
  }
}

function nameOf(error: unknown): string | undefined {
  return error instanceof Error ? error.name : undefined;
}

/** Keeps what the library tells its log and nobody else: the kind of a failure, and that the worker is dead. */
class FailureLog implements WllamaLogger {
  last: { type?: string; message?: string; n_prompt_tokens?: number } | undefined;
  readonly #dead: (detail: string) => void;

  constructor(dead: (detail: string) => void) {
    this.#dead = dead;
  }

  debug = () => {};
  log = () => {};
  warn = () => {};
  error = (...told: unknown[]) => {
    for (const one of told) {
      if (one instanceof Event) this.#dead((one as Partial<ErrorEvent>).message ?? 'the worker did not start');
      else if (typeof one === 'object' && one !== null && 'type' in one) this.last = one as typeof this.last;
    }
  };
}
