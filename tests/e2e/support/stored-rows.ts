import type { Page } from '@playwright/test';
import type { Comparison, ComparisonOutput, Matrix, Vote } from '#core/comparisons/comparison.ts';
import { databaseName } from '#services/attempts/database.ts';

interface Rows {
  comparisons: Comparison;
  comparisonOutputs: ComparisonOutput;
  matrices: Matrix;
  votes: Vote;
}

/** The rows of one table as they lie in the browser's database. */
export function storedRows<Table extends keyof Rows>(page: Page, table: Table): Promise<Rows[Table][]> {
  return page.evaluate(
    ([name, of]) =>
      new Promise<never[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(of).objectStore(of).getAll();
          reading.onerror = () => reject(reading.error ?? new Error('not read'));
          reading.onsuccess = () => {
            resolve(reading.result as never[]);
            database.close();
          };
        };
      }),
    [databaseName, table] as const,
  );
}

/** From the next load on, the database refuses to write into a table while `full` is set on the window. */
export async function letStorageFill(page: Page, table: keyof Rows): Promise<void> {
  await page.addInitScript((name) => {
    const state = window as unknown as { full?: boolean };
    for (const method of ['put', 'add'] as const) {
      const write = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...row: Parameters<IDBObjectStore['put']>) {
        if (state.full && this.name === name) throw new DOMException('no room', 'QuotaExceededError');
        return write.apply(this, row);
      };
    }
  }, table);
}

export function setFull(page: Page, full: boolean): Promise<void> {
  return page.evaluate((on) => void Object.assign(window, { full: on }), full);
}
