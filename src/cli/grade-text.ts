import type { WriteExercise } from '#core/exercises/exercise.ts';
import type { Grade, SampleGrade, Side } from '#core/grading/report.ts';
import { checkMessage } from './check-message.ts';
import { counted } from './text.ts';

const verdicts = { pass: 'PASS', fail: 'FAIL', ungraded: 'UNGRADED' };

/** A grade for a person to read: the verdict, then what failed where, worst first. */
export function gradeText(exercise: WriteExercise, model: string, grade: Grade): string {
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
    ...requirementLines(exercise, grade.samples),
  ];
  if (grade.ungraded > 0)
    lines.push('', `${counted(grade.ungraded, 'result')} of ${grade.results} could not be graded.`);
  return `${lines.join('\n')}\n`;
}

function sideText({ score, passed, total }: Side): string {
  if (total === 0) return 'not run';
  return `${passed} of ${counted(total, 'sample')} passed, mean ${score === null ? 'unknown' : score.toFixed(1)}`;
}

function requirementLines(exercise: WriteExercise, samples: readonly SampleGrade[]): string[] {
  const rows = exercise.checks.map((check) => {
    const results = samples.flatMap((sample) =>
      sample.results.filter((result) => result.check === check.id).map((result) => ({ result, case: sample.case })),
    );
    const missed = results.filter(({ result }) => result.outcome !== 'pass');
    return { check, results, missed, share: results.length > 0 ? missed.length / results.length : 0 };
  });
  return rows
    .filter(({ results }) => results.length > 0)
    .sort(
      (a, b) => b.share * (b.check.mustHave ? 10 : b.check.weight) - a.share * (a.check.mustHave ? 10 : a.check.weight),
    )
    .map(({ check, results, missed }) => {
      const worst = missed.find(({ result }) => result.outcome === 'fail') ?? missed[0];
      if (!worst) return `  ✓ ${checkMessage(results[0]!.result, exercise.words.en)}`;
      const where = [...new Set(missed.map((one) => one.case))].join(', ');
      const mark = worst.result.outcome === 'fail' ? '✗' : '?';
      return `  ${mark} ${checkMessage(worst.result, exercise.words.en)}${check.mustHave ? ' (must have)' : ''}\n      ${missed.length} of ${results.length}: ${where}`;
    });
}
