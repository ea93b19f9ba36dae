import type { Attempt } from '#core/attempts/attempt.ts';

/** A point of the line of attempts: 0 to 1 across and down. */
export interface CurvePoint {
  attempt: Attempt;
  x: number;
  /** 0 is a score of 100. */
  y: number;
  /** What the point says; null when there is no score. */
  score: number | null;
}

/** Attempts, oldest first, spread over the width; one without a score stands at the height of the one before. */
export function attemptCurve(newestFirst: readonly Attempt[]): CurvePoint[] {
  const attempts = [...newestFirst].reverse();
  let height = 0;
  return attempts.map((attempt, index) => {
    const { grade } = attempt;
    const score = grade && grade.verdict !== 'ungraded' ? grade.score : null;
    height = score ?? height;
    return { attempt, score, x: attempts.length === 1 ? 0 : index / (attempts.length - 1), y: 1 - height / 100 };
  });
}
