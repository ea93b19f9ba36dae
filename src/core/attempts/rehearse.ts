import type { ExerciseCase } from '#core/exercises/exercise.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import type { Message, Prompt } from '#core/prompts/prompt.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import type { SimulatedCompletion, SimulatedRequest, SimulatedSize } from '#core/simulator/completion.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { planRun, type PlannedSample } from './run-plan.ts';

export interface Rehearsal {
  prompt: Prompt;
  cases: readonly ExerciseCase[];
  knowledge: ExerciseKnowledge;
  samples: number;
  size: SimulatedSize;
  seed: number;
}

/**
 * Runs a prompt over cases on the simulated model straight through: no pace, no stream, nothing stored. For the
 * command line and the proof of exercises. Yields the outputs in the order of the plan.
 */
export function* rehearse(
  { prompt, cases, knowledge, samples, size, seed }: Rehearsal,
  complete: (request: SimulatedRequest) => Pick<SimulatedCompletion, 'text'> = simulate,
): Generator<PlannedSample & { output: string }> {
  const rendered = new Map(cases.map((one) => [one.id, messagesOf(prompt, one)]));
  for (const planned of planRun(cases, samples)) {
    const messages = rendered.get(planned.case) ?? [];
    const { sample } = planned;
    const { text } = complete({ messages, parameters: prompt.parameters, size, seed, sample, knowledge: [knowledge] });
    yield { ...planned, output: text };
  }
}

/** The same prompt and case always give the same array, so that a model may remember what it read. */
const remembered = new WeakMap<Prompt, WeakMap<ExerciseCase, Message[]>>();

function messagesOf(prompt: Prompt, one: ExerciseCase): Message[] {
  const ofPrompt = remembered.get(prompt) ?? new WeakMap<ExerciseCase, Message[]>();
  remembered.set(prompt, ofPrompt);
  const messages =
    ofPrompt.get(one) ?? renderPrompt(prompt, one.values).map(({ role, content }) => ({ role, content }));
  ofPrompt.set(one, messages);
  return messages;
}
