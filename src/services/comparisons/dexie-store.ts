import type { EntityTable } from 'dexie';
import type { ImportReport, Watch } from '#core/attempts/attempt-store.ts';
import type { Comparison, ComparisonOutput, Matrix, Vote } from '#core/comparisons/comparison.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import {
  exportedComparisons,
  importedComparisons,
  mergeComparison,
  type ComparisonsExport,
  type Imported,
  type Merged,
} from '#core/comparisons/transfer.ts';
import type { Database } from '../attempts/database.ts';
import { undoableForMs } from '../attempts/rows.ts';
import type { GuardedDatabase } from '../storage/guarded-database.ts';
import { byVariantCaseAndSample, count } from './rows.ts';

/** The store for comparisons in IndexedDB. */
export class DexieComparisonStore implements ComparisonStore {
  #guarded: GuardedDatabase;

  constructor(guarded: GuardedDatabase) {
    this.#guarded = guarded;
  }

  save(comparison: Comparison): Promise<void> {
    return this.#guarded.do(async ({ comparisons }) => void (await comparisons.put(comparison)));
  }

  get(id: string): Promise<Comparison | undefined> {
    return this.#guarded.do(({ comparisons }) => comparisons.get(id));
  }

  watchList({ limit }: { limit: number }): Watch<Comparison[]> {
    return this.#guarded.watch(({ comparisons }) => newest(comparisons, limit));
  }

  saveMatrix(matrix: Matrix): Promise<void> {
    return this.#guarded.do(async ({ matrices }) => void (await matrices.put(matrix)));
  }

  getMatrix(id: string): Promise<Matrix | undefined> {
    return this.#guarded.do(({ matrices }) => matrices.get(id));
  }

  watchMatrices({ limit }: { limit: number }): Watch<Matrix[]> {
    return this.#guarded.watch(({ matrices }) => newest(matrices, limit));
  }

  delete(id: string, now: number): Promise<void> {
    return this.#setDeleted(id, now);
  }

  undelete(id: string): Promise<void> {
    return this.#setDeleted(id, undefined);
  }

  sweep(now: number): Promise<void> {
    return this.#guarded.do((database) => {
      const { comparisons, matrices, comparisonOutputs } = database;
      return database.transaction('rw', comparisons, matrices, comparisonOutputs, async () => {
        for (const table of [comparisons, matrices] as EntityTable<Deletable, 'id'>[]) {
          const old = table.where('deletedAt').below(now - undoableForMs);
          const gone = await old.primaryKeys();
          await table.bulkDelete(gone);
          await comparisonOutputs.where('owner').anyOf(gone).delete();
        }
      });
    });
  }

  addOutputs(outputs: ComparisonOutput[]): Promise<void> {
    return this.#guarded.do(async ({ comparisonOutputs }) => void (await comparisonOutputs.bulkPut(outputs)));
  }

  outputs(owner: string): Promise<ComparisonOutput[]> {
    return this.#guarded.do(async ({ comparisonOutputs }) =>
      (await comparisonOutputs.where('owner').equals(owner).toArray()).sort(byVariantCaseAndSample),
    );
  }

  removeOutputs(owner: string, variant: string): Promise<void> {
    return this.#guarded.do(
      async ({ comparisonOutputs }) => void (await comparisonOutputs.where({ owner, variant }).delete()),
    );
  }

  addVote(vote: Vote): Promise<void> {
    return this.#guarded.do(async ({ votes }) => void (await votes.put(vote)));
  }

  removeVote(id: string): Promise<void> {
    return this.#guarded.do(({ votes }) => votes.delete(id));
  }

  watchVotes(): Watch<Vote[]> {
    return this.#guarded.watch(({ votes }) => votes.orderBy('at').toArray());
  }

  count(): Promise<number> {
    return this.#guarded.do(async ({ comparisons, matrices }) => {
      const counts = [comparisons, matrices].map(
        async (table) => (await table.count()) - (await table.where('deletedAt').above(0).count()),
      );
      return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
    });
  }

  exportAll(isOpen: (exercise: string) => boolean): Promise<ComparisonsExport> {
    return this.#guarded.do((database) => {
      const { comparisons, matrices, comparisonOutputs, votes } = database;
      return database.transaction('r', comparisons, matrices, comparisonOutputs, votes, async () =>
        exportedComparisons(
          {
            comparisons: await comparisons.toArray(),
            matrices: await matrices.toArray(),
            comparisonOutputs: await comparisonOutputs.toArray(),
            votes: await votes.toArray(),
          },
          isOpen,
        ),
      );
    });
  }

  async importAll(
    file: ComparisonsExport,
    progress: (done: number, total: number) => void = () => {},
  ): Promise<ImportReport> {
    const report: ImportReport = { added: 0, updated: 0, unchanged: 0 };
    const { comparisons, matrices } = importedComparisons(file);
    const total = comparisons.length + matrices.length;
    let done = 0;
    progress(done, total);
    for (const one of comparisons) {
      count(report, await this.#merge((database) => database.comparisons, one));
      progress(++done, total);
    }
    for (const one of matrices) {
      count(report, await this.#merge((database) => database.matrices, one));
      progress(++done, total);
    }
    await this.#guarded.do((database) =>
      database.transaction('rw', database.votes, async () => {
        const there = await database.votes.bulkGet(file.votes.map(({ id }) => id));
        await database.votes.bulkAdd(file.votes.filter((_, index) => !there[index]));
      }),
    );
    return report;
  }

  /** One comparison or matrix with its outputs, in one transaction. */
  #merge<Row extends Comparison | Matrix>(
    tableOf: (database: Database) => EntityTable<Row, 'id'>,
    imported: Imported<Row>,
  ): Promise<Merged<Row>['decision']> {
    return this.#guarded.do((database) => {
      const table = tableOf(database) as unknown as EntityTable<Comparison | Matrix, 'id'>;
      const { comparisonOutputs } = database;
      return database.transaction('rw', table, comparisonOutputs, async () => {
        const { id } = imported.row;
        const row = (await table.get(id)) as Row | undefined;
        const outputs = row ? await comparisonOutputs.where('owner').equals(id).toArray() : [];
        const merged = mergeComparison(row && { row, outputs }, imported);
        await table.put(merged.row);
        await comparisonOutputs.bulkPut(merged.put);
        await comparisonOutputs.bulkDelete(merged.remove);
        return merged.decision;
      });
    });
  }

  #setDeleted(id: string, deletedAt: number | undefined): Promise<void> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.comparisons, database.matrices, async () => {
        for (const table of [database.comparisons, database.matrices] as EntityTable<Deletable, 'id'>[]) {
          const row = await table.get(id);
          if (!row || (row.deletedAt === undefined) === (deletedAt === undefined)) continue;
          const { deletedAt: _, ...rest } = row;
          await table.put(deletedAt === undefined ? rest : { ...rest, deletedAt });
        }
      }),
    );
  }
}

type Deletable = Pick<Comparison, 'id' | 'updatedAt' | 'deletedAt'>;

function newest<T extends Comparison | Matrix>(table: EntityTable<T, 'id'>, limit: number): Promise<T[]> {
  return table
    .orderBy('updatedAt')
    .reverse()
    .filter(({ deletedAt }) => deletedAt === undefined)
    .limit(limit)
    .toArray();
}
