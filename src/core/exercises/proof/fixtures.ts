import type { ExerciseCase, ExerciseProof, WriteExercise } from '#core/exercises/exercise.ts';
import type { Finding } from '#core/exercises/finding.ts';
import { gradeSample, type SampleToGrade } from '#core/grading/grade.ts';
import type { CheckResult } from '#core/grading/report.ts';
import type { KnownCode } from '#core/sandbox/code-job.ts';
import { givenTo, stepOf } from '#core/grading/steps.ts';

/** Fixtures that the checks judge otherwise than their author. */
export function fixtureFindings(
  exercise: WriteExercise,
  fixtures: ExerciseProof['fixtures'],
  code?: KnownCode,
): Finding[] {
  return fixtures.flatMap((fixture, index): Finding[] => {
    const one = exercise.cases.find(({ id }) => id === fixture.case);
    if (!one) return [];
    const grade = gradeSample({ ...stepAlone(exercise, one, fixture), sample: 0, output: fixture.output, code });
    const at = (message: string): Finding => ({ file: 'exercise.yaml', path: ['fixtures', index], message });
    const score = grade.score === null ? 'unknown' : (grade.score * 100).toFixed(1);
    const results = new Map(grade.results.map((result) => [result.check, result]));
    const notPassed = grade.results.filter((result) => result.outcome !== 'pass');

    if (fixture.accept) {
      if (grade.passed) return [];
      return [
        at(
          `"${fixture.file}" should be accepted, but its score is ${score} (threshold ${exercise.threshold}): ${notPassed.map(say).join(', ')}`,
        ),
      ];
    }
    const findings: Finding[] = [];
    if (grade.passed) {
      const fails = notPassed.length > 0 ? `only ${notPassed.map(say).join(', ')}` : 'it passes every check';
      findings.push(
        at(
          `"${fixture.file}" should be rejected, but its score is ${score} (threshold ${exercise.threshold}): ${fails}`,
        ),
      );
    }
    for (const name of fixture.fails) {
      const result = results.get(name);
      if (result && result.outcome !== 'fail') {
        const outcome = result.outcome === 'pass' ? 'passes it' : `could not be graded${why(result)}`;
        findings.push(at(`"${fixture.file}" should fail the check "${name}", but ${outcome}`));
      }
    }
    return findings;
  });
}

/** A fixture of a chain is the answer of one step, judged by that step's checks alone. */
function stepAlone(
  exercise: WriteExercise,
  one: ExerciseCase,
  { step, earlier = {} }: ExerciseProof['fixtures'][number],
): Pick<SampleToGrade, 'exercise' | 'case'> {
  if (!exercise.steps) return { exercise, case: one };
  const { steps, ...whole } = exercise;
  const name = step ?? steps.at(-1)?.id;
  const checks = exercise.checks.filter((check) => stepOf(check, steps) === name);
  const values = { ...one.values, ...givenTo(steps.length, steps, earlier) };
  return {
    exercise: { ...whole, checks: checks.map((check) => ({ ...check, step: undefined })) },
    case: { ...one, values },
  };
}

const say = (result: CheckResult) =>
  `"${result.check}" ${result.outcome === 'fail' ? 'fails' : 'is ungraded'}${why(result)}`;

function why({ reason }: CheckResult): string {
  if (!reason) return '';
  const values = Object.entries(reason.params).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return ` (${[reason.code.replaceAll('-', ' '), ...values].join(', ')})`;
}
