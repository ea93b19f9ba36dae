import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grader } from '#core/grading/grader.ts';
import { StreamingDrawer } from '#services/comparisons/drawer.ts';
import { StoredComparisonKeeper } from '#services/comparisons/keeper.ts';
import type { ExerciseLibrary } from '#services/exercises/library.ts';
import type { ModelRegistry } from '#services/models/registry.ts';
import type { ComparisonServices } from '#state/comparison.svelte.ts';

interface Ground {
  attempts: AttemptStore;
  comparisons: ComparisonStore;
  drafts: DraftKeeper;
  library: ExerciseLibrary;
  grader: Grader;
  /** The models, ready to answer in an exercise where there is one. */
  modelsFor: (bundle?: ExerciseBundle) => ModelRegistry;
  newId: () => string;
  now: () => number;
}

/** What comparing stands on; it comes with the first page that compares. */
export function composeComparing(ground: Ground): ComparisonServices {
  const { attempts, comparisons, drafts, library, grader, modelsFor, newId, now } = ground;
  const drawer = new StreamingDrawer({
    grader,
    now,
    model: ({ id }, bundle) => {
      const model = modelsFor(bundle).find(id);
      if (!model) throw new Error(`no model ${id}`);
      return model;
    },
  });
  const models = modelsFor().all.map(({ id, simulated }) => ({ id, simulated }));
  const keeper = new StoredComparisonKeeper({ comparisons });
  return { library, attempts, drafts, comparisons, keeper, drawer, models, newId, now };
}
