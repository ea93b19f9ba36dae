import type { ExerciseCase } from '#core/exercises/exercise.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import { planRun, type PlannedSample } from '#core/attempts/run-plan.ts';
import type { Message, Prompt } from '#core/prompts/prompt.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import { simulate } from '#core/simulator/simulate.ts';

export interface SimulatedRun {
  prompt: Prompt;
  cases: readonly ExerciseCase[];
  knowledge: ExerciseKnowledge;
  samples: number;
  size: SimulatedSize;
  seed: number;
}

/** Runs a prompt over cases on the simulated model, without the pace of a voice. Yields the outputs as planned. */
export function* runSimulated({ prompt, cases, knowledge, samples, size, seed }: SimulatedRun): Generator<PlannedSample & { output: string }> {
  const messagesOf = new Map<string, Message[]>();
  for (const one of cases) {
    messagesOf.set(one.id, renderPrompt(prompt, one.values).map(({ role, content }) => ({ role, content })));
  }
  for (const planned of planRun(cases, samples)) {
    const messages = messagesOf.get(planned.case) ?? [];
    const { text } = simulate({ messages, parameters: prompt.parameters, size, seed, sample: planned.sample, knowledge: [knowledge] });
    yield { ...planned, output: text };
  }
}
