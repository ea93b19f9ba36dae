import type { ExerciseCase, ExerciseStep } from '#core/exercises/exercise.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import { bounded } from '#core/language/bounded.ts';
import type { Message, Prompt, StepPrompt } from '#core/prompts/prompt.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import type { SimulatedCompletion, SimulatedRequest, SimulatedSize } from '#core/simulator/completion.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { walk, type StepRequest, type Walked } from './chain.ts';
import { planRun, type PlannedSample } from './run-plan.ts';

export interface Rehearsal {
  prompt: Prompt;
  cases: readonly ExerciseCase[];
  /** Of a chain. */
  steps?: readonly ExerciseStep[];
  /** What the model knows, step by step (see `allKnowledgeOf`). */
  knowledge: readonly ExerciseKnowledge[];
  samples: number;
  size: SimulatedSize;
  seed: number;
}

/**
 * Runs a prompt over cases on the simulated model straight through: no pace, no stream, nothing stored. For the
 * command line and the proof of exercises. Yields the outputs in the order of the plan.
 */
export function* rehearse(
  { prompt, cases, steps, knowledge, samples, size, seed }: Rehearsal,
  complete: (request: SimulatedRequest) => Pick<SimulatedCompletion, 'text'> = simulate,
): Generator<PlannedSample & Walked> {
  const byId = new Map(cases.map((one) => [one.id, one]));
  for (const planned of planRun(cases, samples)) {
    const one = byId.get(planned.case)!;
    const walking = walk(prompt, { steps }, one.values);
    let next = walking.next();
    while (!next.done) {
      const known = knowledge[next.value.index];
      const { text } = complete({
        messages: messagesOf(next.value, one),
        parameters: next.value.prompt.parameters,
        size,
        seed,
        sample: planned.sample,
        knowledge: known ? [known] : [],
      });
      next = walking.next(text);
    }
    yield { ...planned, ...next.value };
  }
}

/** The same prompt and case always give the same array, so that a model may remember what it read. */
const remembered = new WeakMap<StepPrompt, WeakMap<ExerciseCase, Message[]>>();
/** What an earlier step wrote is often the same, in several samples and in runs of other seeds and sizes. */
const afterOthers = new WeakMap<StepPrompt, (rendered: string) => Message[]>();
const mostAfterOthers = 500;

function messagesOf({ index, prompt, values }: StepRequest, one: ExerciseCase): Message[] {
  if (index > 0) {
    const known = afterOthers.get(prompt) ?? bounded(mostAfterOthers, (rendered) => JSON.parse(rendered) as Message[]);
    afterOthers.set(prompt, known);
    return known(JSON.stringify(plainly(renderPrompt(prompt, values))));
  }
  const ofPrompt = remembered.get(prompt) ?? new WeakMap<ExerciseCase, Message[]>();
  remembered.set(prompt, ofPrompt);
  const messages = ofPrompt.get(one) ?? plainly(renderPrompt(prompt, values));
  ofPrompt.set(one, messages);
  return messages;
}

const plainly = (messages: readonly Message[]): Message[] => messages.map(({ role, content }) => ({ role, content }));
