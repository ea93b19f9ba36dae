import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grader } from '#core/grading/grader.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import { StreamingDrawer } from '#services/comparisons/drawer.ts';
import { StoredComparisonKeeper } from '#services/comparisons/keeper.ts';
import type { ExerciseLibrary } from '#services/exercises/library.ts';
import type { ComparisonServices } from '#state/comparison.svelte.ts';
import type { MatrixServices } from '#state/matrix-services.ts';
import type { Models } from '#state/models.svelte.ts';

interface Ground {
  attempts: AttemptStore;
  comparisons: ComparisonStore;
  drafts: DraftKeeper;
  library: ExerciseLibrary;
  grader: Grader;
  models: Models;
  /** The model that was chosen, ready to answer in an exercise where there is one; nothing when there is no such model. */
  modelOf: (id: string, bundle?: ExerciseBundle) => ChatModel | undefined;
  newId: () => string;
  now: () => number;
}

/** What comparing stands on; it comes with the first page that compares. */
export function composeComparing(ground: Ground): ComparisonServices & MatrixServices {
  const { attempts, comparisons, drafts, library, grader, models, modelOf, newId, now } = ground;
  const drawer = new StreamingDrawer({
    grader,
    now,
    model: ({ id }, bundle) => {
      const model = modelOf(id, bundle);
      if (!model) throw new Error(`no model ${id}`);
      return model;
    },
  });
  const keeper = new StoredComparisonKeeper({ comparisons });
  return {
    library,
    attempts,
    drafts,
    comparisons,
    keeper,
    drawer,
    get models() {
      return models.offers;
    },
    newId,
    now,
  };
}
