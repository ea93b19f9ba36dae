import type { Attempt, ExerciseProgress } from './attempt.ts';

/** Where an exercise stands before anything was done in it. */
export function noProgress(exercise: string): ExerciseProgress {
  return { exercise, state: 'started', bestScore: 0, attempts: 0, lastAttemptAt: 0, hintsShown: 0, gaveUp: false };
}

/**
 * Progress after an attempt ended. Only a whole run can pass an exercise or set the best score: a run that was
 * stopped while it went well proves nothing. `again` is an attempt that ended before and drew failed samples again.
 */
export function progressAfter(
  before: ExerciseProgress | undefined,
  attempt: Attempt,
  again: boolean,
): ExerciseProgress {
  const progress = before ?? noProgress(attempt.exercise);
  const whole = attempt.status === 'done' ? attempt.grade : undefined;
  const passes = whole?.verdict === 'pass';
  const after: ExerciseProgress = {
    ...progress,
    attempts: progress.attempts + (again ? 0 : 1),
    lastAttemptAt: Math.max(progress.lastAttemptAt, attempt.createdAt),
    bestScore: Math.max(progress.bestScore, whole && whole.verdict !== 'ungraded' ? whole.score : 0),
  };
  if (passes && progress.state !== 'passed') {
    after.state = 'passed';
    after.passedAt = attempt.endedAt ?? attempt.createdAt;
  }
  return after;
}

/** Progress from two places put together; the attempts have to be counted anew by whoever holds them. */
export function mergeProgress(one: ExerciseProgress | undefined, other: ExerciseProgress): ExerciseProgress {
  if (!one) return other;
  const passedAt = Math.min(one.passedAt ?? Infinity, other.passedAt ?? Infinity);
  return {
    exercise: one.exercise,
    state: one.state === 'passed' || other.state === 'passed' ? 'passed' : 'started',
    bestScore: Math.max(one.bestScore, other.bestScore),
    attempts: Math.max(one.attempts, other.attempts),
    lastAttemptAt: Math.max(one.lastAttemptAt, other.lastAttemptAt),
    hintsShown: Math.max(one.hintsShown, other.hintsShown),
    gaveUp: one.gaveUp || other.gaveUp,
    ...(Number.isFinite(passedAt) ? { passedAt } : {}),
  };
}
