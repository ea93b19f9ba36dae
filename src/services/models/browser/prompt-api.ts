/**
 * The part of the browser's Prompt API that is used here, as published at webmachinelearning.github.io/prompt-api (June
 * 2026). What only some browsers have, or had under another name, is optional.
 */
export interface PromptApi {
  availability(options?: PromptApiOptions): Promise<string>;
  create(options?: PromptApiCreation): Promise<PromptSession>;
  /** Only where a page may set temperature and topK itself: in extensions, and in older versions. */
  params?(): Promise<{ defaultTopK: number; maxTemperature: number } | null>;
}

export interface PromptApiOptions {
  expectedInputs?: { type: 'text'; languages?: string[] }[];
  expectedOutputs?: { type: 'text'; languages?: string[] }[];
  temperature?: number;
  topK?: number;
  samplingMode?: SamplingMode;
}

export interface PromptApiCreation extends PromptApiOptions {
  initialPrompts?: PromptApiMessage[];
  monitor?: (monitor: EventTarget) => void;
  signal?: AbortSignal;
}

/** Varied as much as temperature would vary it, without a number. */
export type SamplingMode = 'most-predictable' | 'predictable' | 'balanced' | 'creative' | 'most-creative';

export interface PromptApiMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface PromptSession {
  promptStreaming(
    input: PromptApiMessage[],
    options?: { signal?: AbortSignal; responseConstraint?: object },
  ): ReadableStream<string>;
  measureContextUsage?(input: PromptApiMessage[], options?: { signal?: AbortSignal }): Promise<number>;
  measureInputUsage?(input: PromptApiMessage[], options?: { signal?: AbortSignal }): Promise<number>;
  readonly contextUsage?: number;
  readonly inputUsage?: number;
  /** Only where the mode can be chosen. */
  readonly samplingMode?: string;
  destroy(): void;
}

/** The browser's own model, where this browser has one at all. */
export function promptApi(): PromptApi | undefined {
  return (globalThis as { LanguageModel?: PromptApi }).LanguageModel;
}
