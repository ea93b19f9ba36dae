import type { ChatModel, ChatRequest, FinishReason, StreamPart, Usage } from '#core/models/chat-model.ts';
import { modelIdOf, type ServerConnection } from '#core/models/connection.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { ReasoningSplitter, type SpokenPiece } from '#core/models/reasoning-splitter.ts';
import { countMessageTokens, countTokens } from '../simulated/tokens.ts';
import type { GuardedCall } from './guarded-call.ts';
import { learnManner } from './learn-manner.ts';
import { readChunk } from './read-chunk.ts';
import { streamedError } from './refusal.ts';
import { requestBody, type Manner } from './request-body.ts';

/** What a model needs of its connector. */
export interface ServerModelServices {
  /** Begins a call; an error where there is no key or no address. */
  begin(signal: AbortSignal | undefined): GuardedCall | ModelError;
  /** Sends the body and gives the events of the answer, all through the call. */
  events(call: GuardedCall, body: Record<string, unknown>): Promise<AsyncIterable<unknown>>;
  manner: { get(): Manner; set(learnt: Manner): void };
  now(): number;
  key(): string | undefined;
}

/** A model behind a server that speaks the chat completions protocol. */
export class ServerModel implements ChatModel {
  readonly id: string;
  readonly simulated = false;
  readonly #model: string;
  readonly #services: ServerModelServices;

  constructor(connection: ServerConnection, model: string, services: ServerModelServices) {
    this.id = modelIdOf(connection, model);
    this.#model = model;
    this.#services = services;
  }

  async *stream(request: ChatRequest): AsyncGenerator<StreamPart> {
    const { manner } = this.#services;
    if (request.signal?.aborted) return;
    yield { type: 'start', model: this.id };
    // Each refusal teaches one thing, and there are not many to learn.
    for (let lessons = 0; ; lessons++) {
      const { body, warnings } = requestBody(this.#model, request, manner.get());
      const call = this.#services.begin(request.signal);
      if ('kind' in call) return yield { type: 'error', error: call };
      let learnt: Manner | undefined;
      try {
        const events = await this.#services.events(call, body).catch((thrown: unknown) => {
          learnt = lessons < mostLessons && call.refusal ? learnManner(call.refusal, body, manner.get()) : undefined;
          if (!learnt) throw thrown;
        });
        if (events) {
          yield* warnings;
          return yield* this.#read(events, call, request);
        }
      } catch (thrown) {
        if (!request.signal?.aborted) yield { type: 'error', error: this.#errorOf(call, thrown) };
        return;
      } finally {
        call.end();
      }
      if (request.signal?.aborted) return;
      if (learnt) manner.set(learnt);
    }
  }

  async *#read(events: AsyncIterable<unknown>, call: GuardedCall, request: ChatRequest): AsyncGenerator<StreamPart> {
    const { now } = this.#services;
    const { sentAt } = call;
    const splitter = new ReasoningSplitter();
    const said = { reasoning: '', text: '' };
    let firstTokenAt: number | undefined;
    let reason: FinishReason | undefined;
    let usage: Usage | undefined;
    const say = (pieces: readonly SpokenPiece[]): StreamPart[] => {
      if (pieces.length > 0) firstTokenAt ??= now();
      return pieces.map(({ kind, text }) => {
        said[kind] += text;
        return { type: kind === 'text' ? 'text-delta' : 'reasoning-delta', text };
      });
    };
    try {
      for await (const event of events) {
        if (request.signal?.aborted) return;
        const content = readChunk(event);
        if (content.pieces.length > 0) call.spoken();
        usage = content.usage ?? usage;
        for (const piece of content.pieces) {
          for (const part of say(piece.kind === 'text' ? splitter.feed(piece.text) : [piece])) {
            yield part;
            if (request.signal?.aborted) return;
          }
        }
        reason = content.finish ?? reason;
      }
    } catch (thrown) {
      // Whoever has said its last word may hang up as it likes.
      if (reason === undefined) throw thrown;
    }
    if (request.signal?.aborted) return;
    yield* say(splitter.end());
    if (reason === undefined) {
      yield { type: 'error', error: call.failure ?? { kind: 'broken-stream', retryable: true } };
      return;
    }
    const endedAt = now();
    yield {
      type: 'finish',
      reason,
      usage: usage ?? estimate(request, said),
      timings: { firstTokenInMs: (firstTokenAt ?? endedAt) - sentAt, totalInMs: endedAt - sentAt },
    };
  }

  #errorOf(call: GuardedCall, thrown: unknown): ModelError {
    if (call.failure) return call.failure;
    if (thrown instanceof SyntaxError) return { kind: 'bad-response', retryable: true };
    const { error } = thrown as { error?: unknown };
    if (error !== undefined) return streamedError({ error }, this.#services.now(), this.#services.key());
    return { kind: 'internal', retryable: true, detail: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

const mostLessons = 8;

function estimate({ messages }: ChatRequest, said: { reasoning: string; text: string }): Usage {
  const reasoningTokens = said.reasoning === '' ? 0 : countTokens(said.reasoning);
  return {
    inputTokens: countMessageTokens(messages),
    outputTokens: countTokens(said.text) + reasoningTokens,
    ...(reasoningTokens > 0 ? { reasoningTokens } : {}),
    estimated: true,
  };
}
