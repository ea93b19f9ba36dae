import type { Draft } from './attempt.ts';

/** Keeps what is being typed, so that a crash costs a second of it at most. */
export interface DraftKeeper {
  /** The newest draft of an exercise, wherever it survived. */
  restore(exercise: string): Promise<Draft | undefined>;
  /** Saves soon; `settled` says how it went. Later calls replace earlier ones that have not been saved yet. */
  keep(draft: Draft, settled: (outcome: 'saved' | 'failed') => void): void;
  /** Saves what is still waiting, now. */
  flush(): Promise<void>;
}
