import type { Message, Parameters } from '#core/prompts/prompt.ts';
import type { ModelError } from './model-error.ts';

/** Why a model stopped. `stop` is the good end; `length` means the answer was cut at the most tokens. */
export type FinishReason = 'stop' | 'length' | 'content-filter' | 'unknown';

/** Tokens as the provider counts them; `estimated` when we had to count ourselves. */
export interface Usage {
  inputTokens: number;
  /** Reasoning included, where a model reasons: that is how it is charged. */
  outputTokens: number;
  reasoningTokens?: number;
  estimated: boolean;
}

/** Milliseconds since the request was sent. */
export interface Timings {
  firstTokenInMs: number;
  totalInMs: number;
}

/** The settings of a request that a model may not follow. */
export const requestSettings = [
  'temperature',
  'topP',
  'maxTokens',
  'stop',
  'reasoningEffort',
  'seed',
  'responseFormat',
] as const satisfies (keyof Parameters | keyof ChatRequest)[];
export type RequestSetting = (typeof requestSettings)[number];

/** A setting that the model did not follow as it was asked to. */
export interface SettingWarning {
  setting: RequestSetting;
  reason: 'ignored' | 'clamped';
}

/**
 * What a model streams, in this order: start, warnings, deltas, and one finish or one error. Reasoning comes apart from
 * the answer and is never graded.
 */
export type StreamPart =
  | { type: 'start'; model: string }
  | ({ type: 'warning' } & SettingWarning)
  | { type: 'reasoning-delta'; text: string }
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
  /** Asks for an answer of this shape where the model can be held to one; others say so in a warning. */
  responseFormat?: { name: string; schema: Record<string, unknown> };
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
