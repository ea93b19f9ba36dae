import type { WriteExercise, ExerciseCase } from '#core/exercises/exercise.ts';
import { Answer } from './answer.ts';
import { applies } from './applies.ts';
import type { Check } from './checks/schema.ts';
import { evaluate } from './evaluate.ts';
import { reaches } from './grade-attempt.ts';
import type { CheckResult, SampleGrade } from './report.ts';

export interface SampleToGrade {
  exercise: Pick<WriteExercise, 'checks' | 'threshold' | 'meanings'>;
  case: ExerciseCase;
  sample: number;
  output: string;
}

/** Grades one output. Never throws, whatever a model wrote. */
export function gradeSample({ exercise, case: one, sample, output }: SampleToGrade): SampleGrade {
  const answer = new Answer(output);
  const checks = exercise.checks.filter((check) => applies(check, one.expect));
  const results = checks.map((check) => evaluate(check, answer, one, exercise.meanings));
  const score = scoreOf(checks, results);
  const passed = score !== null && reaches(score * 100, exercise.threshold);
  return { case: one.id, heldOut: one.heldOut, sample, score, passed, results };
}

/**
 * 0 when a must-have fails, whatever else could not be graded; unknown when a must-have could not be graded, or
 * nothing with a weight could; else the weighted share of the passed among the graded.
 */
function scoreOf(checks: readonly Check[], results: readonly CheckResult[]): number | null {
  let all = 0;
  let won = 0;
  let unknown = false;
  for (const [index, check] of checks.entries()) {
    const outcome = results[index]?.outcome ?? 'ungraded';
    if (check.mustHave && outcome === 'fail') return 0;
    if (check.mustHave && outcome === 'ungraded') unknown = true;
    if (outcome === 'ungraded') continue;
    all += check.weight;
    if (outcome === 'pass') won += check.weight;
  }
  if (unknown || !results.some((result) => result.outcome !== 'ungraded')) return null;
  return all > 0 ? won / all : 1; // only must-haves without weight, all of them met
}
