import type { AttemptStore, StoreFailure, StoreTrouble } from '#core/attempts/attempt-store.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { ConnectionStore } from '#core/models/connection-store.ts';
import {
  databaseName,
  databaseVersion,
  describeDatabase,
  isOutdated,
  type DatabaseOptions,
} from '../attempts/database.ts';
import { DexieAttemptStore } from '../attempts/dexie-store.ts';
import { MemoryAttemptStore } from '../attempts/memory-store.ts';
import { toStoreError } from '../attempts/store-failure.ts';
import { DexieComparisonStore } from '../comparisons/dexie-store.ts';
import { MemoryComparisonStore } from '../comparisons/memory-store.ts';
import { DexieConnectionStore } from '../connections/dexie-store.ts';
import type { EnvelopeStore } from '../connections/envelope.ts';
import { DexieEnvelopeStore, MemoryEnvelopeStore } from '../connections/envelope-stores.ts';
import { MemoryConnectionStore } from '../connections/memory-store.ts';
import { GuardedDatabase } from './guarded-database.ts';
import { persistOnce } from './persist-once.ts';

export interface OpenedStores {
  attempts: AttemptStore;
  comparisons: ComparisonStore;
  connections: ConnectionStore;
  /** Where keys lie that are kept behind a passphrase. */
  envelopes: EnvelopeStore;
  /** Set when the browser gave no database: the stores then forget with the page. */
  failure?: StoreFailure;
}

const askToPersist = persistOnce();

/** Some browsers neither open nor refuse a database in a private window. */
const mostPatienceInMs = 5_000;

/**
 * Opens the database, or, where the browser refuses, stores in memory, so that practising goes on. `onTrouble`
 * hears what happens to it later.
 */
export async function openStores(
  onTrouble: (trouble: StoreTrouble) => void,
  options: DatabaseOptions = {},
  patienceInMs = mostPatienceInMs,
): Promise<OpenedStores> {
  try {
    if (await isNewer(options)) return inMemory('newer-version');
    const database = describeDatabase(options);
    const guarded = new GuardedDatabase(database, onTrouble);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<'silent'>((resolve) => (timer = setTimeout(() => resolve('silent'), patienceInMs)));
    const outcome = await Promise.race([database.open(), silence]);
    clearTimeout(timer);
    if (outcome !== 'silent' && !isOutdated(database)) {
      return {
        attempts: new DexieAttemptStore(guarded, () => void askToPersist()),
        comparisons: new DexieComparisonStore(guarded),
        connections: new DexieConnectionStore(guarded),
        envelopes: new DexieEnvelopeStore(guarded),
      };
    }
    database.close({ disableAutoOpen: true });
    return inMemory(outcome === 'silent' ? 'blocked' : 'newer-version');
  } catch (error) {
    const { failure } = toStoreError(error);
    return inMemory(failure === 'unknown' ? 'blocked' : failure);
  }
}

function inMemory(failure: StoreFailure): OpenedStores {
  return {
    attempts: new MemoryAttemptStore(),
    comparisons: new MemoryComparisonStore(),
    connections: new MemoryConnectionStore(),
    envelopes: new MemoryEnvelopeStore(),
    failure,
  };
}

/** Asks before opening, because Dexie would patch the tables of a newer version; not every browser can tell. */
async function isNewer({ name = databaseName, indexedDB: factory = globalThis.indexedDB }: DatabaseOptions) {
  const there = await factory?.databases?.().catch(() => []);
  return there?.some((one) => one.name === name && (one.version ?? 0) > databaseVersion * 10) ?? false;
}
