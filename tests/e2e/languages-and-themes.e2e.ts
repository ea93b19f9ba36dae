import type { Page } from '@playwright/test';
import { contrastFaultsOf, faultsOf } from './support/axe.ts';
import { exerciseCount, exerciseFromFiles, starterOf } from './support/exercise-files.ts';
import { expect, test } from './support/test.ts';
import { visibleWords } from './support/visible-words.ts';

const id = 'data-scientist/churn-reasons';
const exercise = exerciseFromFiles(id);
const { en, fr } = exercise.words;

/** What is the same in both languages, and right in both. */
const same = new Set(['Candor', 'simulated-medium', 'Prompt', 'Finance', 'Variables', 'Top p', 'Ctrl ↵']);
const isSame = (word: string) => same.has(word) || /^\{\{.*\}\}$/.test(word) || /^\d+ tokens$/.test(word);

const speak = (page: Page, language: 'English' | 'Français') =>
  page.getByRole('button', { name: new RegExp(`^(?:EN|FR), ${language}$`) }).click();

test('French is spoken throughout, and changing the language keeps the place', async ({ page, candor }) => {
  /** Says everything in English, then in French, and back: nothing of it may be the same. */
  const compare = async (heading: { en: string; fr: string }) => {
    const top = page.getByRole('heading', { level: 1 });
    await expect(top).toHaveText(heading.en);
    const english = new Set(await visibleWords(page));
    await speak(page, 'Français');
    await expect(top).toHaveText(heading.fr);
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    const french = await visibleWords(page);
    expect(french.length).toBeGreaterThan(15);
    expect(french.filter((word) => english.has(word) && !isSame(word))).toEqual([]);
    await speak(page, 'English');
    await expect(top).toHaveText(heading.en);
  };

  await page.goto('./');
  await expect(page.locator('[data-row]')).toHaveCount(exerciseCount);
  await compare({ en: 'Exercises', fr: 'Exercices' });

  await candor.open(id);
  await candor.run();
  await page.getByRole('button', { name: 'X-ray' }).click();
  await expect(page.getByRole('region', { name: 'X-ray' }).getByRole('heading')).toBeVisible();
  await candor.task.getByRole('button', { name: 'Ask for a hint' }).click();
  await page.getByRole('button', { name: /^Sampling/ }).click();
  await compare({ en: en.title, fr: fr.title });

  await test.step('keeps the place: the text, the part of the prompt, the case that is open', async () => {
    await candor.tab(/^System/);
    await candor.write(candor.system, 'Half a sentence, in no');
    const firstTitle = (words: typeof en) => words.cases[exercise.cases.find(({ heldOut }) => !heldOut)!.id]!;
    await candor.task.getByRole('button', { name: `Read the case “${firstTitle(en)}”` }).click();
    const address = page.url();
    await speak(page, 'Français');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr.title);
    expect(page.url()).toBe(address);
    const systemEditor = page.locator('[role=tabpanel]:not([hidden]) .cm-content');
    await expect(systemEditor).toHaveText('Half a sentence, in no');
    await expect(page.getByRole('button', { expanded: true }).filter({ hasText: firstTitle(fr) })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr.title);
    await speak(page, 'English');
  });

  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: en.title })).toBeVisible();
  await compare({ en: 'History', fr: 'Historique' });
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText(/ used\.$/)).toBeVisible();
  await compare({ en: 'Settings', fr: 'Réglages' });
  await page.goto('./#/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await page.goto('./#/practice/support/nothing');
  await expect(page.getByText('There is no exercise at this address.')).toBeVisible();
});

test('a theme that is chosen stays, and the system’s is followed when none is', async ({ page }) => {
  const lightness = () =>
    page.evaluate(() => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
      canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
    });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./#/settings');
  await expect(page.getByRole('radio', { name: 'As the system has it' })).toBeChecked();
  expect(await lightness()).toBeLessThan(64);
  await page.getByText('Light', { exact: true }).click();
  await expect.poll(lightness).toBeGreaterThan(192);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  expect(await lightness()).toBeGreaterThan(192);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByText('Dark', { exact: true }).click();
  await expect.poll(lightness).toBeLessThan(64);
});

test('nothing scrolls sideways on a telephone, in either language, and the run button stays in reach', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const fits = async (where: string) =>
    expect(
      await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]),
      where,
    ).toEqual([390, 390]);
  const inBoth = async (where: string) => {
    await fits(`${where}, English`);
    await speak(page, 'Français');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await fits(`${where}, French`);
    await speak(page, 'English');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  };
  await page.goto('./');
  await expect(page.locator('[data-row]')).toHaveCount(exerciseCount);
  await inBoth('catalogue');
  await page.getByRole('button', { name: /^Filters/ }).click();
  await inBoth('catalogue with its filters');

  await page.goto(`./#/practice/${id}`);
  const parts = page.getByRole('tablist', { name: 'Parts of the page' });
  await expect(parts.getByRole('tab', { name: 'Task' })).toHaveAttribute('aria-selected', 'true');
  await inBoth('task');
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await expect(run).toBeInViewport({ ratio: 1 });
  await run.click();
  await expect(parts.getByRole('tab', { name: 'Result' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/^Score \d+ of 100$/)).toBeAttached({ timeout: 30_000 });
  await inBoth('result');
  await parts.getByRole('tab', { name: 'Prompt' }).click();
  await page.getByRole('button', { name: 'X-ray' }).click();
  await expect(page.getByRole('region', { name: 'X-ray' }).getByRole('heading')).toBeVisible();
  await page.getByRole('button', { name: /^Sampling/ }).click();
  await inBoth('prompt with the x-ray');
  await expect(run).toBeInViewport({ ratio: 1 });
  expect(await faultsOf(page), 'accessibility of the prompt').toEqual([]);
  await parts.getByRole('tab', { name: 'Result' }).click();
  expect(await faultsOf(page), 'accessibility of the result').toEqual([]);

  await page.goto('./#/history');
  await expect(page.getByRole('listitem').filter({ hasText: en.title })).toBeVisible();
  await inBoth('history');
  await page.goto('./#/settings');
  await inBoth('settings');
});

test('an address leads to its attempt after a reload', async ({ page, candor }) => {
  await candor.open(id);
  await candor.run();
  const first = await candor.score();
  await candor.write(candor.editor, `${starterOf(exercise).user}\n\nAnswer with one word.`);
  await candor.run();
  await page.getByRole('link', { name: 'History' }).click();
  const attempts = page.getByRole('listitem').filter({ hasText: en.title });
  await expect(attempts).toHaveCount(2);
  await attempts.last().getByRole('link').click();
  await expect(page).toHaveURL(/\?attempt=/);
  await expect(candor.result.getByText(/^You are looking at attempt 1 of 2/)).toBeVisible();
  await page.reload();
  await expect(candor.result.getByText(/^You are looking at attempt 1 of 2/)).toBeVisible();
  expect(await candor.score()).toBe(first);
});

test('axe finds nothing wrong, in light and dark', async ({ page, candor }) => {
  const check = async (where: string) => {
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await faultsOf(page), `${where}, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await contrastFaultsOf(page), `${where}, dark`).toEqual([]);
  };
  await page.goto('./');
  await expect(page.locator('[data-row]')).toHaveCount(exerciseCount);
  await check('catalogue');
  await candor.open(id);
  await expect(candor.result.getByText('Nothing to mark yet.')).toBeVisible();
  await check('practice, empty');
  await candor.write(candor.editor, 'An {{unknown}} one');
  await expect(candor.runButton).toBeDisabled();
  await check('practice, blocked');
  await candor.write(candor.editor, starterOf(exercise).user);
  await candor.run();
  await check('practice, after a run');
  await page.getByRole('button', { name: 'X-ray' }).click();
  await expect(page.getByRole('region', { name: 'X-ray' }).getByRole('heading')).toBeVisible();
  await check('practice, x-ray on');
  await candor.task.getByRole('button', { name: 'Give up and see the answer' }).click();
  await check('practice, giving up');
  await page.getByRole('button', { name: 'Show me the answer' }).click();
  await expect(candor.task.getByRole('heading', { name: 'The ladder' })).toBeVisible();
  await check('practice, open');
  await page.goto('./#/history');
  await expect(page.getByRole('listitem').filter({ hasText: en.title })).toBeVisible();
  await check('history');
  await page.goto('./#/settings');
  await expect(page.getByText(/ used\.$/)).toBeVisible();
  await check('settings');
});
