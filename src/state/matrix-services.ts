import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { Drawer } from '#core/comparisons/draw.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { ModelOffer } from '#core/models/model-offer.ts';

/** What a matrix needs of the floors below. */
export interface MatrixServices {
  library: { load(id: string): Promise<ExerciseBundle> };
  attempts: Pick<AttemptStore, 'list' | 'progress'>;
  drafts: Pick<DraftKeeper, 'restore'>;
  comparisons: ComparisonStore;
  drawer: Drawer;
  /** The models that can be chosen, in the order in which they are offered. */
  readonly models: readonly ModelOffer[];
  newId: () => string;
  /** Milliseconds since the epoch. */
  now: () => number;
}
