import type { ImportReport, Watch } from '#core/attempts/attempt-store.ts';
import type { Comparison, ComparisonOutput, Matrix, Vote } from './comparison.ts';
import type { ComparisonsExport } from './transfer.ts';

/** The port for comparisons, matrices, their outputs and votes. Every method rejects with a `StoreError`. */
export interface ComparisonStore {
  save(comparison: Comparison): Promise<void>;
  get(id: string): Promise<Comparison | undefined>;
  /** Newest change first, without the deleted ones. */
  watchList(query: { limit: number }): Watch<Comparison[]>;

  saveMatrix(matrix: Matrix): Promise<void>;
  getMatrix(id: string): Promise<Matrix | undefined>;
  watchMatrices(query: { limit: number }): Watch<Matrix[]>;

  /** Hides a comparison or matrix; `undelete` brings it back. `sweep` removes what was hidden a day ago, outputs too. */
  delete(id: string, now: number): Promise<void>;
  undelete(id: string): Promise<void>;
  sweep(now: number): Promise<void>;

  /** Writes outputs as they complete; a row with the same id is replaced. */
  addOutputs(outputs: ComparisonOutput[]): Promise<void>;
  outputs(owner: string): Promise<ComparisonOutput[]>;
  /** Of a removed pane, or before it is run anew. */
  removeOutputs(owner: string, variant: string): Promise<void>;

  addVote(vote: Vote): Promise<void>;
  removeVote(id: string): Promise<void>;
  /** All votes, oldest first: win shares are counted over all comparisons. */
  watchVotes(): Watch<Vote[]>;

  /** How many comparisons and matrices there are, without the deleted ones. */
  count(): Promise<number>;

  /** Everything living, as the export file holds it. `isOpen`: the held-out cases of an exercise may be seen. */
  exportAll(isOpen: (exercise: string) => boolean): Promise<ComparisonsExport>;
  /** Merges by id; never doubles, never overwrites a newer row. Counts comparisons and matrices. */
  importAll(file: ComparisonsExport, progress?: (done: number, total: number) => void): Promise<ImportReport>;
}
