import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { trialOf } from '#core/exercises/proof/trial.ts';
import type { KnownCode } from '#core/sandbox/code-job.ts';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import type { LessonFile } from './lesson.ts';
import type { LessonFinding } from './validate-lesson.ts';
import { workedExample } from './worked-example.ts';

/** The second prompt has to gain this much, so that whoever runs the example sees it whatever the draw. */
export const leastGain = 10;

export interface LessonProof {
  /** Mean scores, 0 to 100. */
  before: number;
  after: number;
  findings: LessonFinding[];
}

/** Proves that a lesson's example shows what the lesson says: the second prompt does better on the case. */
export function proveLesson(
  { example }: Pick<LessonFile, 'example'>,
  { exercise, simulation }: ExerciseBundle,
  size: SimulatedSize = 'medium',
  code?: KnownCode,
): LessonProof | undefined {
  const worked = workedExample(exercise, example);
  if (!worked) return undefined;
  const attempt = trialOf({ exercise: { ...exercise, cases: [worked.case] }, simulation }, size, code);
  const before = attempt(worked.before).score;
  const after = attempt(worked.after).score;
  if (after >= before + leastGain) return { before, after, findings: [] };
  const message =
    `"after" scores ${after.toFixed(1)} and "before" ${before.toFixed(1)} on the case "${worked.case.id}" ` +
    `(mean of five seeds on simulated-${size}); it must gain ${leastGain} points, or the example shows nothing: ` +
    'choose rungs further apart, or another case';
  return { before, after, findings: [{ file: 'lesson.yaml', path: ['example', 'after'], message }] };
}
