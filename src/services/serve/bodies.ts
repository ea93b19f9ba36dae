import type { FinishReason, Usage } from '#core/models/chat-model.ts';
import { simulatedSizes } from '#core/simulator/completion.ts';

/** What all parts of one response share. */
export interface Heading {
  id: string;
  /** Seconds since 1970. */
  created: number;
  model: string;
}

export interface Choice {
  text: string;
  reason: FinishReason;
}

/** Says in every answer what made it. */
const fingerprint = 'fp_simulated';

export function completionBody(heading: Heading, choices: readonly Choice[], usage: Usage) {
  return {
    ...headed(heading, 'chat.completion'),
    choices: choices.map(({ text, reason }, index) => ({
      index,
      message: { role: 'assistant', content: text, refusal: null },
      logprobs: null,
      finish_reason: finishReason(reason),
    })),
    usage: usageBody(usage),
  };
}

export type Delta = { role: 'assistant'; content: '' } | { content: string } | Record<string, never>;

/** One chunk of one choice. Where the client asked for usage, every chunk but the last says that it has none. */
export function chunkBody(
  heading: Heading,
  index: number,
  delta: Delta,
  reason: FinishReason | null,
  withUsage: boolean,
) {
  return {
    ...headed(heading, 'chat.completion.chunk'),
    choices: [{ index, delta, logprobs: null, finish_reason: reason && finishReason(reason) }],
    ...(withUsage && { usage: null }),
  };
}

/** The chunk after all choices. */
export function usageChunkBody(heading: Heading, usage: Usage) {
  return { ...headed(heading, 'chat.completion.chunk'), choices: [], usage: usageBody(usage) };
}

export function modelBody(id: string) {
  return { id, object: 'model', created: 1_767_225_600, owned_by: 'candor' };
}

/** The sizes; names that ask for a fault work too, but nobody should meet one by trying all that are listed. */
export function modelsBody() {
  return { object: 'list', data: simulatedSizes.map((size) => modelBody(`simulated-${size}`)) };
}

function headed({ id, created, model }: Heading, object: string) {
  return { id, object, created, model, system_fingerprint: fingerprint };
}

function usageBody({ inputTokens, outputTokens }: Usage) {
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}

const finishReason = (reason: FinishReason) => (reason === 'length' ? 'length' : 'stop');
