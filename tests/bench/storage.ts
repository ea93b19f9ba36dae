import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { databaseName } from '#services/attempts/database.ts';
import { inFreshPage, type BuiltApp } from './built-app.ts';
import { median, milliseconds, type Figure } from './figure.ts';

const attempts = 100_000;
const runs = 9;
/** The longest list of attempts, of 200, and the few that are read beside it. */
const mostRead = 210;

/** How soon the latest attempts of very many are there, and what pages read of them. */
export function measureStorage(app: BuiltApp): Promise<Figure[]> {
  return inFreshPage(app, { locale: 'en-GB' }, async (page) => {
    await page.addInitScript(countReads);
    await page.goto(app.url);
    await page.locator('[data-row]').first().waitFor();
    await databaseThere(page);
    await page.evaluate(fill, { databaseName, attempts });

    const read = { rows: 0, where: '' };
    for (const address of [
      '#/',
      '#/history',
      '#/practice/support/refund-outside-policy',
      '#/compare',
      '#/settings',
      '#/paths',
    ]) {
      await page.goto('about:blank');
      await page.goto(`${app.url}${address}`);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      const rows = await page.evaluate(() => (window as unknown as { readOfAttempts: number }).readOfAttempts);
      if (rows > read.rows) Object.assign(read, { rows, where: address });
    }
    await page.goto(`${app.url}#/history`);
    const raw: number[] = [];
    const ours: number[] = [];
    for (let run = 0; run < runs; run++) {
      raw.push(await page.evaluate(readRaw, databaseName));
      ours.push(await openHistory(page));
    }
    const ratio = median(ours) / median(raw);
    return [
      {
        what: `history of ${attempts} attempts, from the first read to the latest 50 (raw IndexedDB: ${milliseconds(median(raw))})`,
        measured: `${milliseconds(median(ours))}, ${ratio.toFixed(2)} × raw`,
        goal: '≤ 1.3 × raw',
        kept: ratio <= 1.3,
      },
      {
        what: `most attempts that any of six pages reads when it opens, of ${attempts}`,
        measured: `${read.rows} (${read.where})`,
        goal: `≤ ${mostRead}`,
        kept: read.rows <= mostRead,
      },
    ];
  });
}

interface Reading {
  readOfAttempts: number;
  /** When the table of attempts was first asked, and when it last answered. */
  askedAt?: number;
  answeredAt?: number;
}

/** Counts the rows of attempts that the page is handed, by whatever way it reads them. */
function countReads(): void {
  const reading: Reading = { readOfAttempts: 0 };
  Object.assign(window, reading);
  const seen = window as unknown as Reading;
  const isAttempts = (source: IDBObjectStore | IDBIndex) =>
    (source instanceof IDBIndex ? source.objectStore : source).name === 'attempts';
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    for (const method of ['get', 'getAll', 'openCursor'] as const) {
      const ask = prototype[method] as (...query: unknown[]) => IDBRequest<unknown>;
      Object.assign(prototype, {
        [method](this: IDBObjectStore | IDBIndex, ...query: unknown[]) {
          const request = ask.apply(this, query);
          if (!isAttempts(this)) return request;
          seen.askedAt ??= performance.now();
          request.addEventListener('success', () => {
            const { result } = request;
            seen.readOfAttempts += Array.isArray(result) ? result.length : result ? 1 : 0;
            seen.answeredAt = performance.now();
          });
          return request;
        },
      });
    }
  }
}

/** The app opens its database after the first view. */
async function databaseThere(page: Page): Promise<void> {
  await page.waitForFunction(
    async (name) => (await indexedDB.databases()).some((one) => one.name === name && (one.version ?? 0) > 1),
    databaseName,
  );
}

/** Attempts as they are stored, over 26 exercises and three years. */
async function fill({
  databaseName: name,
  attempts: count,
}: {
  databaseName: string;
  attempts: number;
}): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
  });
  const side = { score: 80, passed: 4, total: 5 };
  const batch = 5000;
  for (let from = 0; from < count; from += batch) {
    const writing = database.transaction('attempts', 'readwrite', { durability: 'relaxed' });
    for (let index = from; index < from + batch; index++) {
      const createdAt = 1_700_000_000_000 + index * 900_000;
      writing.objectStore('attempts').put({
        id: `bench-${index}`,
        exercise: index % 26 === 0 ? 'support/refund-outside-policy' : `support/other-${index % 26}`,
        createdAt,
        endedAt: createdAt + 9000,
        status: 'done',
        prompt: { system: '', turns: [], user: `Answer this mail, attempt ${index}: {{email}}`, parameters: {} },
        fingerprint: `fingerprint-${index}`,
        model: { id: 'simulated-medium', seed: 0 },
        samples: 3,
        grade: { score: 80, interval: [70, 90], verdict: 'pass', shown: side, heldOut: side, ungraded: 0, results: 40 },
      });
    }
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onerror = () => reject(writing.error ?? new Error('not written'));
    });
  }
  database.close();
}

/** The same rows read with nothing in between: one cursor, newest first. */
function readRaw(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    opening.onsuccess = () => {
      const database = opening.result;
      const startedAt = performance.now();
      const reading = database
        .transaction('attempts')
        .objectStore('attempts')
        .index('createdAt')
        .openCursor(null, 'prev');
      const rows: unknown[] = [];
      reading.onsuccess = () => {
        const cursor = reading.result;
        if (cursor) rows.push(cursor.value);
        if (cursor && rows.length < 51) return cursor.continue();
        resolve(performance.now() - startedAt);
        database.close();
      };
      reading.onerror = () => reject(reading.error ?? new Error('not read'));
    };
  });
}

/** Dexie remembers what was asked a little while after the last who watched it has gone; then it has to be read again. */
const forgottenAfterInMs = 4000;

/** Goes to the history anew within the page; from the app's first question to its last answer. */
async function openHistory(page: Page): Promise<number> {
  await page.evaluate(() => void (location.hash = '#/settings'));
  await page.locator('main a, main button').first().waitFor();
  await wait(forgottenAfterInMs);
  await page.evaluate(() => {
    const seen = window as unknown as Reading;
    Object.assign(seen, { readOfAttempts: 0 });
    delete seen.askedAt;
    delete seen.answeredAt;
    location.hash = '#/history';
  });
  await page.waitForFunction(() => (window as unknown as Reading).readOfAttempts >= 51);
  return page.evaluate(() => {
    const { askedAt, answeredAt } = window as unknown as Reading;
    return answeredAt! - askedAt!;
  });
}
