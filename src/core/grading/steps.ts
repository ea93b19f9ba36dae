import type { ExerciseStep } from '#core/exercises/exercise.ts';
import type { Check } from './checks/schema.ts';

/** What an earlier step of a chain wrote, by the step's id. */
export type StepTexts = Readonly<Record<string, string>>;

/** Any exercise is a chain; without steps it has this one, which nobody names. */
const onlyStep: readonly ExerciseStep[] = [{ id: '', weight: 1 }];

export function stepsOf({ steps }: { steps?: readonly ExerciseStep[] }): readonly ExerciseStep[] {
  return steps && steps.length > 0 ? steps : onlyStep;
}

/** The step whose answer a check looks at: the last one unless it names another. */
export function stepOf(check: Pick<Check, 'step'>, steps: readonly ExerciseStep[]): string {
  return check.step ?? steps.at(-1)?.id ?? '';
}

/** What the steps before `index` gave, as variables. */
export function givenTo(index: number, steps: readonly ExerciseStep[], texts: StepTexts): Record<string, string> {
  return Object.fromEntries(
    steps.slice(0, index).flatMap(({ id, gives }) => (gives === undefined ? [] : [[gives, texts[id] ?? '']])),
  );
}

/** The share of each check in the score of a sample: its part of its step, times the step's part of the whole. */
export function checkShares(
  checks: readonly Pick<Check, 'id' | 'weight' | 'step'>[],
  steps: readonly ExerciseStep[],
): Map<string, number> {
  const of = (step: ExerciseStep) => checks.filter((check) => stepOf(check, steps) === step.id);
  const graded = steps.filter((step) => of(step).some(({ weight }) => weight > 0));
  const all = graded.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(
    graded.flatMap((step) => {
      const inStep = of(step).reduce((sum, { weight }) => sum + weight, 0);
      return of(step).map(({ id, weight }) => [id, all > 0 ? (weight / inStep) * (step.weight / all) : 0] as const);
    }),
  );
}
