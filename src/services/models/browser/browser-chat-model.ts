import type { ChatModel, ChatRequest, FinishReason, StreamPart, Usage } from '#core/models/chat-model.ts';
import { modelIdOf, type BrowserConnection } from '#core/models/connection.ts';
import type { BrowserModel } from '#core/models/browser-model.ts';
import type { ModelError } from '#core/models/model-error.ts';
import type { Message } from '#core/prompts/prompt.ts';
import { countMessageTokens, countTokens } from '../simulated/tokens.ts';
import { StopTexts } from '../stop-texts.ts';
import { unlessAborted } from '../turns.ts';
import { browserError, isFiltered, isUnsupported } from './browser-error.ts';
import { optionsFor } from './own-model.ts';
import type { PromptApi, PromptSession } from './prompt-api.ts';
import { samplingFor, samplingWarnings, type Warning } from './sampling.ts';

export interface BrowserChatOptions {
  connection: BrowserConnection;
  model: string;
  own: BrowserModel;
  api: () => PromptApi | undefined;
  now?: () => number;
}

interface Begun {
  session: PromptSession;
  warnings: Warning[];
}

/** What happens while it speaks. */
type Piece = Extract<StreamPart, { type: 'text-delta' | 'warning' }> | { type: 'ended'; reason: FinishReason };

/** The browser's own model, behind the port. Every request has a session of its own, so that none knows of another. */
export class BrowserChatModel implements ChatModel {
  readonly id: string;
  readonly simulated = false;
  readonly #options: BrowserChatOptions;

  constructor(options: BrowserChatOptions) {
    this.id = modelIdOf(options.connection, options.model);
    this.#options = options;
  }

  async *stream(request: ChatRequest): AsyncGenerator<StreamPart> {
    const { signal } = request;
    if (signal?.aborted) return;
    yield { type: 'start', model: this.id };
    let session: PromptSession | undefined;
    const stop = new AbortController(); // whoever stops reading stops the model
    const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
    try {
      const beginning = this.#begin(request, either);
      const begun = await unlessAborted(beginning, signal);
      if (!begun) return void beginning.then((late) => 'session' in late && late.session.destroy()).catch(() => {});
      if ('error' in begun) return yield { type: 'error', error: begun.error };
      ({ session } = begun);
      yield* begun.warnings;
      yield* this.#answer(request, session, either);
    } catch (thrown) {
      if (!signal?.aborted) yield { type: 'error', error: browserError(thrown) };
    } finally {
      stop.abort();
      session?.destroy();
    }
  }

  /** A session that has heard everything but the last message; an error when the browser has no model to offer now. */
  async #begin(request: ChatRequest, signal: AbortSignal): Promise<Begun | { error: ModelError }> {
    const { own, api: find } = this.#options;
    const { status, languages } = await own.offer();
    const api = find();
    // fetching it takes gigabytes and a press of a button: that is done in the settings
    if (!api || status !== 'available') return { error: { kind: 'unavailable', retryable: status === 'downloading' } };
    const sampling = await samplingFor(api, request.parameters);
    const initialPrompts = beforeLast(request.messages);
    const session = await api.create({ ...optionsFor(languages), ...sampling, initialPrompts, signal });
    return { session, warnings: samplingWarnings(request.parameters, sampling, session) };
  }

  async *#answer(request: ChatRequest, session: PromptSession, signal: AbortSignal): AsyncGenerator<StreamPart> {
    const { now = () => performance.now() } = this.#options;
    const askedAt = now();
    let firstAt: number | undefined;
    let text = '';
    const question = last(request.messages);
    const inputTokens = await unlessAborted(inputOf(session, question, signal), signal);
    const part = (said: string): StreamPart[] => {
      if (said === '') return [];
      firstAt ??= now();
      text += said;
      return [{ type: 'text-delta', text: said }];
    };
    let reason: FinishReason = 'stop';
    for await (const piece of this.#pieces(request, session, question, signal)) {
      if (signal.aborted) return;
      if (piece.type === 'text-delta') yield* part(piece.text);
      else if (piece.type === 'ended') reason = piece.reason;
      else yield piece;
    }
    if (signal.aborted) return;
    const endedAt = now();
    const usage = usageOf(request, text, inputTokens, session);
    const timings = { firstTokenInMs: (firstAt ?? endedAt) - askedAt, totalInMs: endedAt - askedAt };
    yield { type: 'finish', reason, usage, timings };
  }

  /** The answer as it comes, cut where it was to stop; a shape it cannot keep to is given up with a warning. */
  async *#pieces(
    request: ChatRequest,
    session: PromptSession,
    question: Message[],
    signal: AbortSignal,
  ): AsyncGenerator<Piece> {
    const { maxTokens = Infinity, stop } = request.parameters;
    let shape: object | undefined = request.responseFormat?.schema;
    for (;;) {
      const stops = new StopTexts(stop);
      let text = '';
      try {
        const constraint = shape ? { responseConstraint: shape } : {};
        for await (const chunk of readAll(session.promptStreaming(question, { signal, ...constraint }), signal)) {
          const heard = stops.feed(chunk);
          text += heard.text;
          yield { type: 'text-delta', text: heard.text };
          if (heard.stopped) return yield { type: 'ended', reason: 'stop' };
          if (countTokens(text) >= maxTokens) return yield { type: 'ended', reason: 'length' };
        }
        return yield { type: 'text-delta', text: stops.end() };
      } catch (thrown) {
        if (isFiltered(thrown)) return yield { type: 'ended', reason: 'content-filter' };
        if (!shape || !isUnsupported(thrown) || text !== '') throw thrown;
        shape = undefined;
        yield { type: 'warning', setting: 'responseFormat', reason: 'ignored' };
      }
    }
  }
}

/** Reads a stream to its end or the stop, which not every browser heeds in the middle of a word. */
async function* readAll(stream: ReadableStream<string>, signal: AbortSignal): AsyncGenerator<string> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const read = await unlessAborted(reader.read(), signal);
      if (!read || read.done) return;
      yield read.value;
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}

/** What is said before the question; instructions that stand alone are the question. */
function beforeLast(messages: readonly Message[]): Message[] {
  return messages.slice(0, -1).map(({ role, content }) => ({ role, content }));
}

/** The question. Only what a user says can be asked. */
function last(messages: readonly Message[]): Message[] {
  return messages.slice(-1).map(({ content }) => ({ role: 'user', content }));
}

/** Tokens heard before the answer, where the browser tells. */
async function inputOf(session: PromptSession, question: Message[], signal: AbortSignal): Promise<number | undefined> {
  const used = session.contextUsage ?? session.inputUsage;
  if (used === undefined) return undefined;
  const measured =
    session.measureContextUsage?.(question, { signal }) ?? session.measureInputUsage?.(question, { signal });
  const more = await measured?.catch(() => undefined);
  return more === undefined ? undefined : used + more;
}

function usageOf(
  { messages }: ChatRequest,
  text: string,
  inputTokens: number | undefined,
  session: PromptSession,
): Usage {
  const used = session.contextUsage ?? session.inputUsage;
  const outputTokens = inputTokens === undefined || used === undefined ? 0 : used - inputTokens;
  if (inputTokens !== undefined && outputTokens > 0) return { inputTokens, outputTokens, estimated: false };
  return {
    inputTokens: inputTokens ?? countMessageTokens(messages),
    outputTokens: countTokens(text),
    estimated: true,
  };
}
