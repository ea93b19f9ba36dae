import type { AttemptStore, StoreFailure } from '#core/attempts/attempt-store.ts';
import { databaseName, databaseVersion, describeDatabase, isOutdated, type DatabaseOptions } from './database.ts';
import { DexieAttemptStore } from './dexie-store.ts';
import { MemoryAttemptStore } from './memory-store.ts';
import { toStoreError } from './store-failure.ts';

export interface OpenedStore {
  store: AttemptStore;
  /** Set when the browser gave no database: the store then forgets with the page. */
  failure?: StoreFailure;
}

/** Some browsers neither open nor refuse a database in a private window. */
const mostPatienceInMs = 5_000;

/**
 * Opens the database, or, where the browser refuses, a store in memory, so that practising goes on. `onOutdated` is
 * called when another tab brings a newer version later.
 */
export async function openAttemptStore(
  onOutdated: () => void,
  options: DatabaseOptions = {},
  patienceInMs = mostPatienceInMs,
): Promise<OpenedStore> {
  try {
    if (await isNewer(options)) return { store: new MemoryAttemptStore(), failure: 'newer-version' };
    const database = describeDatabase(options);
    const store = new DexieAttemptStore(database, onOutdated);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<'silent'>((resolve) => (timer = setTimeout(() => resolve('silent'), patienceInMs)));
    const outcome = await Promise.race([database.open(), silence]);
    clearTimeout(timer);
    if (outcome !== 'silent' && !isOutdated(database)) return { store };
    database.close({ disableAutoOpen: true });
    return { store: new MemoryAttemptStore(), failure: outcome === 'silent' ? 'blocked' : 'newer-version' };
  } catch (error) {
    const { failure } = toStoreError(error);
    return { store: new MemoryAttemptStore(), failure: failure === 'unknown' ? 'blocked' : failure };
  }
}

/** Asks before opening, because Dexie would patch the tables of a newer version; not every browser can tell. */
async function isNewer({ name = databaseName, indexedDB: factory = globalThis.indexedDB }: DatabaseOptions) {
  const there = await factory?.databases?.().catch(() => []);
  return there?.some((one) => one.name === name && (one.version ?? 0) > databaseVersion * 10) ?? false;
}
