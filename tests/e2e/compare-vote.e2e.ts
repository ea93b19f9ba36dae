import type { Page } from '@playwright/test';
import type { ComparisonOutput } from '#core/comparisons/comparison.ts';
import { wilsonInterval } from '#core/grading/statistics.ts';
import { contrastFaultsOf, faultsOf } from './support/axe.ts';
import { exerciseFromFiles, referenceOf, squash } from './support/exercise-files.ts';
import { MatrixPage } from './support/matrix-page.ts';
import { letStorageFill, setFull, storedRows } from './support/stored-rows.ts';
import { expect, test } from './support/test.ts';

const exercise = exerciseFromFiles('support/refund-outside-policy');
const { title } = exercise.words.en;
const shown = exercise.cases.filter(({ heldOut }) => !heldOut);

test.describe.configure({ timeout: 150_000 });

/** Two prompts on one model side by side, with an answer to every case: what a matrix had drawn. */
async function compareTwo(page: Page): Promise<string> {
  const matrix = new MatrixPage(page);
  await matrix.make(title, [referenceOf(exercise).user]);
  await matrix.runAll();
  await matrix.cell(0, 0).click({ modifiers: ['Control'] });
  await matrix.cell(3, 0).click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Compare 2 rows' }).click();
  await expect(page.getByRole('heading', { name: 'Blind vote' })).toBeVisible();
  return /compare\/(.+)$/.exec(page.url())![1]!;
}

const booth = (page: Page) => page.getByRole('dialog', { name: 'Which would you sign?' });
const side = (page: Page, name: 'Left' | 'Right') => booth(page).getByRole('article', { name });

/** Whose the text on a side is, by what the database says. */
async function ownerOf(page: Page, outputs: readonly ComparisonOutput[], name: 'Left' | 'Right'): Promise<string> {
  const text = squash(await side(page, name).getByRole('region').innerText());
  const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '');
  const found = outputs.filter((output) => letters(squash(output.text)) === letters(text));
  expect(found.length, `one answer is the one on the ${name}`).toBe(1);
  return found[0]!.variant;
}

test('two answers are judged blind, whose they were is told after, and the votes are counted', async ({ page }) => {
  const id = await compareTwo(page);
  const outputs = (await storedRows(page, 'comparisonOutputs')).filter(({ owner }) => owner === id);
  const comparison = (await storedRows(page, 'comparisons')).find((one) => one.id === id)!;
  const variants = comparison.panes.map(({ id: pane }) => pane);
  const [first] = variants;
  const total = 2 * shown.length;
  await expect(page.getByText(`${total} votes left`)).toBeVisible();
  await page.getByRole('button', { name: 'Vote blind' }).click();

  await test.step('nothing in the booth tells whose an answer is', async () => {
    await expect(side(page, 'Left')).toBeVisible();
    const markup = await booth(page).evaluate((dialog) => dialog.outerHTML);
    const sides = await booth(page)
      .getByRole('region')
      .evaluateAll((regions) => regions.map((region) => region.innerHTML));
    const around = sides.reduce((rest, text) => rest.replace(text, ''), markup);
    for (const telling of [...variants, 'Starter', 'Prompt 2', 'simulated', 'Pane', id, ...outputs.map((o) => o.id)]) {
      expect(around.includes(telling), telling).toBe(false);
    }
    expect(around).not.toMatch(/score|checks:|seed/i);
    const shapes = await booth(page)
      .getByRole('article')
      .evaluateAll((articles) =>
        articles.map((article) => {
          const copy = article.cloneNode(true) as Element;
          copy.querySelectorAll('[role=region]').forEach((region) => region.replaceChildren());
          return copy.outerHTML.replace(/Left|Right|id="[^"]*"|aria-labelledby="[^"]*"/g, '');
        }),
      );
    expect(shapes[0]).toBe(shapes[1]);
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('a key votes; then both names, what differed and the checks are told', async () => {
    const left = await ownerOf(page, outputs, 'Left');
    const right = await ownerOf(page, outputs, 'Right');
    expect(left).not.toBe(right);
    const score = (variant: string) =>
      outputs.find((output) => output.variant === variant && output.case === shownCase)!.score!;
    const shownCase = (await currentCase(page)).id;
    await booth(page).getByRole('checkbox', { name: 'clear', exact: true }).check();
    await page.keyboard.press('1');
    const status = booth(page).getByRole('status');
    await expect(status).toContainText('You preferred the left one.');
    const agrees = score(left) > score(right) ? 'agree with you' : score(left) < score(right) ? 'disagree' : 'see no';
    await expect(status).toContainText(`The checks ${agrees}`);
    await expect(status).toContainText('What differed: the prompt.');
    const letter = (variant: string) => (variant === first ? 'A · Starter' : 'B · Prompt 2');
    await expect(status).toContainText(`Left: ${letter(left)}`);
    await expect(status).toContainText(`Right: ${letter(right)}`);
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await contrastFaultsOf(page)).toEqual([]);
    const [vote] = await storedRows(page, 'votes');
    expect(vote).toMatchObject({ comparison: id, verdict: 'left', criteria: ['clear'], case: shownCase });
    expect([vote!.left.variant, vote!.right.variant]).toEqual([left, right]);
  });

  await test.step('a vote is taken back, and the same pair comes again', async () => {
    const left = await ownerOf(page, outputs, 'Left');
    await booth(page).getByRole('button', { name: 'Take this vote back' }).click();
    await expect(booth(page).getByRole('button', { name: /^Tie|As good as each other/ })).toBeVisible();
    expect(await storedRows(page, 'votes')).toEqual([]);
    expect(await ownerOf(page, outputs, 'Left')).toBe(left);
  });

  await test.step('each pair comes in both orders, then there is nothing left', async () => {
    for (let vote = 1; vote <= total; vote++) {
      await expect(booth(page).getByText(`Vote ${vote} ·`)).toBeVisible();
      const left = await ownerOf(page, outputs, 'Left');
      if (vote === 2)
        await booth(page)
          .getByRole('button', { name: /^Both bad/ })
          .click();
      else await page.keyboard.press(left === first ? 'ArrowLeft' : 'ArrowRight');
      await expect(
        booth(page)
          .getByRole('button', { name: vote < total ? /^Next pair/ : /^Close/ })
          .last(),
      ).toBeFocused();
      await page.keyboard.press('Enter');
    }
    await expect(booth(page)).toHaveCount(0);
    await expect(page.getByText('Every pair has been judged both ways round.')).toBeVisible();
    const votes = await storedRows(page, 'votes');
    const orders = new Set(votes.map(({ left, right }) => `${left.output} ${right.output}`));
    expect(orders.size).toBe(total);
    for (const { left, right } of votes) expect(orders.has(`${right.output} ${left.output}`)).toBe(true);
  });

  await test.step('shares are told with their interval, and stay after a reload', async () => {
    await page.reload();
    const table = page.getByRole('table', { name: /Prompt versions/ });
    const share = (total - 0.5) / total;
    const won = Math.round(100 * share);
    const [low, high] = wilsonInterval(share, total).map((end) => Math.round(100 * end));
    await expect(table.getByRole('row').nth(1)).toContainText('A · Starter');
    await expect(table.getByRole('row').nth(1)).toContainText(new RegExp(`${won}\\s%`));
    await expect(table.getByRole('row').nth(1)).toContainText(`${low} to ${high} %`);
    await expect(page.getByText(/No rating yet: it takes three rivals with ten votes each/).first()).toBeVisible();
    await expect(page.getByText(/You preferred the left one in \d+ of \d+ decided votes/)).toBeVisible();
    await expect(page.getByText('Once, neither was good enough.')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take back the last vote' }).click();
    await expect(page.getByText(`${total - 1} votes in this comparison`)).toBeVisible();
    expect(await storedRows(page, 'votes')).toHaveLength(total - 1);
  });
});

/** The case that the booth names. */
async function currentCase(page: Page): Promise<{ id: string }> {
  const named = await booth(page).locator('header').innerText();
  return shown.find(({ id }) => named.includes(exercise.words.en.cases[id]!))!;
}

test('a vote that storage refuses counts, is told, and is stored when there is room', async ({ page }) => {
  await letStorageFill(page, 'votes');
  await compareTwo(page);
  await setFull(page, true);
  await page.getByRole('button', { name: 'Vote blind' }).click();
  await booth(page)
    .getByRole('button', { name: /^Right is better/ })
    .click();
  const told = booth(page).getByRole('alert');
  await expect(told).toContainText('This vote counts on this page, but it is not stored.');
  expect(await storedRows(page, 'votes')).toEqual([]);
  await setFull(page, false);
  await told.getByRole('button', { name: 'Try again' }).click();
  await expect(told).toHaveCount(0);
  expect(await storedRows(page, 'votes')).toHaveLength(1);
});

test('on a phone the two answers are swiped between, left stays left', async ({ page }) => {
  await compareTwo(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Vote blind' }).click();
  const [left, right] = [await side(page, 'Left').boundingBox(), await side(page, 'Right').boundingBox()];
  expect(left!.x).toBeLessThan(right!.x);
  expect(left!.y).toBeCloseTo(right!.y, 0);
  await expect(booth(page).getByRole('button', { name: /^Both bad/ })).toBeInViewport();
  expect(await faultsOf(page)).toEqual([]);
});
