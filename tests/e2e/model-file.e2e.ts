import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { tinyGguf } from '../support/tiny-gguf.ts';
import { faultsOf } from './support/axe.ts';
import { choose } from './support/models-page.ts';
import { expect, test } from './support/test.ts';

const built = resolve(import.meta.dirname, '../..', process.env['CANDOR_E2E_DIST'] ?? 'dist');
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.css': 'text/css',
};

const tiny = (name = 'tiny.gguf') => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(tinyGguf({ endScore: 1, contextInTokens: 4096 })),
});

type Page = Parameters<Parameters<typeof test>[2]>[0]['page'];

/** Sets a model file up on the page for models. */
async function addFile(page: Page, keep: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('combobox', { name: 'What do you have?' }).selectOption('file');
  await page.locator('input[type=file]').setInputFiles(tiny());
  await expect(page.getByText(/^llama, .* F32$/)).toBeVisible();
  await page.getByRole('checkbox', { name: /Keep the file in this browser/ }).setChecked(keep);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Tiny Nonsense' })).toBeVisible();
}

/** Nothing that axe can find, in both languages. */
async function accessible(page: Page): Promise<void> {
  for (const language of ['Français', 'English']) {
    await page.getByRole('button', { name: language }).click();
    expect(await faultsOf(page)).toEqual([]);
  }
}

/** It is tried by itself when it was added, and by its button after that. */
async function answers(page: Page): Promise<void> {
  await expect(page.getByText(/Answers in .*, streams, reports usage\./)).toBeVisible({ timeout: 40_000 });
}

test('a model from a file answers in the page under its policy, kept over a reload, and nothing leaves', async ({
  page,
}) => {
  test.slow();
  await page.goto('./#/settings/models');
  await addFile(page, true);
  await answers(page);
  await page.reload();
  await page.getByRole('button', { name: 'Test Tiny Nonsense' }).click();
  await answers(page);
});

test('the form for a model file says what is in it and what it takes, to everybody', async ({ page }) => {
  await page.goto('./#/settings/models');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('combobox', { name: 'What do you have?' }).selectOption('file');
  await page.locator('input[type=file]').setInputFiles(tiny());
  await expect(page.getByText(/^llama, .* F32$/)).toBeVisible();
  await expect(page.getByText(/^About .+ of memory/)).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('None yet.', { exact: false })).toBeVisible();
});

test('a file that was not kept is chosen again after a reload, where models are set up and where one practises', async ({
  page,
  candor,
}) => {
  test.slow();
  await page.goto('./#/settings/models');
  await addFile(page, false);
  await answers(page);
  await choose(page.getByRole('combobox', { name: 'Prompts run on' }), 'tiny');
  const again = page.getByRole('button', { name: 'Choose the file again' });
  await expect(page.getByText('In memory, ready.', { exact: true })).toBeVisible();
  await expect(again).toHaveCount(0);
  await page.getByRole('button', { name: 'Free the memory of Tiny Nonsense' }).click();
  await expect(page.getByText('In memory, ready.', { exact: true })).toHaveCount(0);

  await page.reload();
  await expect(page.getByText('tiny.gguf is not at hand after a reload', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Load/ })).toHaveCount(0);
  await accessible(page);
  const input = page.locator('input[type=file]');
  await input.setInputFiles({
    ...tiny(),
    buffer: Buffer.from(tinyGguf({ seed: 9, contextInTokens: 4096, endScore: 1, entries: { other: 'one' } })),
  });
  await expect(page.getByRole('alert')).toContainText('That is another file');
  await input.setInputFiles(tiny());
  await expect(again).toHaveCount(0);
  await page.getByRole('button', { name: 'Load it now: Tiny Nonsense' }).click();
  await expect(page.getByText('In memory, ready.', { exact: true })).toBeVisible({ timeout: 40_000 });

  await candor.open('support/refund-outside-policy');
  await expect(candor.runButton).toBeVisible();
  await expect(again).toHaveCount(0); // it is the same page still
  await page.reload();
  await expect(again).toBeVisible();
  await accessible(page);
  await input.setInputFiles(tiny());
  await expect(again).toHaveCount(0);
});

test('a file that is no model is refused, and says what it is', async ({ page }) => {
  await page.goto('./#/settings/models');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('combobox', { name: 'What do you have?' }).selectOption('file');
  const input = page.locator('input[type=file]');
  await input.setInputFiles({
    name: 'letter.gguf',
    mimeType: '',
    buffer: Buffer.from('Dear Sir or Madam, this is a letter.'),
  });
  await expect(page.getByText('This is not a GGUF file.')).toBeVisible();
  await input.setInputFiles({ ...tiny(), buffer: tiny().buffer.subarray(0, 300_000) });
  await expect(page.getByText('This file is damaged, or not all of it is there.')).toBeVisible();
});

test.describe('on a page that is isolated from others', () => {
  let server: Server;
  let address = '';
  test.beforeAll(async () => {
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://here').pathname;
      const file = join(built, path === '/' ? 'index.html' : path);
      try {
        const body = readFileSync(file);
        response.writeHead(200, {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => void server.close());

  test('it runs on several threads', async ({ page, guard }) => {
    test.slow();
    guard.excuse((fault) => fault.startsWith(`request: GET ${address}`)); // this test's own host
    await page.goto(`${address}#/settings/models`);
    expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await page.getByRole('combobox', { name: 'What do you have?' }).selectOption('file');
    await page.locator('input[type=file]').setInputFiles(tiny());
    await page.getByRole('textbox', { name: 'Threads' }).fill('2');
    await page.getByRole('checkbox', { name: /Keep the file in this browser/ }).setChecked(false);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const before = page.workers().length;
    await answers(page);
    expect(page.workers().length).toBeGreaterThan(before + 1); // the engine's, and those of its threads
  });
});
