import type { WriteExercise } from '#core/exercises/exercise.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import type { GradeChange } from '#core/grading/compare-grades.ts';
import type { SampleToJudge } from '#core/grading/grader.ts';
import type { Grade, SampleGrade } from '#core/grading/report.ts';
import type { SimulatedCompletion, SimulatedRequest } from '#core/simulator/completion.ts';

/** What the graders need of an exercise; sent once, then named by its key. */
export type GradedExercise = Pick<WriteExercise, 'id' | 'checks' | 'threshold' | 'meanings' | 'cases' | 'steps'>;

/** What the worker does, and what comes of it. */
export interface Jobs {
  /** Makes knowledge and exercises known under keys, so that they cross only once. */
  know: { input: { key: string; knowledge: ExerciseKnowledge }; output: null };
  study: { input: { key: string; exercise: GradedExercise }; output: null };
  complete: {
    input: { request: Omit<SimulatedRequest, 'knowledge'>; knowledge: readonly string[] };
    output: SimulatedCompletion;
  };
  grade: { input: { exercise: string } & SampleToJudge; output: SampleGrade };
  gradeAttempt: { input: { samples: readonly SampleGrade[]; threshold: number }; output: Grade };
  compare: { input: { before: Grade; after: Grade }; output: GradeChange };
}

export type Job = keyof Jobs;

/** Jobs by name; each worker has its own table of them. */
export type JobTable<All> = { [J in keyof All]: { input: unknown; output: unknown } };

export type WorkerRequest<All extends JobTable<All> = Jobs> = {
  [J in keyof All]: { readonly id: number; readonly job: J; readonly input: All[J]['input'] };
}[keyof All];

export type WorkerReply<All extends JobTable<All> = Jobs> =
  | { readonly id: number; readonly ok: true; readonly output: All[keyof All]['output'] }
  | { readonly id: number; readonly ok: false; readonly detail: string };
