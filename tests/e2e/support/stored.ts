import type { Page } from '@playwright/test';
import type { Attempt, AttemptOutput, Draft, ExerciseProgress } from '#core/attempts/attempt.ts';
import { databaseName } from '#services/attempts/database.ts';

/** What practising has left in the browser's database. */
export interface StoredPractice {
  attempts: Attempt[];
  outputs: AttemptOutput[];
  progress: ExerciseProgress[];
  drafts: Draft[];
}

/** The rows of practising as they lie in the browser's database, the held-out outputs too, which the page does not show. */
export async function storedPractice(page: Page): Promise<StoredPractice> {
  return rowsOf(page, ['attempts', 'outputs', 'progress', 'drafts']);
}

/** The rows of some tables. */
export async function rowsOf<Table extends keyof StoredPractice>(
  page: Page,
  of: Table[],
): Promise<Pick<StoredPractice, Table>> {
  return page.evaluate(
    ([name, tables]) =>
      new Promise<never>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(tables);
          const requests = tables.map((table) => reading.objectStore(table).getAll());
          reading.onerror = () => reject(reading.error ?? new Error('not read'));
          reading.oncomplete = () => {
            const rows = requests.map(({ result }) => result as unknown);
            resolve(Object.fromEntries(tables.map((table, at) => [table, rows[at]])) as never);
            database.close();
          };
        };
      }),
    [databaseName, of] as const,
  );
}

/** Outputs as they lie in the browser's database. */
export async function storedOutputs(page: Page): Promise<AttemptOutput[]> {
  return (await rowsOf(page, ['outputs'])).outputs;
}

/** Empties what the browser keeps for the page, as "clear site data" does. */
export async function clearSiteData(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}
