import type { WriteExercise } from '#core/exercises/exercise.ts';
import type { Grade, Side } from '#core/grading/report.ts';
import { checkMessage } from './check-message.ts';
import { oneDecimal } from './text.ts';

/** A grade for other programs to read. */
export function gradeJson(exercise: WriteExercise, model: string, grade: Grade) {
  return {
    exercise: exercise.id,
    model,
    score: oneDecimal(grade.score),
    verdict: grade.verdict,
    interval: grade.interval.map(oneDecimal),
    shown: { passed: grade.shown.passed, total: grade.shown.total },
    heldOut: { passed: grade.heldOut.passed, total: grade.heldOut.total },
    ...(grade.hostile && grade.benign && { hostile: sideJson(grade.hostile), benign: sideJson(grade.benign) }),
    checks: grade.samples.flatMap(({ case: id, heldOut, sample, results }) =>
      results.map((result) => ({
        case: id,
        heldOut,
        sample,
        check: result.check,
        outcome: result.outcome,
        message: checkMessage(result, exercise.words.en),
      })),
    ),
  };
}

const sideJson = ({ score, passed, total }: Side) => ({
  score: score === null ? null : oneDecimal(score),
  passed,
  total,
});
