import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { readModelId } from '#core/models/connection.ts';
import type { ConnectionStore } from '#core/models/connection-store.ts';
import { StoredDraftKeeper } from '#services/attempts/draft-keeper.ts';
import type { ExerciseLibrary } from '#services/exercises/library.ts';
import type { EnvelopeStore } from '#services/connections/envelope.ts';
import { StreamingRunner } from '#services/grading/runner.ts';
import { LateModel } from '#services/models/late-model.ts';
import { ModelRegistry } from '#services/models/registry.ts';
import { simulatedModels } from '#services/models/simulated/simulated-models.ts';
import { loadOnce } from '#services/storage/late.ts';
import { newId } from '#services/system/ids.ts';
import type { RunLocks } from '#services/system/run-locks.ts';
import type { ArbitrationServices } from '#state/arbitration.svelte.ts';
import type { ComparisonServices } from '#state/comparison.svelte.ts';
import type { Data } from '#state/data.ts';
import type { MatrixServices } from '#state/matrix-services.ts';
import type { ModelRoom } from '#state/model-room.ts';
import { Models } from '#state/models.svelte.ts';
import type { PracticeServices } from '#state/practice.svelte.ts';
import type { Settings } from '#state/settings.svelte.ts';
import type { StorageHealth } from '#state/storage.svelte.ts';
import { PracticeWorker } from '#workers/practice-client.ts';
import { lateData } from './late-data.ts';

interface Ground {
  attempts: AttemptStore;
  comparisons: ComparisonStore;
  connections: ConnectionStore;
  /** Where kept keys lie. */
  envelopes: () => Promise<EnvelopeStore>;
  settings: Settings;
  storage: StorageHealth;
  locks: RunLocks;
  library: ExerciseLibrary;
  now: () => number;
}

/** What practising and the data page stand on. */
export function composeHeavy(ground: Ground): {
  practice: PracticeServices;
  arbitration: ArbitrationServices;
  comparing: () => Promise<ComparisonServices>;
  matrix: () => Promise<MatrixServices>;
  readonly data: Data;
  models: Models;
  modelRoom: () => Promise<ModelRoom>;
} {
  const { attempts, comparisons, connections, envelopes, settings, storage, locks, library, now } = ground;
  const drafts = new StoredDraftKeeper({ attempts, durable: () => storage.error === undefined });
  drafts.listen();
  const worker = new PracticeWorker((id) => library.learnt(id));
  // Text that types itself is motion too: who asked for less of it gets each answer whole.
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const simulatedFor = (
    bundle?: ExerciseBundle,
    step?: number,
    pace: 'lifelike' | 'at-once' = still.matches ? 'at-once' : 'lifelike',
  ) =>
    new ModelRegistry(
      simulatedModels((request) => worker.complete(request), bundle ? [worker.knowledge(bundle, step)] : [], pace),
    );
  const models = new Models({ connections, memory: settings });
  const modelRoom = loadOnce(async () => {
    const { composeModels } = await import('./compose-models.ts');
    const lockAfterInMinutes = () => settings.lockAfterInMinutes;
    return composeModels({ connections, envelopes, lockAfterInMinutes, newId, now });
  });
  const real = (id: string) => new LateModel(id, async (asked) => (await modelRoom()).open(asked));
  const runner = new StreamingRunner({
    attempts,
    grader: worker,
    hold: (attempt) => locks.hold(attempt),
    newId,
    now,
    model: (choice, bundle, step) => {
      if (readModelId(choice.id)) return real(choice.id);
      const simulated = simulatedFor(bundle, step);
      const model = simulated.find(choice.id) ?? simulated.all[0];
      if (!model) throw new Error(`no model ${choice.id}`);
      return model;
    },
  });
  const comparing = async (pace?: 'at-once') => {
    const { composeComparing } = await import('./compose-comparing.ts');
    const modelOf = (id: string, bundle?: ExerciseBundle) =>
      readModelId(id) ? real(id) : simulatedFor(bundle, undefined, pace).find(id);
    return composeComparing({ attempts, comparisons, drafts, library, grader: worker, models, modelOf, newId, now });
  };
  let data: Data | undefined;
  return {
    models,
    modelRoom,
    practice: { library, attempts, drafts, runner, grader: worker, explainer: worker, models, now, storage },
    arbitration: { library, attempts, drafts, newId, now, storage },
    comparing: loadOnce(() => comparing()),
    // Nobody sees a cell being written: the simulated model need not pretend to type.
    matrix: loadOnce(() => comparing('at-once')),
    get data() {
      const damaged = () => storage.damaged;
      return (data ??= new (lateData())({ attempts, comparisons, drafts, now, manager: navigator.storage, damaged }));
    },
  };
}
