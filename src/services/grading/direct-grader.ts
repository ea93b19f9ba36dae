import { compareGrades } from '#core/grading/compare-grades.ts';
import { gradeAttempt } from '#core/grading/grade-attempt.ts';
import { gradeSample } from '#core/grading/grade.ts';
import type { Grader } from '#core/grading/grader.ts';
import type { KnownCode } from '#core/sandbox/code-job.ts';

/** Grades in place, without a worker: on the command line, where nobody's typing is held up. `code` answers for code in outputs. */
export const directGraderWith = (code?: KnownCode): Grader => ({
  async grade({ exercise }, { case: id, ...output }) {
    const one = exercise.cases.find((candidate) => candidate.id === id);
    if (!one) throw new Error(`no case ${id}`);
    return gradeSample({ exercise, case: one, ...output, code });
  },
  gradeAttempt: async (samples, threshold) => gradeAttempt(samples, threshold),
  compare: async (before, after) => compareGrades(before, after),
});
