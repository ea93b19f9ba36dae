import { StoreError } from '#core/attempts/attempt-store.ts';
import type { ConnectionStore } from '#core/models/connection-store.ts';

type Given<Method extends keyof ConnectionStore> = Parameters<ConnectionStore[Method]>;

/** The connections before the database's code is here. */
export class LateConnectionStore implements ConnectionStore {
  #store: () => Promise<ConnectionStore>;

  constructor(load: () => Promise<ConnectionStore>) {
    this.#store = () =>
      load().catch((error: unknown) => {
        throw error instanceof StoreError ? error : new StoreError('unknown', { cause: error });
      });
  }

  all = async () => (await this.#store()).all();
  put = async (...given: Given<'put'>) => (await this.#store()).put(...given);
  remove = async (...given: Given<'remove'>) => (await this.#store()).remove(...given);
  order = async (...given: Given<'order'>) => (await this.#store()).order(...given);

  watch(changed: () => void): () => void {
    let stop = () => {};
    let stopped = false;
    void this.#store().then(
      (store) => {
        if (!stopped) stop = store.watch(changed);
      },
      () => {}, // whoever reads is told why
    );
    return () => {
      stopped = true;
      stop();
    };
  }
}
