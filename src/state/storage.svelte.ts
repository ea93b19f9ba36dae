import { StoreError, type StoreFailure } from '#core/attempts/attempt-store.ts';

/** What is wrong with storage as a whole; each page says it. */
export class StorageHealth {
  #error = $state.raw<StoreError>();

  get error(): StoreError | undefined {
    return this.#error;
  }

  report(failure: StoreFailure | undefined): void {
    this.#error = failure && new StoreError(failure);
  }
}
