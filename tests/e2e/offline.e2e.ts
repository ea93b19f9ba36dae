import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { CandorPage } from './support/candor-page.ts';
import { exerciseFromFiles } from './support/exercise-files.ts';
import { StaticHost } from './support/static-host.ts';
import { expect, test } from './support/test.ts';

const built = resolve(import.meta.dirname, '../..', process.env['CANDOR_E2E_DIST'] ?? 'dist');

let folder: string;
let host: StaticHost;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-offline-'));
  host = new StaticHost(built, '/some/where/below/');
  await host.start();
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser with a profile that outlives it. */
async function browse(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...chromiumLaunch(),
    locale: 'en-GB',
    reducedMotion: 'reduce',
    serviceWorkers: 'allow', // other tests do without
  });
  context.setDefaultTimeout(10_000);
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Until the copy on the device is whole and answers for the page. */
const copied = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((claimed) => navigator.serviceWorker.addEventListener('controllerchange', claimed));
  });

test('after one visit a whole exercise can be done without the host, in a browser that was closed in between', async () => {
  const first = await browse();
  await first.page.goto(host.url);
  await copied(first.page);
  await first.context.close();
  await host.stop();

  const { context, page } = await browse();
  const candor = new CandorPage(page);
  // A page that was never opened, by its address, in a browser that has nothing in memory.
  await page.goto(`${host.url}#/practice/support/refund-outside-policy`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { ladder } = exerciseFromFiles('support/refund-outside-policy');
  await candor.writePrompt(ladder.at(-1)!.prompt);
  await candor.run();
  expect(await candor.score()).toBeGreaterThan(80);
  await page.goto(`${host.url}#/history`);
  await expect(page.getByRole('link', { name: /refund/i }).first()).toBeVisible();
  await context.close();
});

test('a newer version asks before it takes over, and a draft survives it', async () => {
  const { context, page } = await browse();
  const candor = new CandorPage(page);
  await page.goto(`${host.url}#/practice/support/refund-outside-policy`);
  await copied(page);
  await candor.write(candor.editor, 'Half a prompt, about {{email}}');

  const next = join(folder, 'next');
  cpSync(built, next, { recursive: true });
  for (const [file, from, to] of [
    ['index.html', '<title>Candor</title>', '<title>Candor</title><meta name="release" content="next" />'],
    ['service-worker.js', '"version":"', '"version":"next-'],
  ] as const) {
    const text = readFileSync(join(next, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(next, file), text.replace(from, to));
  }
  host.deploy(next);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());

  await expect(candor.toast.getByText('A newer version of Candor is ready.')).toBeVisible();
  // Nothing happens by itself, not even on loading again.
  await page.reload();
  await expect(page.locator('meta[name=release]')).toHaveCount(0);
  await expect(candor.editor).toContainText('Half a prompt');
  await candor.toast.getByRole('button', { name: 'Load it' }).click();
  await expect(page.locator('meta[name=release]')).toHaveCount(1);
  await expect(candor.editor).toContainText('Half a prompt, about');
  await context.close();
});
