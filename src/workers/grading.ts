import { compareGrades } from '#core/grading/compare-grades.ts';
import { gradeAttempt } from '#core/grading/grade-attempt.ts';
import { gradeWithCode } from '#core/grading/grade-with-code.ts';

/** What judges answers: half as large again as what gives them, and needed after the first of them. */
export const grading = { compareGrades, gradeAttempt, gradeWithCode };
