import { StoreError, type Watch } from '#core/attempts/attempt-store.ts';

/** Loads once, when first asked; where that fails, the next call tries again. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () =>
    (loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    }));
}

/**
 * A store before its code is here: the database library is larger than the whole first view, so it is fetched when
 * something is first asked of it. Calls wait; what is watched starts when it has arrived.
 */
export abstract class LateStore<Store> {
  protected readonly store: () => Promise<Store>;

  constructor(load: () => Promise<Store>) {
    const once = loadOnce(load);
    this.store = () =>
      once().catch((error: unknown) => {
        throw error instanceof StoreError ? error : new StoreError('unknown', { cause: error });
      });
  }

  protected watch<T>(pick: (store: Store) => Watch<T>): Watch<T> {
    return (next, failed) => {
      let stop = () => {};
      let stopped = false;
      this.store().then(
        (store) => {
          if (!stopped) stop = pick(store)(next, failed);
        },
        (error: StoreError) => {
          if (!stopped) failed(error);
        },
      );
      return () => {
        stopped = true;
        stop();
      };
    };
  }
}
