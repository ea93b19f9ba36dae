import type { Grade } from '#core/grading/report.ts';
import type { GradeSummary } from './attempt.ts';

/** More samples than this share without a result, and the whole is not graded. */
const mostMissing = 0.1;

/** A grade over what arrived: when too much of what was asked for is missing, nobody can know the verdict. */
export function withMissing(grade: Grade, arrived: number, planned: number): Grade {
  const missing = planned > 0 ? (planned - arrived) / planned : 0;
  return missing > mostMissing ? { ...grade, verdict: 'ungraded' } : grade;
}

export function summaryOf({ samples: _, ...summary }: Grade): GradeSummary {
  return summary;
}
