import { StoreError, type StoreFailure, type StoreTrouble } from '#core/attempts/attempt-store.ts';

/** What is wrong with storage as a whole; each page says it. */
export class StorageHealth {
  #damaged = $state(0);
  #error = $state.raw<StoreError>();

  get error(): StoreError | undefined {
    return this.#error;
  }

  /** Rows that were left out because they are damaged. */
  get damaged(): number {
    return this.#damaged;
  }

  hear(trouble: StoreTrouble): void {
    if (trouble.kind === 'damaged') this.#damaged = trouble.rows;
    else this.report(trouble.failure);
  }

  report(failure: StoreFailure | undefined): void {
    this.#error = failure && new StoreError(failure);
  }
}
