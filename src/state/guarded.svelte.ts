import { failureOf, type StoreFailure } from '#core/attempts/attempt-store.ts';

/** Runs work that storage may refuse, and remembers why it did. */
export class Guarded {
  #problem = $state<StoreFailure>();

  /** What kept the last work that failed from being done. */
  get problem(): StoreFailure | undefined {
    return this.#problem;
  }

  dismiss(): void {
    this.#problem = undefined;
  }

  /** Resolves with whether it was done; never rejects. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#problem = failureOf(error);
      return false;
    }
  }
}
