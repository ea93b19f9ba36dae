import type { WriteExercise, ExerciseBundle } from '#core/exercises/exercise.ts';
import type { GradeChange } from './compare-grades.ts';
import type { Grade, SampleGrade } from './report.ts';
import type { StepTexts } from './steps.ts';

/** One output, and of a chain what led to it. */
export interface SampleToJudge {
  case: string;
  sample: number;
  output: string;
  /** What the steps before the last wrote. */
  earlier?: StepTexts;
}

/** The port for grading, which is heavy and so happens away from the page. */
export interface Grader {
  grade(bundle: ExerciseBundle, sample: SampleToJudge): Promise<SampleGrade>;
  gradeAttempt(samples: readonly SampleGrade[], threshold: WriteExercise['threshold']): Promise<Grade>;
  compare(before: Grade, after: Grade): Promise<GradeChange>;
}
