import type { WriteExercise, ExerciseBundle } from '#core/exercises/exercise.ts';
import type { GradeChange } from './compare-grades.ts';
import type { Grade, SampleGrade } from './report.ts';

/** The port for grading, which is heavy and so happens away from the page. */
export interface Grader {
  grade(bundle: ExerciseBundle, sample: { case: string; sample: number; output: string }): Promise<SampleGrade>;
  gradeAttempt(samples: readonly SampleGrade[], threshold: WriteExercise['threshold']): Promise<Grade>;
  compare(before: Grade, after: Grade): Promise<GradeChange>;
}
