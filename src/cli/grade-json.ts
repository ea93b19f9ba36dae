import type { WriteExercise } from '#core/exercises/exercise.ts';
import type { Figures } from '#core/grading/grade-tally.ts';
import type { Side } from '#core/grading/report.ts';
import type { GradedRows } from './graded-rows.ts';
import { oneDecimal } from './text.ts';

/** A grade for other programs to read, but for its results. */
function figuresJson(exercise: WriteExercise, model: string, grade: Figures) {
  return {
    exercise: exercise.id,
    model,
    score: oneDecimal(grade.score),
    verdict: grade.verdict,
    interval: grade.interval.map(oneDecimal),
    shown: { passed: grade.shown.passed, total: grade.shown.total },
    heldOut: { passed: grade.heldOut.passed, total: grade.heldOut.total },
    ...(grade.hostile && grade.benign && { hostile: sideJson(grade.hostile), benign: sideJson(grade.benign) }),
  };
}

/** The same with its results. */
export function gradeJson(exercise: WriteExercise, model: string, grade: Figures, rows: GradedRows) {
  return { ...figuresJson(exercise, model, grade), checks: [...rows.rows()] };
}

/** Characters that are written at once. */
const piece = 1 << 16;

/** The text of {@link gradeJson} in pieces: of many outputs it is far larger than what it is made from. */
export function* gradeJsonText(
  exercise: WriteExercise,
  model: string,
  grade: Figures,
  rows: GradedRows,
): Generator<string> {
  const figures = JSON.stringify(figuresJson(exercise, model, grade), null, 2);
  let text = `${figures.slice(0, -'\n}'.length)},\n  "checks": [`;
  let any = false;
  for (const row of rows.rows()) {
    text += `${any ? ',' : ''}\n    ${JSON.stringify(row, null, 2).replaceAll('\n', '\n    ')}`;
    any = true;
    if (text.length < piece) continue;
    yield text;
    text = '';
  }
  yield `${text}${any ? '\n  ' : ''}]\n}\n`;
}

const sideJson = ({ score, passed, total }: Side) => ({
  score: score === null ? null : oneDecimal(score),
  passed,
  total,
});
