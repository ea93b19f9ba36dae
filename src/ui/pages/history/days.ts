import type { Attempt } from '#core/attempts/attempt.ts';

/** Attempts of one local day. */
export interface Day {
  /** Midnight, where the reader is. */
  start: number;
  attempts: Attempt[];
}

export function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}

/** Groups attempts, newest first, by the day on which they began. */
export function byDay(attempts: readonly Attempt[]): Day[] {
  const days: Day[] = [];
  for (const attempt of attempts) {
    const start = startOfDay(attempt.createdAt);
    const last = days.at(-1);
    if (last?.start === start) last.attempts.push(attempt);
    else days.push({ start, attempts: [attempt] });
  }
  return days;
}

/** The attempt before this one at the same exercise, as far as it is loaded. */
export function previousOf<One extends Attempt>(attempt: One, attempts: readonly One[]): One | undefined {
  return attempts.slice(attempts.indexOf(attempt) + 1).find(({ exercise }) => exercise === attempt.exercise);
}
