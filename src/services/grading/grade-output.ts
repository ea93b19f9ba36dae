import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grader, SampleToJudge } from '#core/grading/grader.ts';
import { reason } from '#core/grading/reasons.ts';
import type { SampleGrade } from '#core/grading/report.ts';

/** Grades in the worker, once more if it crashed; an answer on which it crashes twice could not be graded. */
export async function gradeOutput(
  grader: Grader,
  bundle: ExerciseBundle,
  sample: SampleToJudge,
): Promise<Pick<SampleGrade, 'score' | 'passed' | 'results'>> {
  try {
    return await grader.grade(bundle, sample).catch(() => grader.grade(bundle, sample));
  } catch {
    const results = bundle.exercise.checks.map(({ id }) => ({
      check: id,
      outcome: 'ungraded' as const,
      reason: reason('check-broke', {}),
      places: [],
    }));
    return { score: null, passed: false, results };
  }
}
