export { compareGrades } from '#core/grading/compare-grades.ts';
export { gradeAttempt } from '#core/grading/grade-attempt.ts';
export { gradeWithCode } from '#core/grading/grade-with-code.ts';
