import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import type { Download, Page } from '@playwright/test';
import { parse } from 'yaml';
import type { ExportFile } from '#core/attempts/export-file.ts';
import { faultsOf } from './support/axe.ts';
import { exerciseFromFiles, heldOutLines, squash, tellingLines } from './support/exercise-files.ts';
import { clearSiteData, storedOutputs } from './support/stored.ts';
import { expect, test } from './support/test.ts';

const id = 'support/refund-outside-policy';
const exercise = exerciseFromFiles(id);
const title = `${exercise.words.en.title}: side by side`;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** A comparison at the exercise, its two panes run on the first case. */
async function compared(page: Page): Promise<void> {
  await page.goto(`./#/compare/new?exercise=${id}`);
  await page.getByRole('button', { name: /^Run 2 panes/ }).click();
  await expect(page.getByText(/^first token/)).toHaveCount(2);
}

const rename = async (page: Page, to: string) => {
  await page.getByLabel('Title of the comparison').fill(to);
  await expect(page.getByText(/· Saved$/)).toBeVisible();
};

const share = async (page: Page) => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share or keep' });
  await expect(dialog.getByRole('button', { name: 'Markdown' })).toBeVisible();
  return dialog;
};

async function saved(page: Page, kind: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('dialog').getByRole('button', { name: kind, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('comparisons are kept, found, deleted and brought back', async ({ page }) => {
  await page.goto('./#/compare');
  await expect(page.getByText('Nothing side by side yet.')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await compared(page);
  await rename(page, 'Réponses au client');
  await page.goto('./#/compare/new');
  await expect(page.getByLabel('Title of the comparison')).toHaveValue('New comparison');
  await rename(page, 'Another one');

  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('listitem').first()).toContainText('Another one');
  await expect(row('Réponses au client')).toContainText(exercise.words.en.title);
  await expect(row('Réponses au client')).toContainText('2 panes');
  expect(await faultsOf(page)).toEqual([]);

  await test.step('by title, exercise or prompt, accents or not', async () => {
    const search = page.getByRole('searchbox', { name: 'Find a comparison' });
    for (const query of ['reponses', exercise.words.en.title.toLowerCase(), 'customer client']) {
      await search.fill(query);
      await expect(page.getByRole('listitem')).toHaveCount(1);
      await expect(row('Réponses au client')).toBeVisible();
    }
    await search.fill('nothing has this');
    await expect(page.getByText('Nothing fits “nothing has this”.')).toBeVisible();
    await search.press('Escape');
    await expect(page.getByRole('listitem')).toHaveCount(2);
  });

  await row('Réponses au client')
    .getByRole('button', { name: /^Delete “Réponses au client”/ })
    .click();
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await row('Another one')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await row('Réponses au client').getByRole('link').click();
  await expect(page.getByLabel('Title of the comparison')).toHaveValue('Réponses au client');
  await expect(page.getByText(/^first token/)).toHaveCount(2);
});

test('a comparison goes out as a file of each kind, and the JSON comes back', async ({ page }) => {
  await compared(page);
  const dialog = await share(page);
  expect(await faultsOf(page)).toEqual([]);

  const markdown = await saved(page, 'Markdown');
  expect(markdown.name).toBe('candor-a-refund-outside-the-policy-side-by-side.md');
  expect(markdown.text).toContain(`# ${title}\n`);
  expect(markdown.text).toContain('### A · Score ');

  const csv = await saved(page, 'CSV');
  expect(csv.text.split('\r\n')[0]).toContain('title,case,variant,model');
  expect(csv.text).toContain(`"${title}"`);

  const promptfoo = await saved(page, 'promptfoo');
  const config = parse(promptfoo.text) as { providers: unknown[]; tests: { vars: Record<string, string> }[] };
  expect(config.providers).toHaveLength(2);
  const shown = exercise.cases.filter(({ heldOut }) => !heldOut);
  expect(config.tests.map(({ vars }) => vars['email'])).toEqual(shown.map(({ values }) => values['email']));

  const json = await saved(page, 'JSON');
  const [comparison] = (JSON.parse(json.text) as ExportFile).comparisons;
  expect(comparison).toMatchObject({ title });
  await dialog.getByRole('button', { name: 'Close' }).click();

  await clearSiteData(page);
  await page.goto('./#/settings');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import a file' }).click(),
  ]);
  await chooser.setFiles({ name: json.name, mimeType: 'application/json', buffer: Buffer.from(json.text) });
  await expect(page.getByText(/1 added/)).toBeVisible();
  await page.goto(`./#/compare/${comparison?.id}`);
  await expect(page.getByLabel('Title of the comparison')).toHaveValue(title);
  await expect(page.getByText(/^first token/)).toHaveCount(2);
});

test('a link opens read-only elsewhere, and becomes a copy of one’s own', async ({ page, browser, guard }) => {
  await compared(page);
  const answer = 'I hope this helps!';
  await expect(page.getByText(answer).first()).toBeVisible();
  const dialog = await share(page);
  const withAnswers = await dialog.getByLabel('The link').inputValue();
  await dialog.getByRole('checkbox', { name: 'with the answers' }).uncheck();
  await expect(dialog.getByLabel('The link')).not.toHaveValue(withAnswers);
  const without = await dialog.getByLabel('The link').inputValue();
  expect(without.length).toBeLessThan(withAnswers.length);
  await expect(dialog.getByText(`${without.length.toLocaleString('en')} characters`)).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'with the answers' }).check();
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog.getByText(/· Copied\.$/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(withAnswers);
  expect(guard.faults).toEqual([]);

  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const other = await context.newPage();
  await test.step('without the answers there are the prompts alone', async () => {
    await other.goto(without);
    await expect(other.getByRole('button', { name: 'Make it mine' })).toBeVisible();
    await expect(other.getByText('{{email}}').first()).toBeVisible();
    await expect(other.getByText(/^first token/)).toHaveCount(0);
  });
  await other.goto(withAnswers);
  await expect(other.getByRole('heading', { level: 1, name: title })).toBeAttached();
  await expect(other.getByText(/^first token/)).toHaveCount(2);
  await expect(other.getByText(answer).first()).toBeVisible();
  await expect(other.getByLabel('Title of the comparison')).toHaveCount(0);
  await expect(other.getByRole('button', { name: /^Run/ })).toHaveCount(0);
  expect(await faultsOf(other)).toEqual([]);

  await test.step('nothing is stored until it is made mine', async () => {
    await other.goto('./#/compare');
    await expect(other.getByText('Nothing side by side yet.')).toBeVisible();
    await other.goto(withAnswers);
  });
  await other.getByRole('button', { name: 'Make it mine' }).click();
  await expect(other).not.toHaveURL(/shared/);
  const mine = new URL(page.url()).hash;
  expect(new URL(other.url()).hash).not.toBe(mine);
  await rename(other, 'Now mine');
  await other.goto('./#/compare');
  await expect(other.getByRole('listitem')).toHaveCount(1);
  await other.getByRole('link', { name: 'Now mine' }).click();
  await expect(other.getByText(/^first token/)).toHaveCount(2);
  await context.close();
});

test.describe('a link that does not open says why', () => {
  const packed = (text: string) => deflateRawSync(text).toString('base64url');
  const damaged = /This link is incomplete or damaged/;
  for (const [how, payload, sentence] of [
    ['is cut off before its content', '', damaged],
    ['was cut when it was copied', `1.${packed('{"comparison": {}}').slice(0, 9)}`, damaged],
    ['holds something else', `1.${packed('{"comparison": {"title": "<img src=x onerror=alert(1)>"}}')}`, damaged],
    ['is no link of ours', 'hello', damaged],
    ['comes from a newer version', `2.${packed('{}')}`, /made by a newer version of Candor/],
    ['unpacks to more than it may', `1.${packed(' '.repeat(32 * 1024 * 1024))}`, /holds more than a link can/],
  ] as const) {
    test(how, async ({ page }) => {
      await page.goto(`./#/compare/shared/${payload}`);
      await expect(page.getByRole('heading', { name: 'The link does not open' })).toBeVisible();
      await expect(page.getByRole('alert')).toContainText(sentence);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('link', { name: 'All comparisons' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Comparisons' })).toBeVisible();
    });
  }
});

test('what is held out stays out of links and files until it is open', async ({ page, candor }) => {
  await candor.open(id);
  await candor.run();
  const stored = await storedOutputs(page);
  const seen = stored.filter(({ heldOut }) => !heldOut).map(({ text }) => text);
  const answers = tellingLines(
    stored.filter(({ heldOut }) => heldOut).map(({ text }) => text),
    seen,
  );
  const secrets = [...answers, ...heldOutLines(exercise)];
  expect(answers.length).toBeGreaterThan(3);
  const { attempt } = stored[0] ?? { attempt: '' };
  await page.goto(`./#/compare/new?attempts=${attempt}`);
  await expect(page.getByText(/^first token/).first()).toBeVisible();
  const dialog = await share(page);
  const link = await dialog.getByLabel('The link').inputValue();
  const { inflateRawSync } = await import('node:zlib');
  const linked = inflateRawSync(Buffer.from(link.split('/shared/1.')[1] ?? '', 'base64url')).toString();
  const files = [];
  for (const kind of ['Markdown', 'CSV', 'JSON', 'promptfoo']) files.push((await saved(page, kind)).text);
  for (const text of [linked, ...files]) {
    const plain = squash(text.replaceAll('\\n', '\n').replaceAll('\\"', '"'));
    expect(secrets.filter((line) => plain.includes(line))).toEqual([]);
  }
  // The guard itself can see: answers to shown cases are in what can be read.
  const shownLines = tellingLines(seen, []);
  for (const text of [linked, ...files.slice(0, 3)]) {
    const plain = squash(text.replaceAll('\\n', '\n').replaceAll('\\"', '"'));
    expect(shownLines.some((line) => plain.includes(line))).toBe(true);
  }
});

test('a pane is copied as code', async ({ page }) => {
  await compared(page);
  await page.getByRole('button', { name: 'Copy pane A as code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pane A as code' });
  const code = dialog.getByLabel('Code');
  await expect(code).toHaveValue(/^# Start[^]*curl http:\/\/127\.0\.0\.1:4870\/v1\/chat\/completions/);
  const body = /<<'END_OF_JSON'\n([^]*)\nEND_OF_JSON\n$/.exec(await code.inputValue())?.[1] ?? '';
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  expect(messages.at(-1)?.content).toContain('Ticket 77-41902');
  expect(await faultsOf(page)).toEqual([]);
  for (const [format, begins] of [
    ['Python', 'from openai import OpenAI'],
    ['TypeScript', "import OpenAI from 'openai';"],
    ['.prompt', '{{role "user"}}'],
  ] as const) {
    await dialog.getByRole('radio', { name: format }).check();
    await expect(code).toHaveValue(new RegExp(begins.replace(/[{}'.]/g, '\\$&')));
  }
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.inputValue());
});

test('the list and a shared link speak French', async ({ page }) => {
  await page.goto('./#/compare');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByText('Rien n’est encore côte à côte.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Comparer', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.goto('./#/compare/shared/2.x');
  await expect(page.getByRole('alert')).toContainText('version plus récente de Candor');
});
