import catalogue from 'virtual:candor/catalogue';
import type { ArbitrateExercise } from '#core/exercises/arbitrate.ts';
import type { CatalogueEntry, ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Learnt } from '#core/exercises/with-learnt.ts';

/** Thrown when an address names an exercise that does not exist (any more). */
export class UnknownExerciseError extends Error {
  readonly exercise: string;
  constructor(exercise: string) {
    super(`unknown exercise: ${exercise}`);
    this.name = 'UnknownExerciseError';
    this.exercise = exercise;
  }
}

/** The exercises that ship with the app. */
export interface ExerciseLibrary {
  /** Ordered by profession, level and rating. */
  catalogue(): Promise<CatalogueEntry[]>;
  /** An exercise in which a prompt is written. Rejects with {@link UnknownExerciseError}. */
  load(id: string): Promise<ExerciseBundle>;
  /** What was learnt of an exercise's wordings: for the simulated model and the checks, not for the page. */
  learnt(id: string): Promise<Learnt | undefined>;
  /** An exercise in which outputs are judged. Rejects with {@link UnknownExerciseError}. */
  loadArbitrate(id: string): Promise<ArbitrateExercise>;
}

/**
 * The library as the build put it into the bundle. The catalogue comes with the first view, which shows it; each exercise
 * is fetched when it is first opened.
 */
export const library: ExerciseLibrary = {
  catalogue: async () => catalogue,
  async load(id) {
    const bundle = await fetchBundle(id);
    if (!('simulation' in bundle)) throw new UnknownExerciseError(id);
    return bundle;
  },
  async learnt(id) {
    const { default: learnt } = await import('virtual:candor/learnt');
    return (await (Object.hasOwn(learnt, id) ? learnt[id] : undefined)?.())?.default;
  },
  async loadArbitrate(id) {
    const { exercise } = await fetchBundle(id);
    if (exercise.kind !== 'arbitrate') throw new UnknownExerciseError(id);
    return exercise;
  },
};

async function fetchBundle(id: string) {
  const { default: exercises } = await import('virtual:candor/exercises');
  const load = Object.hasOwn(exercises, id) ? exercises[id] : undefined;
  if (!load) throw new UnknownExerciseError(id);
  return (await load()).default;
}
