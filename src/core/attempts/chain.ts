import type { ExerciseStep } from '#core/exercises/exercise.ts';
import { givenTo, stepsOf, type StepTexts } from '#core/grading/steps.ts';
import { emptyPrompt, type Prompt, type StepPrompt } from '#core/prompts/prompt.ts';
import { isEmptyStep } from '#core/prompts/steps.ts';

/** What is asked in one step. */
export interface StepRequest {
  index: number;
  step: string;
  prompt: StepPrompt;
  /** The case's values and what the steps before gave. */
  values: Record<string, string>;
}

/** What a walk through all steps came to. */
export interface Walked {
  output: string;
  /** What the steps before the last wrote. */
  earlier: StepTexts;
}

/**
 * Walks through the steps of an exercise, each fed by the ones before: yields what to ask, is sent the answer. A step
 * in which nothing is written asks nothing and passes on the last answer. An exercise without steps is asked once.
 */
export function* walk(
  prompt: Prompt,
  exercise: { steps?: readonly ExerciseStep[] },
  values: Readonly<Record<string, string>>,
): Generator<StepRequest, Walked, string> {
  const steps = stepsOf(exercise);
  const earlier: Record<string, string> = {};
  let output = '';
  for (const [index, { id }] of steps.entries()) {
    const own = index === 0 ? prompt : (prompt.later?.[index - 1] ?? emptyPrompt);
    if (index === 0 || !isEmptyStep(own)) {
      output = yield { index, step: id, prompt: own, values: { ...values, ...givenTo(index, steps, earlier) } };
    }
    if (index < steps.length - 1) earlier[id] = output;
  }
  return { output, earlier };
}
