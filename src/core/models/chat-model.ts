import type { Message, Parameters } from '#core/prompts/prompt.ts';
import type { ModelError } from './model-error.ts';

/** Why a model stopped. `stop` is the good end; `length` means the answer was cut at the most tokens. */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'unknown';

/** Tokens as the provider counts them; `estimated` when we had to count ourselves. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
  estimated: boolean;
}

/** Milliseconds since the request was sent. */
export interface Timings {
  firstTokenInMs: number;
  totalInMs: number;
}

/** What a model streams, in this order: start, warnings, deltas, and one finish or one error. */
export type StreamPart =
  | { type: 'start'; model: string }
  | { type: 'warning'; setting: keyof Parameters; reason: 'ignored' | 'clamped' }
  | { type: 'text-delta'; text: string }
  | { type: 'finish'; reason: FinishReason; usage: Usage; timings: Timings }
  | { type: 'error'; error: ModelError };

export interface ChatRequest {
  messages: readonly Message[];
  parameters: Parameters;
  /** Which of several samples of the same request this is, from 0. */
  sample: number;
  /** Makes chance repeatable where the model can do that. */
  seed: number;
  /** Aborting ends the stream without a finish and without an error. */
  signal?: AbortSignal;
}

/**
 * The port for every model. `stream` never throws for what a provider did: failures arrive as an `error` part.
 * A stream that ends without `finish` was aborted by the caller.
 */
export interface ChatModel {
  /** Stable id, for instance `simulated-medium`. */
  readonly id: string;
  /** True when outputs are made up by rules and must be labelled so. */
  readonly simulated: boolean;
  stream(request: ChatRequest): AsyncIterable<StreamPart>;
}
