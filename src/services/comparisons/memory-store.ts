import type { ImportReport, Watch } from '#core/attempts/attempt-store.ts';
import type { Comparison, ComparisonOutput, Matrix, Vote } from '#core/comparisons/comparison.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import {
  exportedComparisons,
  importedComparisons,
  mergeComparison,
  type ComparisonsExport,
  type Imported,
} from '#core/comparisons/transfer.ts';
import { undoableForMs } from '../attempts/rows.ts';
import { Watchers } from '../storage/watchers.ts';
import { byVariantCaseAndSample, count } from './rows.ts';

/** The store for comparisons where the browser gives no database. Rows are copied on their way in and out. */
export class MemoryComparisonStore implements ComparisonStore {
  #comparisons = new Map<string, Comparison>();
  #matrices = new Map<string, Matrix>();
  #outputs = new Map<string, ComparisonOutput>();
  #votes = new Map<string, Vote>();
  #watchers = new Watchers();

  async save(comparison: Comparison): Promise<void> {
    this.#put(this.#comparisons, comparison);
  }

  async get(id: string): Promise<Comparison | undefined> {
    return structuredClone(this.#comparisons.get(id));
  }

  watchList({ limit }: { limit: number }): Watch<Comparison[]> {
    return this.#watchers.watch(async () => newest(this.#comparisons, limit));
  }

  async saveMatrix(matrix: Matrix): Promise<void> {
    this.#put(this.#matrices, matrix);
  }

  async getMatrix(id: string): Promise<Matrix | undefined> {
    return structuredClone(this.#matrices.get(id));
  }

  watchMatrices({ limit }: { limit: number }): Watch<Matrix[]> {
    return this.#watchers.watch(async () => newest(this.#matrices, limit));
  }

  async delete(id: string, now: number): Promise<void> {
    setDeleted(this.#comparisons, id, now);
    setDeleted(this.#matrices, id, now);
    this.#watchers.changed();
  }

  async undelete(id: string): Promise<void> {
    setDeleted(this.#comparisons, id, undefined);
    setDeleted(this.#matrices, id, undefined);
    this.#watchers.changed();
  }

  async sweep(now: number): Promise<void> {
    const gone = new Set<string>();
    for (const rows of [this.#comparisons, this.#matrices]) {
      for (const { id, deletedAt = Infinity } of [...rows.values()]) {
        if (deletedAt < now - undoableForMs && rows.delete(id)) gone.add(id);
      }
    }
    for (const { id, owner } of [...this.#outputs.values()]) if (gone.has(owner)) this.#outputs.delete(id);
    this.#watchers.changed();
  }

  async addOutputs(outputs: ComparisonOutput[]): Promise<void> {
    for (const output of outputs) this.#outputs.set(output.id, structuredClone(output));
    this.#watchers.changed();
  }

  async outputs(owner: string): Promise<ComparisonOutput[]> {
    const found = [...this.#outputs.values()].filter((output) => output.owner === owner);
    return structuredClone(found).sort(byVariantCaseAndSample);
  }

  async removeOutputs(owner: string, variant: string): Promise<void> {
    for (const output of [...this.#outputs.values()]) {
      if (output.owner === owner && output.variant === variant) this.#outputs.delete(output.id);
    }
    this.#watchers.changed();
  }

  async addVote(vote: Vote): Promise<void> {
    this.#put(this.#votes, vote);
  }

  async removeVote(id: string): Promise<void> {
    this.#votes.delete(id);
    this.#watchers.changed();
  }

  watchVotes(): Watch<Vote[]> {
    return this.#watchers.watch(async () => structuredClone([...this.#votes.values()]).sort((a, b) => a.at - b.at));
  }

  async count(): Promise<number> {
    const rows = [...this.#comparisons.values(), ...this.#matrices.values()];
    return rows.filter(({ deletedAt }) => deletedAt === undefined).length;
  }

  async exportAll(isOpen: (exercise: string) => boolean): Promise<ComparisonsExport> {
    const stored = {
      comparisons: [...this.#comparisons.values()],
      matrices: [...this.#matrices.values()],
      comparisonOutputs: [...this.#outputs.values()],
      votes: [...this.#votes.values()],
    };
    return structuredClone(exportedComparisons(stored, isOpen));
  }

  async importAll(
    file: ComparisonsExport,
    progress: (done: number, total: number) => void = () => {},
  ): Promise<ImportReport> {
    const report: ImportReport = { added: 0, updated: 0, unchanged: 0 };
    const { comparisons, matrices } = importedComparisons(structuredClone(file));
    const total = comparisons.length + matrices.length;
    progress(0, total);
    for (const one of comparisons) await this.#merge(this.#comparisons, one, report);
    for (const one of matrices) await this.#merge(this.#matrices, one, report);
    for (const vote of file.votes) if (!this.#votes.has(vote.id)) this.#votes.set(vote.id, structuredClone(vote));
    progress(total, total);
    this.#watchers.changed();
    return report;
  }

  async #merge<Row extends Comparison | Matrix>(
    rows: Map<string, Row>,
    imported: Imported<Row>,
    report: ImportReport,
  ): Promise<void> {
    const { id } = imported.row;
    const row = rows.get(id);
    const merged = mergeComparison(row && { row, outputs: await this.outputs(id) }, imported);
    rows.set(id, merged.row);
    for (const output of merged.put) this.#outputs.set(output.id, output);
    for (const gone of merged.remove) this.#outputs.delete(gone);
    count(report, merged.decision);
  }

  #put<T extends { id: string }>(rows: Map<string, T>, row: T): void {
    rows.set(row.id, structuredClone(row));
    this.#watchers.changed();
  }
}

function newest<T extends Comparison | Matrix>(rows: ReadonlyMap<string, T>, limit: number): T[] {
  const living = [...rows.values()].filter(({ deletedAt }) => deletedAt === undefined);
  return structuredClone(living.sort((a, b) => b.updatedAt - a.updatedAt).slice(0, limit));
}

function setDeleted<T extends Comparison | Matrix>(rows: Map<string, T>, id: string, now: number | undefined): void {
  const row = rows.get(id);
  if (!row || (row.deletedAt === undefined) === (now === undefined)) return;
  const { deletedAt: _, ...rest } = row;
  rows.set(id, (now === undefined ? rest : { ...rest, deletedAt: now }) as T);
}
