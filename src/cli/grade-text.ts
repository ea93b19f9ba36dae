import type { WriteExercise } from '#core/exercises/exercise.ts';
import type { Figures } from '#core/grading/grade-tally.ts';
import type { Side } from '#core/grading/report.ts';
import { namedCases, type GradedRows, type Requirement } from './graded-rows.ts';
import { counted } from './text.ts';

const verdicts = { pass: 'PASS', fail: 'FAIL', ungraded: 'UNGRADED' };

/** A grade for a person to read: the verdict, then what failed where, worst first. */
export function gradeText(exercise: WriteExercise, model: string, grade: Figures, rows: GradedRows): string {
  const [low, high] = grade.interval;
  const lines = [
    `${exercise.words.en.title} · ${exercise.id} · ${model === 'recorded' ? 'recorded outputs' : model}`,
    '',
    `${verdicts[grade.verdict]}  ${grade.score.toFixed(1)} of 100 (likely ${low.toFixed(0)} to ${high.toFixed(0)}; to pass: ${exercise.threshold})`,
    `  shown     ${sideText(grade.shown)}`,
    `  held-out  ${sideText(grade.heldOut)}`,
    ...(grade.hostile ? [`  hostile   ${sideText(grade.hostile)}`] : []),
    ...(grade.benign ? [`  honest    ${sideText(grade.benign)}`] : []),
    '',
    ...rows.requirements().map(requirementLine),
  ];
  if (grade.ungraded > 0)
    lines.push('', `${counted(grade.ungraded, 'result')} of ${grade.results} could not be graded.`);
  return `${lines.join('\n')}\n`;
}

function sideText({ score, passed, total }: Side): string {
  if (total === 0) return 'not run';
  return `${passed} of ${counted(total, 'sample')} passed, mean ${score === null ? 'unknown' : score.toFixed(1)}`;
}

function requirementLine({ said, mustHave, missed, results, where }: Requirement): string {
  if (said.outcome === 'pass') return `  ✓ ${said.message}`;
  const mark = said.outcome === 'fail' ? '✗' : '?';
  return `  ${mark} ${said.message}${mustHave ? ' (must have)' : ''}\n      ${missed} of ${results}: ${namedCases(where)}`;
}
