import type { Attempt, AttemptOutput, Draft, ExerciseProgress, PromptAttempt } from './attempt.ts';
import type { AttemptsExport } from './export-file.ts';

/** Why storage could not do what was asked; each has one sentence in the interface. */
export type StoreFailure = 'blocked' | 'full' | 'newer-version' | 'deleted' | 'closed' | 'unknown';

/** What happens to storage while the page is open, without anybody having asked for something. */
export type StoreTrouble = { kind: 'closed'; failure: StoreFailure } | { kind: 'damaged'; rows: number };

/** Thrown (as a rejected promise) by every method of the stores. */
export class StoreError extends Error {
  readonly failure: StoreFailure;
  constructor(failure: StoreFailure, options?: ErrorOptions) {
    super(`storage: ${failure}`, options);
    this.name = 'StoreError';
    this.failure = failure;
  }
}

/** Why storage refused, of whatever asking it was rejected with. */
export function failureOf(error: unknown): StoreFailure {
  return error instanceof StoreError ? error.failure : 'unknown';
}

/** A subscription to something stored: called at once and after each change, in this tab or another. */
export type Watch<T> = (next: (value: T) => void, failed: (error: StoreError) => void) => () => void;

/** The port for attempts, drafts and progress. */
export interface AttemptStore {
  /** Writes an attempt with status `running`: a new one, or an ended one whose failed samples are drawn again. */
  begin(attempt: Attempt): Promise<void>;
  /** Writes outputs as they complete; a row with the same id is replaced. */
  addOutputs(outputs: AttemptOutput[]): Promise<void>;
  /** Writes the end of an attempt and updates the progress of its exercise, in one transaction. */
  end(attempt: Attempt): Promise<void>;
  get(id: string): Promise<Attempt | undefined>;
  /** Its own outputs and those it pools, by case and sample. */
  outputs(attempt: string): Promise<AttemptOutput[]>;
  /** Ended attempts at an exercise with the same fingerprint, oldest first: their samples may be pooled. */
  pool(exercise: string, fingerprint: string): Promise<PromptAttempt[]>;
  /** Newest first; of one exercise or of all; at most `limit`, those before `before` (createdAt). */
  list(query: { exercise?: string; limit: number; before?: number }): Promise<Attempt[]>;
  watchList(query: { exercise?: string; limit: number }): Watch<Attempt[]>;
  /**
   * Hides the attempt; `undelete` brings it back. Rows hidden for longer than a day are removed by `sweep`, outputs too,
   * unless a later attempt pools them. What was reached with it (best score, passed) stays reached.
   */
  delete(id: string, now: number): Promise<void>;
  undelete(id: string): Promise<void>;
  /** Marks attempts left `running` by a page that went away as `interrupted`, and removes old deletions. */
  sweep(now: number, stillRunning: ReadonlySet<string>): Promise<void>;

  progress(exercise: string): Promise<ExerciseProgress | undefined>;
  watchProgress(): Watch<ExerciseProgress[]>;
  showHint(exercise: string, count: number, now: number): Promise<void>;
  giveUp(exercise: string, now: number): Promise<void>;

  draft(exercise: string): Promise<Draft | undefined>;
  /** Called with what is kept, in this tab or another. */
  watchDraft(exercise: string): Watch<Draft | undefined>;
  saveDraft(draft: Draft): Promise<void>;
  removeDraft(exercise: string): Promise<void>;

  /** How much there is, without what is deleted. */
  count(): Promise<{ attempts: number; drafts: number }>;

  /** Everything living, as the export file holds it. */
  exportAll(): Promise<AttemptsExport>;
  /** Merges by id; never doubles, never overwrites a newer row. Reports what it did. */
  importAll(file: AttemptsExport, progress?: (done: number, total: number) => void): Promise<ImportReport>;
}

/** Counts attempts, or comparisons and matrices; what belongs to them is merged along with them. */
export interface ImportReport {
  added: number;
  updated: number;
  unchanged: number;
}
