import Dexie, { liveQuery } from 'dexie';
import { StoreError, type StoreFailure, type StoreTrouble, type Watch } from '#core/attempts/attempt-store.ts';
import type { Database } from '../attempts/database.ts';
import { toStoreError } from '../attempts/store-failure.ts';
import { SoundRows } from './sound-rows.ts';

/**
 * A live query keeps all that changes in the database since it last asked, whether that concerns it or not. One that
 * nothing concerns would keep it for ever, so it is begun anew after so many changes.
 */
const mostChangesUnasked = 100;

/** The one door to the database for every store: each failure leaves it as a {@link StoreError}. */
export class GuardedDatabase {
  #database: Database;
  /** Why this tab had to let go of the database. */
  #closed: StoreFailure | undefined;
  readonly sound: SoundRows;

  /**
   * `onTrouble` hears when another tab brings a newer version or deletes the database: this one has to be loaded again;
   * and when rows were left out because they are damaged.
   */
  constructor(database: Database, onTrouble: (trouble: StoreTrouble) => void = () => {}) {
    this.#database = database;
    this.sound = new SoundRows((rows) => onTrouble({ kind: 'damaged', rows }));
    database.on('versionchange', ({ newVersion }) => {
      this.#closed = newVersion === null ? 'deleted' : 'newer-version';
      database.close({ disableAutoOpen: true }); // else the other tab would wait for this one
      onTrouble({ kind: 'closed', failure: this.#closed });
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
      let unasked = 0;
      const live = liveQuery(() => {
        unasked = 0;
        return query(this.#database);
      });
      const subscribe = () => live.subscribe({ next, error: (error: unknown) => failed(this.#failed(error)) });
      let subscription = subscribe();
      const changed = () => {
        if (++unasked < mostChangesUnasked) return;
        subscription.unsubscribe();
        subscription = subscribe();
      };
      Dexie.on.storagemutated.subscribe(changed);
      return () => {
        Dexie.on.storagemutated.unsubscribe(changed);
        subscription.unsubscribe();
      };
    };
  }

  #failed(error: unknown): StoreError {
    return this.#closed ? new StoreError(this.#closed, { cause: error }) : toStoreError(error);
  }
}
