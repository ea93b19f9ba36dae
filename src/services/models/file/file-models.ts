import type { ChatModel } from '#core/models/chat-model.ts';
import type { FileConnection } from '#core/models/connection.ts';
import type { Connector, ProbeReport } from '#core/models/connector.ts';
import { estimateMemory, judgeMemory } from '#core/models/gguf-memory.ts';
import type {
  FileInspection,
  FileWhereabouts,
  KeepFailure,
  LocalModels,
  LocalModelState,
} from '#core/models/local-models.ts';
import type { ModelError } from '#core/models/model-error.ts';
import type { Message } from '#core/prompts/prompt.ts';
import { probeModel } from '../probe-model.ts';
import { countLocally } from './count-locally.ts';
import { FileChatModel } from './file-chat-model.ts';
import { loadError } from './file-error.ts';
import { inspectFile, problemOf, readHeader, thisDevice, type Device } from './inspect-file.ts';
import { KeptFiles } from './kept-files.ts';
import { LocalEngine, type LoadRuntime, type Runtime } from './local-engine.ts';
import { RuntimeFailure, WllamaRuntime } from './wllama-runtime.ts';

interface Options {
  load?: LoadRuntime;
  kept?: KeptFiles;
  device?: () => Device;
}

/** Models from files, chosen, kept, loaded and asked. The page has one of these: it has one memory. */
export class FileModels implements LocalModels, Connector<FileConnection> {
  readonly #engine: LocalEngine;
  readonly #kept: KeptFiles;
  readonly #device: () => Device;
  /** Files by connection; those from storage too, once opened, so that a loaded model is known by its file. */
  readonly #inHand = new Map<string, File>();

  constructor({
    load = (file, options) => WllamaRuntime.load(file, options),
    kept,
    device = thisDevice,
  }: Options = {}) {
    this.#engine = new LocalEngine(async (file, options) => {
      const reading = await readHeader(file);
      if (reading?.status !== 'read')
        throw new RuntimeFailure(reading ? problemOf(reading) : 'unreadable', 'load_error');
      return load(file, options);
    });
    this.#kept = kept ?? new KeptFiles();
    this.#device = device;
  }

  get state(): LocalModelState {
    return this.#engine.state;
  }

  watch(changed: (state: LocalModelState) => void): () => void {
    return this.#engine.watch(changed);
  }

  async inspect(file: File): Promise<FileInspection> {
    return inspectFile(file, this.#device(), await this.#kept.freeInBytes());
  }

  take(connection: string, file: File): void {
    this.#engine.unload(connection);
    this.#inHand.set(connection, file);
  }

  async keep(
    connection: string,
    file: File,
    progress?: (share: number) => void,
    signal?: AbortSignal,
  ): Promise<KeepFailure | undefined> {
    const failure = await this.#kept.keep(connection, file, progress, signal);
    if (!failure && !signal?.aborted) this.#inHand.delete(connection);
    return failure;
  }

  async forget(connection: string): Promise<void> {
    this.#engine.unload(connection);
    this.#inHand.delete(connection);
    await this.#kept.remove(connection);
  }

  async whereabouts(connection: string): Promise<FileWhereabouts> {
    if (await this.#kept.open(connection)) return 'kept';
    return this.#inHand.has(connection) ? 'in-hand' : 'missing';
  }

  async load(connection: FileConnection, signal?: AbortSignal): Promise<ModelError | undefined> {
    const end = await this.#engine.turn(signal);
    if (!end) return undefined;
    try {
      const ready = await this.#ready(connection, signal);
      return 'kind' in ready && !signal?.aborted ? ready : undefined;
    } finally {
      end();
    }
  }

  unload(): void {
    this.#engine.unload();
  }

  /** Removes kept files whose connections are gone; never rejects. */
  async sweep(connections: readonly string[], keptBefore: number): Promise<void> {
    await this.#kept.sweep(connections, keptBefore).catch(() => {});
  }

  /** Tokens of questions by the vocabulary of the model in memory; nothing when that is another, or none. */
  async countTokens(connection: string, requests: readonly (readonly Message[])[]): Promise<number[] | undefined> {
    const end = await this.#engine.turn();
    try {
      const { state } = this;
      const runtime = this.#engine.inMemory(connection);
      return runtime && state.status === 'ready'
        ? await countLocally(runtime, state.contextInTokens, requests)
        : undefined;
    } finally {
      end?.();
    }
  }

  models(connection: FileConnection): Promise<{ models: string[] }> {
    return Promise.resolve({ models: [connection.model] });
  }

  probe(connection: FileConnection, model: string, signal?: AbortSignal): Promise<ProbeReport> {
    return probeModel(this.open(connection, model), model, signal);
  }

  open(connection: FileConnection, model: string): ChatModel {
    const ready = (signal: AbortSignal | undefined) => this.#ready(connection, signal);
    return new FileChatModel({ connection, model, engine: this.#engine, ready });
  }

  async #ready(connection: FileConnection, signal: AbortSignal | undefined): Promise<Runtime | ModelError> {
    const { id, contextInTokens } = connection;
    const file = this.#inHand.get(id) ?? (await this.#kept.open(id));
    if (!file) return { kind: 'unavailable', retryable: false, detail: connection.file.name };
    this.#inHand.set(id, file);
    // asked for on another page or machine, perhaps: threads need a page that is isolated
    const threads = this.#device().isolated ? connection.threads : 1;
    try {
      return await this.#engine.ready({ connection: id, threads, contextInTokens }, file, signal);
    } catch (error) {
      if (error instanceof RuntimeFailure && (error.type === 'unloaded' || error.type === 'stopped'))
        return { kind: 'unavailable', retryable: true, detail: error.type };
      return loadError(error, await this.#verdictOn(file, contextInTokens));
    }
  }

  async #verdictOn(file: File, contextInTokens: number) {
    const reading = await readHeader(file);
    if (reading?.status !== 'read') return 'unknown';
    return judgeMemory(estimateMemory(reading.header, contextInTokens).total, this.#device().memoryInGigabytes);
  }
}
