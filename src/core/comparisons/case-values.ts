import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Subject } from './comparison.ts';

/** The values a case fills the variables with; absent while the exercise is not loaded, or when the case is gone. */
export function caseValues(
  subject: Subject,
  id: string,
  bundle?: ExerciseBundle,
): Readonly<Record<string, string>> | undefined {
  const cases = subject.kind === 'scratch' ? subject.cases : bundle?.exercise.cases;
  return cases?.find((one) => one.id === id)?.values;
}
