import type { Locator, Page } from '@playwright/test';
import { databaseName } from '#services/attempts/database.ts';
import { exerciseFromFiles } from './support/exercise-files.ts';
import { HeapGauge, type Heap } from './support/heap.ts';
import { rowsOf } from './support/stored.ts';
import { expect, test } from './support/test.ts';

const runs = Number(process.env['CANDOR_SOAK'] ?? 1000);
/** Until caches are warm and code is compiled. */
const warmUp = Number(process.env['CANDOR_SOAK_WARM_UP'] ?? 60);
/** More than the page shows at once: until then its line of attempts grows, as it should. */
const earlierAttempts = 205;
const mostGrowth = 0.1;

const id = 'sales/suite-de-rendez-vous';
const exercise = exerciseFromFiles(id);
const variable = Object.keys(exercise.cases[0]!.values).find((name) => !exercise.common.includes(name))!;

const told = ({ page, workers, nodes }: Heap) =>
  `page ${(page / 1e6).toFixed(2)} MB, workers ${(workers / 1e6).toFixed(2)} MB, ${nodes} nodes`;

test(`${runs} runs in one page leave its heap as large as it was`, async ({ page, candor }) => {
  test.setTimeout((runs + warmUp) * 15_000 + 120_000);
  await candor.open(id);
  let done = 0;
  /** Each time another prompt: the same again would be graded together with what it answered before. */
  const run = async () => {
    await paste(candor.editor, `Follow-up ${++done}: write the mail for {{${variable}}}`);
    await candor.editor.press('ControlOrMeta+Enter');
    // Its end is stored, then shown.
    await expect
      .poll(async () => (await rowsOf(page, ['progress'])).progress[0]?.attempts, { timeout: 60_000 })
      .toBe(done);
    await expect(candor.stopButton).toHaveCount(0, { timeout: 60_000 });
  };

  await run();
  await storeEarlier(page, earlierAttempts);
  await page.reload();
  await expect(candor.attempts.getByRole('button')).toHaveCount(200);
  const gauge = await HeapGauge.on(page);
  for (let time = 1; time < warmUp; time++) await run();
  const before = await gauge.measure();
  console.log(`after ${done} runs: ${told(before)}`);
  for (let time = 1; time <= runs; time++) {
    await run();
    if (time % 100 === 0 && time < runs) console.log(`after ${done} runs: ${told(await gauge.measure())}`);
  }
  const after = await gauge.measure();
  const growth = (part: keyof Heap) => after[part] / before[part] - 1;
  console.log(
    `after ${done} runs: ${told(after)}; growth of the page ${(growth('page') * 100).toFixed(1)} %, of workers ${(growth('workers') * 100).toFixed(1)} %`,
  );
  expect(growth('page')).toBeLessThanOrEqual(mostGrowth);
  expect(growth('workers')).toBeLessThanOrEqual(mostGrowth);
});

/**
 * Puts a text in place of all that an editor holds. Pasted, because what is typed key by key the browser itself keeps for
 * its own undo, up to a thousand steps.
 */
async function paste(editor: Locator, text: string): Promise<void> {
  await editor.press('ControlOrMeta+a');
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await expect(editor).toHaveText(text);
}

/** Stores copies of the one attempt that is there, as if they had been made before it. */
function storeEarlier(page: Page, copies: number): Promise<void> {
  return page.evaluate(
    ([name, count]) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('attempts', 'readwrite');
          const table = writing.objectStore('attempts');
          const reading: IDBRequest<{ createdAt: number }[]> = table.getAll();
          reading.onsuccess = () => {
            const row = reading.result[0]!;
            for (let copy = 1; copy <= count; copy++) {
              const mark = `earlier-${copy}`;
              table.put({ ...row, id: mark, fingerprint: mark, createdAt: row.createdAt - 1000 * copy });
            }
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [databaseName, copies] as const,
  );
}
