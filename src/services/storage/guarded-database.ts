import { liveQuery } from 'dexie';
import { StoreError, type Watch } from '#core/attempts/attempt-store.ts';
import type { Database } from '../attempts/database.ts';
import { toStoreError } from '../attempts/store-failure.ts';

/** The one door to the database for every store: each failure leaves it as a {@link StoreError}. */
export class GuardedDatabase {
  #database: Database;
  #outdated = false;

  /** `onOutdated` is called when another tab brings a newer version: this one has to be loaded again. */
  constructor(database: Database, onOutdated: () => void = () => {}) {
    this.#database = database;
    database.on('versionchange', () => {
      this.#outdated = true;
      database.close({ disableAutoOpen: true }); // else the other tab would wait for this one
      onOutdated();
      return false; // else Dexie's own listener would open it again
    });
  }

  async do<T>(work: (database: Database) => PromiseLike<T>): Promise<T> {
    try {
      return await work(this.#database);
    } catch (error) {
      throw this.#failed(error);
    }
  }

  watch<T>(query: (database: Database) => Promise<T>): Watch<T> {
    return (next, failed) => {
      const subscription = liveQuery(() => query(this.#database)).subscribe({
        next,
        error: (error: unknown) => failed(this.#failed(error)),
      });
      return () => subscription.unsubscribe();
    };
  }

  #failed(error: unknown): StoreError {
    return this.#outdated ? new StoreError('newer-version', { cause: error }) : toStoreError(error);
  }
}
