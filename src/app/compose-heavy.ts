import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { StoredDraftKeeper } from '#services/attempts/draft-keeper.ts';
import type { ExerciseLibrary } from '#services/exercises/library.ts';
import { StreamingRunner } from '#services/grading/runner.ts';
import { ModelRegistry } from '#services/models/registry.ts';
import { simulatedModels } from '#services/models/simulated/simulated-models.ts';
import { loadOnce } from '#services/storage/late.ts';
import { newId } from '#services/system/ids.ts';
import type { RunLocks } from '#services/system/run-locks.ts';
import type { ArbitrationServices } from '#state/arbitration.svelte.ts';
import type { ComparisonServices } from '#state/comparison.svelte.ts';
import { Data } from '#state/data.ts';
import type { MatrixServices } from '#state/matrix-services.ts';
import type { PracticeServices } from '#state/practice.svelte.ts';
import type { StorageHealth } from '#state/storage.svelte.ts';
import { PracticeWorker } from '#workers/practice-client.ts';

interface Ground {
  attempts: AttemptStore;
  comparisons: ComparisonStore;
  storage: StorageHealth;
  locks: RunLocks;
  library: ExerciseLibrary;
  now: () => number;
}

/** What practising and the data page stand on. */
export function composeHeavy({ attempts, comparisons, storage, locks, library, now }: Ground): {
  practice: PracticeServices;
  arbitration: ArbitrationServices;
  comparing: () => Promise<ComparisonServices>;
  matrix: () => Promise<MatrixServices>;
  data: Data;
} {
  const drafts = new StoredDraftKeeper({ attempts, durable: () => storage.error === undefined });
  drafts.listen();
  const worker = new PracticeWorker();
  // Text that types itself is motion too: who asked for less of it gets each answer whole.
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const modelsFor = (bundle?: ExerciseBundle, pace: 'lifelike' | 'at-once' = still.matches ? 'at-once' : 'lifelike') =>
    new ModelRegistry(
      simulatedModels((request) => worker.complete(request), bundle ? [worker.knowledge(bundle)] : [], pace),
    );
  const runner = new StreamingRunner({
    attempts,
    grader: worker,
    hold: (attempt) => locks.hold(attempt),
    newId,
    now,
    model: (choice, bundle) => {
      const models = modelsFor(bundle);
      const model = models.find(choice.id) ?? models.all[0];
      if (!model) throw new Error(`no model ${choice.id}`);
      return model;
    },
  });
  return {
    practice: { library, attempts, drafts, runner, grader: worker, explainer: worker, now, storage },
    arbitration: { library, attempts, drafts, newId, now, storage },
    comparing: loadOnce(async () => {
      const { composeComparing } = await import('./compose-comparing.ts');
      return composeComparing({ attempts, comparisons, drafts, library, grader: worker, modelsFor, newId, now });
    }),
    matrix: loadOnce(async () => {
      const { composeComparing } = await import('./compose-comparing.ts');
      // Nobody sees a cell being written: the simulated model need not pretend to type.
      const quick = (bundle?: ExerciseBundle) => modelsFor(bundle, 'at-once');
      const ground = { attempts, comparisons, drafts, library, grader: worker, modelsFor: quick, newId, now };
      return { ...composeComparing(ground), comparisons };
    }),
    data: new Data({ attempts, comparisons, drafts, now, manager: navigator.storage }),
  };
}
