export { directGrader } from '#services/grading/direct-grader.ts';
