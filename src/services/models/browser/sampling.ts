import type { StreamPart } from '#core/models/chat-model.ts';
import type { Parameters } from '#core/prompts/prompt.ts';
import type { PromptApi, PromptApiOptions, SamplingMode } from './prompt-api.ts';

export type Warning = Extract<StreamPart, { type: 'warning' }>;

/** Up to which temperature a word for it holds. */
const modes: readonly [number, SamplingMode][] = [
  [0.2, 'most-predictable'],
  [0.6, 'predictable'],
  [1, 'balanced'],
  [1.4, 'creative'],
  [Infinity, 'most-creative'],
];

function modeFor(temperature: number): SamplingMode {
  return modes.find(([upTo]) => temperature <= upTo)![1];
}

/**
 * How to ask for a temperature: by number where a page may set one, else by the nearest of five words. Both together are
 * refused, and neither may be heard: whether the word was is seen from the session, with {@link samplingWarnings}.
 */
export async function samplingFor(
  api: PromptApi,
  { temperature }: Parameters,
): Promise<Pick<PromptApiOptions, 'temperature' | 'topK' | 'samplingMode'>> {
  if (temperature === undefined) return {};
  const limits = await api.params?.().catch(() => null);
  if (!limits) return { samplingMode: modeFor(temperature) };
  return { temperature: Math.min(temperature, limits.maxTemperature), topK: limits.defaultTopK };
}

/** What the browser does not follow of what was set, or only nearly. */
export function samplingWarnings(
  parameters: Parameters,
  asked: PromptApiOptions,
  heard: { samplingMode?: string },
): Warning[] {
  const warnings: Warning[] = [];
  const { temperature, topP, maxTokens, reasoningEffort } = parameters;
  if (asked.temperature !== undefined && asked.temperature !== temperature)
    warnings.push({ type: 'warning', setting: 'temperature', reason: 'clamped' });
  if (asked.samplingMode !== undefined)
    warnings.push({
      type: 'warning',
      setting: 'temperature',
      reason: heard.samplingMode === asked.samplingMode ? 'clamped' : 'ignored',
    });
  if (topP !== undefined && topP < 1) warnings.push({ type: 'warning', setting: 'topP', reason: 'ignored' });
  // cut here, where tokens can only be estimated
  if (maxTokens !== undefined) warnings.push({ type: 'warning', setting: 'maxTokens', reason: 'clamped' });
  if (reasoningEffort !== undefined) warnings.push({ type: 'warning', setting: 'reasoningEffort', reason: 'ignored' });
  return warnings;
}
