import { hash } from '#core/chance/chance.ts';
import type { ChatModel, ChatRequest, FinishReason, StreamPart, Usage } from '#core/models/chat-model.ts';
import { modelIdOf, type FileConnection } from '#core/models/connection.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { ReasoningSplitter, type SpokenPiece } from '#core/models/reasoning-splitter.ts';
import { countMessageTokens, countTokens } from '../simulated/tokens.ts';
import { StreamQueue } from '../stream-queue.ts';
import { unlessAborted } from '../turns.ts';
import { chatError } from './file-error.ts';
import type { LocalEngine, Runtime } from './local-engine.ts';
import { RuntimeFailure, type ChatChunk, type ChatQuestion } from './wllama-runtime.ts';

export interface FileChatOptions {
  connection: FileConnection;
  model: string;
  engine: LocalEngine;
  /** Loads the model if it is not in memory; only within a turn. */
  ready: (signal: AbortSignal | undefined) => Promise<Runtime | ModelError>;
  now?: () => number;
}

/** A model from a file, behind the port. Questions wait for each other: there is one model and one memory. */
export class FileChatModel implements ChatModel {
  readonly id: string;
  readonly simulated = false;
  readonly #options: FileChatOptions;

  constructor(options: FileChatOptions) {
    this.id = modelIdOf(options.connection, options.model);
    this.#options = options;
  }

  async *stream(request: ChatRequest): AsyncGenerator<StreamPart> {
    const { engine, ready } = this.#options;
    const { signal } = request;
    if (signal?.aborted) return;
    yield { type: 'start', model: this.id };
    if (request.parameters.reasoningEffort !== undefined)
      yield { type: 'warning', setting: 'reasoningEffort', reason: 'ignored' };
    const end = await engine.turn(signal);
    if (!end) return;
    let answered: Promise<unknown> = Promise.resolve();
    const stop = new AbortController(); // whoever stops reading stops the model
    try {
      const runtime = await ready(signal);
      if (signal?.aborted) return;
      if ('kind' in runtime) return yield { type: 'error', error: runtime };
      const said = new Answer(request, this.#options.now ?? (() => performance.now()));
      let shape = request.responseFormat;
      for (;;) {
        const spoken = ask(
          runtime,
          questionOf(request, shape),
          AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]),
        );
        answered = spoken.done;
        for await (const chunk of spoken.chunks) {
          for (const part of said.hear(chunk)) {
            if (signal?.aborted) return;
            yield part;
          }
        }
        if (signal?.aborted) return;
        const failure = await spoken.done;
        if (failure === undefined) return yield* said.end();
        const refusedShape = failure instanceof RuntimeFailure && failure.type === 'invalid_request_error';
        if (!shape || !refusedShape || said.begun) return yield { type: 'error', error: this.#failed(failure) };
        yield { type: 'warning', setting: 'responseFormat', reason: 'ignored' };
        shape = undefined;
      }
    } finally {
      stop.abort();
      void answered.then(end); // the model's turn lasts until it has really stopped
    }
  }

  /** What the failure means. After one that is no refusal the program cannot be trusted: it is ended, and started anew. */
  #failed(failure: unknown): ModelError {
    const error = chatError(failure);
    if (error.kind === 'out-of-memory' || error.kind === 'internal')
      this.#options.engine.unload(this.#options.connection.id);
    return error;
  }
}

/** Chunks as they come, until the end or the stop, whichever is first; `done` tells the failure, when it is really over. */
function ask(runtime: Runtime, question: ChatQuestion, signal: AbortSignal) {
  const queue = new StreamQueue<ChatChunk>();
  const done = runtime
    .chat(question, (chunk) => queue.push(chunk), signal)
    .then(
      () => undefined,
      (error: unknown) => error ?? new Error('unknown'),
    );
  void unlessAborted(done, signal).then(() => queue.end());
  return { chunks: queue.read(), done };
}

function questionOf(
  { messages, parameters, seed, sample }: ChatRequest,
  shape: ChatRequest['responseFormat'],
): ChatQuestion {
  const { temperature, topP, maxTokens, stop } = parameters;
  return {
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream_options: { include_usage: true },
    seed: hash(seed, sample) & 0x7fffffff,
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(maxTokens === undefined ? {} : { max_tokens: maxTokens }),
    ...(stop?.length ? { stop } : {}),
    ...(shape ? { response_format: { type: 'json_schema', json_schema: shape } } : {}),
  };
}

/** What was said so far, and what to make of it at the end. */
class Answer {
  begun = false;
  readonly #request: ChatRequest;
  readonly #now: () => number;
  readonly #askedAt: number;
  readonly #splitter = new ReasoningSplitter();
  #firstAt: number | undefined;
  #text = '';
  #reason: string | undefined;
  #usage: ChatChunk['usage'];

  constructor(request: ChatRequest, now: () => number) {
    this.#request = request;
    this.#now = now;
    this.#askedAt = now();
  }

  hear(chunk: ChatChunk): StreamPart[] {
    const choice = chunk.choices?.[0];
    this.#usage = chunk.usage ?? this.#usage;
    this.#reason = choice?.finish_reason ?? this.#reason;
    const thought = choice?.delta?.reasoning_content;
    const pieces: SpokenPiece[] = thought ? [{ kind: 'reasoning', text: thought }] : [];
    return this.#parts([...pieces, ...this.#splitter.feed(choice?.delta?.content ?? '')]);
  }

  *end(): Generator<StreamPart> {
    yield* this.#parts(this.#splitter.end());
    if (this.#reason === undefined) return yield { type: 'error', error: { kind: 'broken-stream', retryable: true } };
    const endedAt = this.#now();
    const firstTokenInMs = (this.#firstAt ?? endedAt) - this.#askedAt;
    const timings = { firstTokenInMs, totalInMs: endedAt - this.#askedAt };
    yield { type: 'finish', reason: finishReasons[this.#reason] ?? 'unknown', usage: this.#usageOf(), timings };
  }

  #parts(pieces: readonly SpokenPiece[]): StreamPart[] {
    return pieces
      .filter(({ text }) => text !== '')
      .map(({ kind, text }) => {
        this.begun = true;
        this.#firstAt ??= this.#now();
        this.#text += text;
        return kind === 'reasoning' ? { type: 'reasoning-delta', text } : { type: 'text-delta', text };
      });
  }

  #usageOf(): Usage {
    const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = this.#usage ?? {};
    if (inputTokens !== undefined && outputTokens !== undefined) return { inputTokens, outputTokens, estimated: false };
    const { messages } = this.#request;
    return { inputTokens: countMessageTokens(messages), outputTokens: countTokens(this.#text), estimated: true };
  }
}

const finishReasons: Readonly<Record<string, FinishReason>> = { stop: 'stop', length: 'length' };
