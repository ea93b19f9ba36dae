import { inflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { databaseName } from '#services/attempts/database.ts';
import { serveCandor, type CandorServer } from '../support/candor-server.ts';
import { faultsOf } from './support/axe.ts';
import type { CandorPage } from './support/candor-page.ts';
import { ComparePage } from './support/compare-page.ts';
import { faultProxy, type FaultProxy } from './support/fault-proxy.ts';
import { choose, ModelsPage } from './support/models-page.ts';
import { storedOutputs } from './support/stored.ts';
import { expect, test, type Guard } from './support/test.ts';

const exercise = 'support/refund-outside-policy';
const key = 'sk-secret-4f9b1c7d2e';
const passphrase = 'copper violin harbour mint gravel';

/** Thirty calls over real HTTP, several times over, on a machine that may be busy. */
test.describe.configure({ timeout: 300_000 });
const patience = { timeout: 120_000 };

let server: CandorServer;
let proxy: FaultProxy;

test.beforeAll(async () => {
  server = await serveCandor();
});
test.afterAll(() => server.stop());
test.beforeEach(async () => {
  proxy = await faultProxy(server.url);
});
test.afterEach(() => proxy.close());

/** Requests to the one server that was set up are meant, and so are the browser's words about its refusals. */
function meant(guard: Guard, origin = proxy.origin): void {
  guard.excuse((fault) => fault.startsWith('request:') && fault.includes(` ${origin}/`));
  guard.excuse((fault) => fault.startsWith('console: Failed to load resource'));
}

/** Sets up the server behind the proxy and makes its model the one that prompts run on. */
async function setUp(page: Page, withKey?: string): Promise<ModelsPage> {
  const models = new ModelsPage(page);
  await models.open();
  await models.add('My server', proxy.url, 'simulated-medium', withKey);
  await models.use('simulated-medium');
  return models;
}

async function graded({ result, runButton }: CandorPage): Promise<void> {
  await expect(result.getByText(/^Score \d+ of 100$/)).toBeAttached(patience);
  await expect(runButton).toBeVisible();
}

/** Agrees to what leaves the page. */
async function agree(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(proxy.origin.slice('http://'.length));
  await dialog.getByRole('button', { name: 'Run' }).click();
}

test('a server is set up, tried and run on; its key is kept, locked by a reload, and unlocked', async ({
  page,
  candor,
  guard,
}) => {
  meant(guard);
  const models = await setUp(page, key);
  await models.keep(passphrase);

  await candor.open(exercise);
  await expect(candor.prompt.getByText(/leaves this page → 127\.0\.0\.1:\d+/)).toBeVisible();
  await candor.runButton.click();
  await expect(page.getByRole('dialog')).toContainText('30 calls, about');
  await expect(page.getByRole('dialog')).toContainText('price unknown');
  await agree(page);
  await graded(candor);
  await expect(candor.result.getByText(/tokens sent, .+ received, price unknown, .+ s on average\./)).toBeVisible();
  await expect(candor.answers).toContainText('My server');
  await expect(candor.answers.getByText('simulated', { exact: true })).toHaveCount(0);

  // Who agreed once is not asked again; after a reload the key is locked, and says so with what to do.
  await page.reload();
  await graded(candor);
  await candor.runButton.click();
  await agree(page);
  await expect(candor.result.getByText('30 answers failed.', { exact: false })).toBeVisible(patience);
  await expect(
    candor.result.getByText('The keys are locked. Unlock them in Settings, then run it again.'),
  ).toBeVisible();

  await models.open();
  await expect(models.keys.getByText('They are locked.')).toBeVisible();
  await models.unlock('copper violin harbour mint');
  await expect(models.keys.getByRole('alert')).toHaveText('That is not the passphrase.');
  await models.unlock(passphrase);
  await expect(models.keys.getByText('Unlocked.')).toBeVisible(patience);
  await candor.open(exercise);
  await candor.result.getByRole('button', { name: 'Run the 30 failed answers again' }).click();
  await graded(candor);

  // The history outlives the connection.
  await models.open();
  await models.connections.getByRole('button', { name: 'Remove My server' }).click();
  await expect(models.connections.getByText('None yet.', { exact: false })).toBeVisible();
  await candor.open(exercise);
  await expect(candor.prompt.getByRole('alert')).toContainText('simulated-medium is not here any more.');
  await expect(candor.runButton).toBeDisabled();
  await expect(candor.answers).toContainText('My server');
  await page.getByRole('combobox', { name: 'Model' }).selectOption('simulated-small');
  await expect(candor.runButton).toBeEnabled();
});

test('a server that asks for fewer calls is counted down to, and tried at once when asked', async ({
  page,
  candor,
  guard,
}) => {
  meant(guard);
  await setUp(page);
  let refusing = true;
  proxy.faults = () => (refusing ? { kind: 'refuse', status: 429, headers: { 'Retry-After': '50' } } : undefined);
  await candor.open(exercise);
  await candor.runButton.click();
  await agree(page);
  await expect(candor.result.getByText(/The server asks for fewer calls\. Tried again in 4\d s/)).toBeVisible(patience);
  expect(await faultsOf(page)).toEqual([]);
  refusing = false;
  await candor.result.getByRole('button', { name: 'Try now' }).click();
  await graded(candor);
});

test('side by side, calls that wait are counted down to as well', async ({ page, guard }) => {
  meant(guard);
  await setUp(page);
  let refusing = true;
  proxy.faults = () => (refusing ? { kind: 'refuse', status: 429, headers: { 'Retry-After': '50' } } : undefined);
  const waiting = page.getByText(/The server asks for fewer calls\. Tried again in 4\d s/);
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${exercise}`);
  await choose(page.getByRole('combobox', { name: 'Model of all panes' }), 'simulated-medium');
  await compare.runButton.click();
  await agree(page);
  await expect(waiting).toBeVisible(patience);
  expect(await faultsOf(page)).toEqual([]);
  refusing = false;
  await page.getByRole('button', { name: 'Try now' }).click();
  await compare.ended();
  await expect(page.getByText(/^first token/)).toHaveCount(2);
  await expect(waiting).toHaveCount(0);
});

test('answers that break off keep what had come; the others are graded, and the failed ones run again alone', async ({
  page,
  candor,
  guard,
}) => {
  meant(guard);
  await setUp(page);
  let asked = 0;
  proxy.faults = () => (++asked % 3 === 1 ? { kind: 'drop' } : undefined);
  await candor.open(exercise);
  await candor.runButton.click();
  await agree(page);
  const failed = candor.result.getByText(/\d+ answers failed\. The answer broke off before its end\./);
  await expect(failed).toBeVisible(patience);
  // What breaks off before its first word is tried again by itself, so not each broken call is a failed answer.
  const count = Number(/\d+/.exec(await failed.innerText())?.[0]);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(10);
  const outputs = await storedOutputs(page);
  expect(outputs).toHaveLength(30);
  const broken = outputs.filter(({ error }) => error !== undefined);
  expect(broken).toHaveLength(count);
  expect(broken.filter(({ text }) => text === '')).toEqual([]);

  asked = 0;
  proxy.faults = () => void asked++;
  await candor.result.getByRole('button', { name: `Run the ${count} failed answers again` }).click();
  await graded(candor);
  await expect(failed).toHaveCount(0);
  expect(asked).toBe(count);
});

test('a key is found at the server it was entered for and nowhere else', async ({ page, context, candor, guard }) => {
  meant(guard);
  const elsewhere: string[] = [];
  const seen: (string | undefined)[] = [];
  context.on('request', (request) => {
    if (request.url().startsWith(proxy.origin)) return;
    elsewhere.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`);
  });
  const models = await setUp(page, key);
  proxy.faults = ({ number, authorization }) => {
    seen.push(authorization);
    // A server that repeats the key in what it complains of.
    return number % 4 === 0
      ? { kind: 'refuse', status: 401, message: `Incorrect API key provided: ${key}` }
      : undefined;
  };
  await candor.open(exercise);
  await candor.runButton.click();
  await agree(page);
  // Above all answers, when the run has ended.
  await expect(candor.result.getByText(/\d+ answers failed\. The provider did not accept the key\./)).toBeVisible(
    patience,
  );
  expect(seen.length).toBeGreaterThanOrEqual(30);
  expect(new Set(seen)).toEqual(new Set([`Bearer ${key}`]));
  const shown = await page.content();

  // A comparison that ran on it: in what is shown, in its files and in its link.
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${exercise}`);
  await choose(page.getByRole('combobox', { name: 'Model of all panes' }), 'simulated-medium');
  await compare.run();
  await compare.saved();
  await expect(page.getByText('The provider did not accept the key.', { exact: false }).first()).toBeVisible();
  const compared = await page.content();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByRole('dialog').getByLabel('The link').inputValue();
  const linked = inflateRawSync(Buffer.from(link.split('/shared/1.')[1] ?? '', 'base64url')).toString();
  expect(linked).toContain('My server'); // the link is of what ran on it
  expect(linked).toContain('unauthorized');
  await page.keyboard.press('Escape');

  await models.open();
  await models.keep(passphrase);

  await page.goto('./#/settings');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  const exported = await (await downloading).createReadStream().then(async (stream) => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces).toString();
  });
  expect(exported).toContain('unauthorized'); // the attempt is in it, with its failures
  const stored = await everythingStored(page);
  expect(stored).toContain(proxy.url); // and what is read is what is there
  expect(stored).toContain('unauthorized');
  for (const place of [shown, compared, link, linked, exported, stored, page.url(), ...elsewhere]) {
    expect(place).not.toContain(key);
    expect(place).not.toContain(passphrase);
  }
});

test('a key stays with the address it was entered for', async ({ page, guard }) => {
  const other = await faultProxy(server.url);
  try {
    meant(guard);
    meant(guard, other.origin);
    const seen: (string | undefined)[] = [];
    other.faults = ({ authorization }) => void seen.push(authorization);
    const models = await setUp(page, key);
    await models.connections.getByRole('button', { name: 'Change My server' }).click();
    await page.getByLabel('Address').fill(other.url);
    await expect(
      page.getByText(`The key that is there was entered for ${proxy.origin}`, { exact: false }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await models.connections.getByRole('button', { name: 'Test My server' }).click();
    await expect(models.connections.getByRole('alert')).toContainText('This connection needs a key.');
    expect(seen).toEqual([]);
  } finally {
    await other.close();
  }
});

test('a server that does not answer this page is told what to change, to be copied', async ({ page, guard }) => {
  const closed = await faultProxy(server.url, { cors: false });
  try {
    meant(guard, closed.origin);
    guard.excuse((fault) => fault.includes('CORS'));
    const models = new ModelsPage(page);
    await models.open();
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await page.getByLabel('What do you have?').selectOption({ label: 'Ollama' });
    await page.getByLabel('Address').fill(closed.url);
    await page.getByRole('button', { name: 'Look for models' }).click();
    const { origin } = new URL(page.url());
    await expect(page.getByRole('alert')).toContainText('The server is there but does not answer this page.');
    await expect(page.getByText(`OLLAMA_ORIGINS=${origin} ollama serve`)).toBeVisible();
    await expect(page.getByLabel('Models, one a line')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  } finally {
    await closed.close();
  }
});

test('connections are moved by keyboard, and a removed one comes back in its place with its key', async ({
  page,
  guard,
}) => {
  meant(guard);
  const models = await setUp(page, key);
  await models.add('Second', proxy.url, 'simulated-small');
  const names = models.connections.getByRole('listitem').getByRole('heading');
  await expect(names).toHaveText(['My server', 'Second']);
  await page.getByRole('button', { name: 'Move Second up' }).press('Enter');
  await expect(names).toHaveText(['Second', 'My server']);
  await expect(page.getByRole('button', { name: 'Move Second down' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove My server' }).click();
  await expect(names).toHaveText(['Second']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names).toHaveText(['Second', 'My server']);
  await expect(models.connections.getByText('key for this tab')).toBeVisible();
});

for (const [language, title] of [
  ['English', 'Models'],
  ['Français', 'Modèles'],
] as const) {
  test(`the page for models is accessible in ${language}, light and dark, on a phone`, async ({ page, guard }) => {
    meant(guard);
    const models = await setUp(page, key);
    await models.connections.getByRole('button', { name: 'Change My server' }).click();
    await page.getByText('Limits, patience and prices').click();
    await page.getByRole('button', { name: language }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const width of [1024, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(() => scrollTo(0, 0)); // else the top bar covers half of something
        expect(await faultsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
    }
  });
}

/** All that the browser keeps for the page, bytes read as letters too. */
async function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async (name) => {
    const letters = (value: unknown): unknown =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    });
    const tables = [...database.objectStoreNames];
    const rows = await Promise.all(
      tables.map(
        (table) =>
          new Promise<unknown[]>((resolve, reject) => {
            const reading = database.transaction(table).objectStore(table).getAll();
            reading.onsuccess = () => resolve(reading.result as unknown[]);
            reading.onerror = () => reject(reading.error ?? new Error('not read'));
          }),
      ),
    );
    database.close();
    const caches_ = await Promise.all(
      (await caches.keys()).map(async (cache) => (await (await caches.open(cache)).keys()).map(({ url }) => url)),
    );
    return JSON.stringify(
      [tables, rows, { ...localStorage }, { ...sessionStorage }, caches_, document.cookie],
      (_, value) => letters(value),
    );
  }, databaseName);
}

test('the choice of a model is remembered, and the top bar tells it', async ({ page, candor, guard }) => {
  meant(guard);
  await setUp(page);
  await candor.open(exercise);
  await choose(page.getByRole('combobox', { name: 'Model' }), 'simulated-medium');
  await page.reload();
  await expect(page.getByRole('banner')).toContainText(`→ ${proxy.origin.slice('http://'.length)}`);
  await page.getByRole('combobox', { name: 'Model' }).selectOption('simulated-large');
  await expect(page.getByRole('banner')).toContainText('simulated-large');
  await expect(page.getByRole('banner')).toContainText('offline');
});
