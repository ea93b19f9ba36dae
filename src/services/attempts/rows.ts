import type { AttemptOutput } from '#core/attempts/attempt.ts';

/** A deletion can be undone for a day; after that `sweep` takes the rows away. */
export const undoableForMs = 24 * 60 * 60 * 1000;

export function byCaseAndSample(one: AttemptOutput, other: AttemptOutput): number {
  if (one.case !== other.case) return one.case < other.case ? -1 : 1;
  return one.sample - other.sample;
}
