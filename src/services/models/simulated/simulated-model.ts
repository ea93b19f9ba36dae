import type { ChatModel, ChatRequest, StreamPart, Usage } from '#core/models/chat-model.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import type { SimulatedCompletion, SimulatedRequest, SimulatedSize } from '#core/simulator/completion.ts';
import { atOnce, type Pace } from './pace.ts';
import { countMessageTokens, countTokens, tokensOf } from './tokens.ts';
import { wait } from './wait.ts';

/** Works the answer out: in a worker in the page, directly on the command line. */
export type Complete = (request: SimulatedRequest, signal?: AbortSignal) => Promise<SimulatedCompletion>;

interface Options {
  size: SimulatedSize;
  complete: Complete;
  /** Exercises whose cases it may recognise. */
  knowledge?: readonly ExerciseKnowledge[];
  pace?: Pace;
  /** Milliseconds on a clock that only goes forward. */
  now?: () => number;
}

/** The offline model's voice: it speaks the answer in tokens, as a hosted model streams it. */
export class SimulatedModel implements ChatModel {
  readonly id: string;
  readonly simulated = true;
  readonly #options: Options;

  constructor(options: Options) {
    this.id = `simulated-${options.size}`;
    this.#options = options;
  }

  async *stream(request: ChatRequest): AsyncGenerator<StreamPart> {
    const { complete, size, knowledge = [], pace = atOnce, now = () => performance.now() } = this.#options;
    const { signal } = request;
    const sentAt = now();
    if (signal?.aborted) return;
    yield { type: 'start', model: this.id };
    // Its luck is drawn from temperature and seed; there is no distribution that a nucleus could be cut from.
    if (request.parameters.topP !== undefined && request.parameters.topP < 1) {
      yield { type: 'warning', setting: 'topP', reason: 'ignored' };
    }
    // It does not reason before it speaks, and nothing holds it to a form but the prompt.
    if (request.parameters.reasoningEffort) yield { type: 'warning', setting: 'reasoningEffort', reason: 'ignored' };
    if (request.responseFormat) yield { type: 'warning', setting: 'responseFormat', reason: 'ignored' };
    let completion: SimulatedCompletion;
    try {
      const { messages, parameters, sample, seed } = request;
      completion = await complete({ messages, parameters, sample, seed, size, knowledge }, signal);
    } catch (error) {
      if (!signal?.aborted)
        yield { type: 'error', error: { kind: 'internal', retryable: false, detail: String(error) } };
      return;
    }
    await wait(pace.beforeFirstToken, signal);
    let firstTokenAt: number | undefined;
    for (const text of tokensOf(completion.text)) {
      if (signal?.aborted) return;
      firstTokenAt ??= now();
      yield { type: 'text-delta', text };
      await wait(pace.perToken, signal);
    }
    if (signal?.aborted) return;
    const usage: Usage = {
      inputTokens: countMessageTokens(request.messages),
      outputTokens: countTokens(completion.text),
      estimated: true,
    };
    const endedAt = now();
    yield {
      type: 'finish',
      reason: completion.finishReason,
      usage,
      timings: { firstTokenInMs: (firstTokenAt ?? endedAt) - sentAt, totalInMs: endedAt - sentAt },
    };
  }
}
