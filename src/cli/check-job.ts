import type { LessonProof } from '#core/lessons/prove-lesson.ts';
import { proveLesson } from '#core/lessons/prove-lesson.ts';
import type { Lesson } from '#core/lessons/lesson.ts';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import { nodeSandbox } from '#services/sandbox/node-sandbox.ts';
import { checkExercise, type CheckedExercise, type Progress, type SoundExercise } from './check-exercise.ts';

/** An exercise to be read, validated and proved. */
interface ExerciseJob {
  root: string;
  id: string;
  sizes: readonly SimulatedSize[];
}

/** A lesson that is sound, to be proved on its exercise. */
interface LessonJob {
  lesson: Pick<Lesson, 'example'>;
  exercise: Extract<SoundExercise, { kind: 'write' }>;
  size: SimulatedSize;
}

export type CheckJob = ExerciseJob | LessonJob;
export type CheckJobResult<Job extends CheckJob> = Job extends ExerciseJob ? CheckedExercise : LessonProof | undefined;

/** Does a job, in whichever thread it is asked to. */
export function doJob<Job extends CheckJob>(job: Job, progress?: Progress): CheckJobResult<Job>;
export function doJob(job: CheckJob, progress: Progress = () => {}): CheckedExercise | LessonProof | undefined {
  if ('id' in job) return checkExercise(job.root, job.id, job.sizes, progress);
  return proveLesson(job.lesson, job.exercise, job.size, nodeSandbox.judge);
}
