import { directGraderWith } from '#services/grading/direct-grader.ts';

/** Grades in place; code in outputs is not run. */
export const directGrader = directGraderWith();
