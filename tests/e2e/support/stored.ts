import type { Page } from '@playwright/test';
import type { AttemptOutput } from '#core/attempts/attempt.ts';
import { databaseName } from '#services/attempts/database.ts';

/** Outputs as they lie in the browser's database, the held-out ones too, which the page does not show. */
export async function storedOutputs(page: Page): Promise<AttemptOutput[]> {
  return page.evaluate(
    (name) =>
      new Promise<AttemptOutput[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('outputs').objectStore('outputs').getAll();
          reading.onerror = () => reject(reading.error ?? new Error('not read'));
          reading.onsuccess = () => {
            resolve(reading.result as AttemptOutput[]);
            database.close();
          };
        };
      }),
    databaseName,
  );
}

/** Empties what the browser keeps for the page, as "clear site data" does. */
export async function clearSiteData(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}
