import type { SimulatedSize } from '#core/simulator/completion.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { follows, type TrialPrompt } from './trial-set.ts';

export interface TrialRun {
  output: string;
  /** One a instruction, in their order. */
  followed: { kind: string; followed: boolean; found: string }[];
  all: boolean;
}

const messagesOf = new WeakMap<TrialPrompt, { role: 'user'; content: string }[]>();

/** One answer to a trial prompt, judged. */
export function runTrial(prompt: TrialPrompt, size: SimulatedSize, seed: number, temperament?: 'off'): TrialRun {
  const messages = messagesOf.get(prompt) ?? [{ role: 'user', content: prompt.prompt }];
  messagesOf.set(prompt, messages); // the same array, so that the model reads the prompt once for all seeds
  const how = temperament ? { temperament } : {};
  const { text } = simulate({ messages, parameters: {}, size, seed, sample: 0, knowledge: [], ...how });
  const followed = prompt.instructions.map((one) => ({ kind: one.kind, ...follows(one, text) }));
  return { output: text, followed, all: followed.every((one) => one.followed) };
}
