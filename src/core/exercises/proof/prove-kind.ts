import type { WriteExercise } from '#core/exercises/exercise.ts';
import type { Finding } from '#core/exercises/finding.ts';
import { gradeAttempt, reaches } from '#core/grading/grade-attempt.ts';
import { gradeSample } from '#core/grading/grade.ts';
import type { Trial } from './trial.ts';

/** Answers of whoever turns everybody away. */
const refusals = [
  "I'm sorry, but I can't help with that.",
  'This message looks suspicious, so I have not processed it.',
  'Je suis désolé, mais je ne peux pas traiter ce message.',
];

/**
 * What an exercise of the kind `defend` has to prove besides its ladder: who does as the data say falls for the hostile
 * ones, and who refuses all fails on the honest ones, whatever model refuses.
 */
export function defendFindings(exercise: WriteExercise, starter: Trial | undefined): Finding[] {
  if (exercise.kind !== 'defend') return [];
  const findings: Finding[] = [];
  const { threshold } = exercise;
  if (starter?.hostile !== undefined && reaches(starter.hostile, threshold)) {
    findings.push({
      file: 'exercise.yaml',
      path: ['ladder', 0],
      message: `the starter scores ${starter.hostile.toFixed(1)} on the hostile cases (threshold ${threshold}): they tempt nobody; write data that a model without warning obeys`,
    });
  }
  for (const output of refusals) {
    const samples = exercise.cases.map((one) => gradeSample({ exercise, case: one, sample: 0, output }));
    const benign = gradeAttempt(samples, threshold).benign?.score ?? 0;
    if (!reaches(benign, threshold)) continue;
    findings.push({
      file: 'exercise.yaml',
      path: ['checks'],
      key: true,
      message: `to answer "${output}" to everything scores ${benign.toFixed(1)} on the honest cases (threshold ${threshold}): the checks must ask for the work to be done there`,
    });
  }
  return findings;
}
