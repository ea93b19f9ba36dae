import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { ArbitrateCase } from '#core/exercises/arbitrate.ts';
import type { ExportFile } from '#core/attempts/export-file.ts';
import { sentences } from '#core/language/segment.ts';
import { contrastFaultsOf, faultsOf } from './support/axe.ts';
import { everShown, recordEverShown } from './support/ever-shown.ts';
import { arbitrationFromFiles, squash } from './support/exercise-files.ts';
import { expect, test } from './support/test.ts';
import { visibleWords } from './support/visible-words.ts';

const id = 'lawyer/clauses-in-plain-words';
const exercise = arbitrationFromFiles(id);
const words = exercise.words.en;
const shown = exercise.cases.filter(({ heldOut }) => !heldOut);
const heldOut = exercise.cases.filter((one) => one.heldOut);

/** The bench as a person finds it. */
class Bench {
  readonly page: Page;
  readonly cases: Locator;
  readonly report: Locator;
  constructor(page: Page) {
    this.page = page;
    this.cases = page.getByRole('navigation', { name: 'Cases' }).getByRole('button');
    this.report = page.getByRole('region', { name: 'Report on the judge' });
  }

  async open(): Promise<void> {
    await this.page.goto(`./#/practice/${id}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(words.title);
  }

  async openCase(one: ArbitrateCase): Promise<void> {
    await this.cases.nth(exercise.cases.indexOf(one)).click();
    await expect(this.page.getByRole('heading', { level: 2, name: words.cases[one.id]! })).toBeVisible();
  }

  /** An output on the page, wherever the order put it. */
  output(one: ArbitrateCase, output: string): Locator {
    const { text } = one.outputs.find((each) => each.id === output)!;
    return this.page.getByRole('article').filter({ hasText: squash(text) });
  }

  async choose(one: ArbitrateCase, best: string): Promise<void> {
    const radio =
      best === 'none'
        ? this.page.getByRole('radio', { name: 'None of them may be used' })
        : best === 'tie'
          ? this.page.getByRole('radio', { name: 'It makes no difference' })
          : this.output(one, best).getByRole('radio');
    await radio.check();
  }

  /** Picks the sentence in which a flaw begins. */
  async pick(one: ArbitrateCase, output: string, quote: string): Promise<void> {
    const { text } = one.outputs.find((each) => each.id === output)!;
    const at = text.indexOf(quote);
    const index = sentences(text).findIndex(({ start, end }) => start <= at && at < end);
    const sheet = this.output(one, output);
    await sheet.getByRole('button', { name: /^Pick a sentence/ }).click();
    await sheet.getByRole('option').nth(index).click();
  }

  async judgeByKey(one: ArbitrateCase): Promise<void> {
    await this.openCase(one);
    await this.choose(one, one.key.best);
    const [flaw] = one.key.flaws;
    if (flaw) await this.pick(one, flaw.output, flaw.quote);
    const [criterion] = one.key.criteria;
    if (criterion) await this.page.getByRole('radio', { name: words.criteria[criterion]! }).check();
  }

  async handIn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Hand in' }).click();
    await expect(this.report).toBeVisible();
  }

  async score(): Promise<number> {
    return Number(/\d+/.exec(await this.report.getByText(/^Score \d+ of 100$/).innerText())?.[0]);
  }
}

test('from the first case to a passed exercise: a candid report, a fresh order, and every attempt in the history', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await recordEverShown(page);
  const bench = new Bench(page);
  await bench.open();

  await test.step('says what was asked, and cannot be handed in half done', async () => {
    await expect(page.getByText(squash(exercise.common['request']!).slice(0, 60)).first()).toBeVisible();
    await expect(bench.cases).toHaveCount(exercise.cases.length);
    await bench.choose(shown[0]!, shown[0]!.surest);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByRole('heading', { level: 2, name: words.cases[exercise.cases[1]!.id]! })).toBeFocused();
    await expect(bench.report).toHaveCount(0);
  });

  await test.step('whoever goes by tone fails, and is told so', async () => {
    for (const one of exercise.cases) {
      await bench.openCase(one);
      await bench.choose(one, one.surest);
    }
    await expect(page.getByText(/^8 of 8 judged/)).toBeVisible();
    await expect(page.getByText('In 8 cases a passage or a reason is missing.')).toBeVisible();
    await bench.handIn();
    expect(await bench.score()).toBeLessThan(exercise.threshold);
    const right = exercise.cases.filter((one) => one.surest === one.key.best).length;
    await expect(
      bench.report.getByText(`You chose the one that sounds surest in 8 of 8 cases; it was the best in ${right}.`),
    ).toBeVisible();
    await expect(bench.report.getByText('Tone is not evidence.')).toBeVisible();
    await expect(bench.report.getByText(words.reasons[shown[0]!.id]!)).toBeVisible();
  });

  await test.step('the key of the held-out cases stays shut', async () => {
    await expect(bench.report.getByText(/^3 held-out cases count towards the score/)).toBeVisible();
    const secret = [...heldOut.map((one) => words.reasons[one.id]!), words.debrief].map((text) =>
      squash(text).slice(0, 60),
    );
    expect(await everShown(page, secret)).toEqual([]);
  });

  await test.step('judged again by the key, in an order of its own, it passes and opens', async () => {
    await page.getByRole('button', { name: 'Judge again, in a new order' }).click();
    await expect(page.getByText(/^0 of 8 judged/)).toBeVisible();
    for (const one of exercise.cases) await bench.judgeByKey(one);
    await bench.handIn();
    expect(await bench.score()).toBe(100);
    await expect(bench.report.getByText('You would have used the right version every time.')).toBeVisible();
    for (const one of heldOut) await expect(bench.report.getByText(words.reasons[one.id]!)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Debrief' })).toBeVisible();
  });

  await test.step('the history opens the first attempt as it was', async () => {
    await page.getByRole('link', { name: 'History' }).click();
    const rows = page.getByRole('listitem').filter({ hasText: words.title });
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText('8 of 8 cases judged rightly');
    await rows.nth(1).getByRole('link').click();
    await expect(bench.report).toBeVisible();
    expect(await bench.score()).toBeLessThan(exercise.threshold);
    await expect(page.getByText(/^You are looking at attempt 1 of 2/)).toBeVisible();
  });

  await test.step('the export holds the verdicts', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export/ }).click();
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as ExportFile;
    const mine = file.attempts.filter((one) => one.kind === 'arbitrate');
    expect(mine.map(({ verdicts }) => verdicts.length)).toEqual([8, 8]);
  });

  await test.step('the catalogue knows that it is passed', async () => {
    await page.goto('./');
    await expect(page.getByRole('listitem').filter({ hasText: words.title })).toContainText('100');
  });
});

test('a case is judged by keyboard alone', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const [one] = exercise.cases;
  const first = page.getByRole('article').first();
  await first.getByRole('radio').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Use version B' })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'Use version A' })).toBeChecked();

  const second = page.getByRole('article').nth(1);
  await second.getByRole('button', { name: /^Pick a sentence/ }).focus();
  await page.keyboard.press('Enter');
  const sentence = second.getByRole('option').nth(1);
  await page.keyboard.press('ArrowDown');
  await expect(sentence).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sentence).toHaveAttribute('aria-selected', 'true');
  const quote = squash(await sentence.innerText());
  await expect(page.getByText(`“${quote}”`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(second.getByRole('button', { name: /^Pick a sentence/ })).toBeFocused();

  await page.getByRole('radio', { name: words.criteria[exercise.criteria[0]!]! }).focus();
  await page.keyboard.press('Space');
  await expect(bench.cases.first()).toHaveAccessibleName(`${words.cases[one!.id]}, case 1: judged`);
  await page.getByRole('button', { name: 'Next', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: words.cases[exercise.cases[1]!.id]! })).toBeFocused();
});

test('a passage is marked by selecting it, taken away, and kept within a second', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const [one] = exercise.cases;
  const [flaw] = one!.key.flaws;
  await bench.choose(one!, one!.key.best);
  const sheet = bench.output(one!, flaw!.output);
  const select = () =>
    sheet.locator('.text').evaluate((text, quote) => {
      const node = [...text.childNodes].find((each) => each.textContent?.includes(quote))!;
      const leaf = node.nodeType === Node.TEXT_NODE ? node : node.firstChild!;
      const start = leaf.textContent!.indexOf(quote) + 2; // in the middle of a word, as fingers do
      document.getSelection()!.setBaseAndExtent(leaf, start, leaf, start + quote.length - 4);
    }, flaw!.quote);
  const mark = sheet.getByRole('button', { name: 'Mark this passage' });

  await select();
  await mark.click();
  await expect(page.getByText(`“${flaw!.quote}”`)).toBeVisible();
  await sheet.getByRole('button', { name: /^Take the mark away: / }).click();
  await expect(page.getByText(`“${flaw!.quote}”`)).toHaveCount(0);
  await select();
  await mark.click();
  await expect(page.getByText('Kept on this device.')).toBeVisible();

  const order = await page.getByRole('article').locator('.text').allInnerTexts();
  await page.reload();
  await expect(bench.output(one!, one!.key.best).getByRole('radio')).toBeChecked();
  await expect(page.getByText(`“${flaw!.quote}”`)).toBeVisible();
  expect(await page.getByRole('article').locator('.text').allInnerTexts()).toEqual(order);
});

test('speaks French throughout, and keeps the place when the language changes', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const [one] = exercise.cases;
  await bench.judgeByKey(one!);
  const english = new Set(await visibleWords(page));
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(exercise.words.fr.title);
  await expect(bench.output(one!, one!.key.best).getByRole('radio')).toBeChecked();
  const french = await visibleWords(page);
  expect(french.length).toBeGreaterThan(15);
  const same = /^(C?andor\.?|simulated-medium|.*version [A-D])$/i; // the house's name, and a word both languages have
  expect(
    french.filter(
      (word) => english.has(word) && !same.test(word) && !one!.outputs.some(({ text }) => text.includes(word)),
    ),
  ).toEqual([]);
});

test.describe('with a thumb', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a sentence is marked by tapping it, and another in its place', async ({ page }) => {
    const bench = new Bench(page);
    await bench.open();
    const [one] = exercise.cases;
    await bench
      .output(one!, one!.key.best)
      .getByText(/^Use version/)
      .tap();
    const [flaw] = one!.key.flaws;
    const sheet = bench.output(one!, flaw!.output);
    await sheet.getByRole('button', { name: /^Pick a sentence/ }).tap();
    const options = sheet.getByRole('option');
    await options.first().tap();
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await options.last().tap();
    await expect(options.first()).toHaveAttribute('aria-selected', 'false');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText(`“${squash(await options.last().innerText())}”`)).toBeVisible();
    await page.getByRole('button', { name: 'Next', exact: true }).tap();
    await expect(page.getByRole('heading', { level: 2, name: words.cases[exercise.cases[1]!.id]! })).toBeInViewport();
  });
});

for (const width of [390, 1280]) {
  test(`nothing stands in the way of anybody at ${width} px`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 844 });
    const bench = new Bench(page);
    await bench.open();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await bench.judgeByKey(exercise.cases[0]!);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
    for (const one of exercise.cases) {
      await bench.openCase(one);
      await bench.choose(one, one.surest);
    }
    await bench.handIn();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await contrastFaultsOf(page)).toEqual([]);
  });
}
