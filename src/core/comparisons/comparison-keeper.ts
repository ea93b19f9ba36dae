import type { Comparison, ComparisonOutput } from './comparison.ts';

/** Keeps what is changed in a comparison, so that a crash costs a second of it at most. */
export interface ComparisonKeeper {
  /** The newest state of a comparison, wherever it survived; rejects with a `StoreError`. */
  restore(id: string): Promise<Comparison | undefined>;
  /** Saves soon; `settled` says how it went. Later calls replace earlier ones that have not been saved yet. */
  keep(comparison: Comparison, settled: (outcome: 'saved' | 'failed') => void): void;
  /** Saves what is still waiting, now. */
  flush(): Promise<void>;
  /** Keeps, at once, what has arrived of answers under way: the page may be gone before the database has it. */
  leave(owner: string, arrived: readonly ComparisonOutput[]): void;
  /** What a page that went away left of a comparison; each time it is asked for only once. */
  takeLeft(owner: string): ComparisonOutput[];
}
