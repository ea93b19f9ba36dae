import type { ChatModel, ChatRequest, FinishReason, StreamPart } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';

/** One call to a scripted model, in the hand of the test. */
export class ScriptedCall {
  readonly request: ChatRequest;
  readonly #queue: StreamPart[] = [];
  #wake: () => void = () => {};
  #ended = false;
  #said = '';

  constructor(request: ChatRequest) {
    this.request = request;
    request.signal?.addEventListener('abort', () => this.#end());
  }

  get stopped(): boolean {
    return this.request.signal?.aborted ?? false;
  }

  say(text: string): this {
    this.#said += text;
    return this.#push({ type: 'text-delta', text });
  }

  warn(setting: Extract<StreamPart, { type: 'warning' }>['setting'], reason: 'ignored' | 'clamped' = 'ignored'): this {
    return this.#push({ type: 'warning', setting, reason });
  }

  finish(reason: FinishReason = 'stop'): this {
    const usage = { inputTokens: 10, outputTokens: Math.ceil(this.#said.length / 4), estimated: true };
    return this.#push({ type: 'finish', reason, usage, timings: { firstTokenInMs: 1, totalInMs: 2 } }).#end();
  }

  fail(error: Partial<ModelError> = {}): this {
    return this.#push({ type: 'error', error: { kind: 'overloaded', retryable: true, ...error } }).#end();
  }

  /** The stream as the caller of the model sees it. */
  async *parts(): AsyncGenerator<StreamPart> {
    for (;;) {
      if (this.stopped) return;
      const part = this.#queue.shift();
      if (part) yield part;
      else if (this.#ended) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #push(part: StreamPart): this {
    this.#queue.push(part);
    this.#wake();
    return this;
  }

  #end(): this {
    this.#ended = true;
    this.#wake();
    return this;
  }
}

/** Says what a test tells it, when the test tells it: `(await model.nextCall()).say('Yes').finish()`. */
export class ScriptedModel implements ChatModel {
  readonly id: string;
  readonly simulated = false;
  readonly calls: ScriptedCall[] = [];
  readonly #answer: ((call: ScriptedCall) => void) | undefined;
  #taken = 0;
  #waiting: (() => void)[] = [];

  /** With `answer`, every call is answered by it at once. */
  constructor(options: { id?: string; answer?: (call: ScriptedCall) => void } = {}) {
    this.id = options.id ?? 'scripted';
    this.#answer = options.answer;
  }

  async *stream(request: ChatRequest): AsyncGenerator<StreamPart> {
    if (request.signal?.aborted) return;
    const call = new ScriptedCall(request);
    this.calls.push(call);
    for (const resolve of this.#waiting.splice(0)) resolve();
    yield { type: 'start', model: this.id };
    this.#answer?.(call);
    yield* call.parts();
  }

  /** The next call that no test has taken yet; waits for it. */
  async nextCall(): Promise<ScriptedCall> {
    while (this.calls.length <= this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.calls[this.#taken++]!;
  }
}
