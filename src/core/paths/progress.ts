import type { Skill } from '#core/exercises/vocabulary.ts';
import type { PathStep } from './path.ts';

/** What a learner has behind them. */
export interface Done {
  lessons: ReadonlySet<Skill>;
  /** Exercises that were passed. */
  exercises: ReadonlySet<string>;
}

export interface PathProgress {
  /** For each step, in order. */
  done: boolean[];
  /** The first step that is not done; absent at the end of the path. */
  next: number | undefined;
}

/**
 * How far along a path somebody is. A lesson counts as done when it was read, or when an exercise that follows it on
 * the path, before the next lesson, was passed: who can do it need not read how.
 */
export function progressOn(steps: readonly PathStep[], behind: Done): PathProgress {
  const done = steps.map((step, index) => {
    if ('exercise' in step) return behind.exercises.has(step.exercise);
    if (behind.lessons.has(step.lesson)) return true;
    for (const later of steps.slice(index + 1)) {
      if (!('exercise' in later)) return false;
      if (behind.exercises.has(later.exercise)) return true;
    }
    return false;
  });
  const next = done.indexOf(false);
  return { done, next: next < 0 ? undefined : next };
}
