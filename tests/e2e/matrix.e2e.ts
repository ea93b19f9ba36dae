import { mean } from '#core/grading/statistics.ts';
import { contrastFaultsOf, faultsOf } from './support/axe.ts';
import { exerciseFromFiles } from './support/exercise-files.ts';
import { MatrixPage } from './support/matrix-page.ts';
import { letStorageFill, setFull, storedRows } from './support/stored-rows.ts';
import { expect, test } from './support/test.ts';

const exercise = exerciseFromFiles('support/refund-outside-policy');
const { title } = exercise.words.en;
const shown = exercise.cases.filter(({ heldOut }) => !heldOut);
const heldOut = exercise.cases.length - shown.length;
const variable = Object.keys(shown[0]!.values).find((name) => !exercise.common.includes(name))!;
const terse = `Answer in one line: {{${variable}}}`;
const polite = `Answer politely, with the reason: {{${variable}}}`;
/** Prompts × models × cases. */
const cells = 3 * 3 * shown.length;

test.describe.configure({ timeout: 150_000 });

test('a run stops, goes on, survives a reload, and stores each cell once', async ({ page }) => {
  const matrix = new MatrixPage(page);
  const samples = 6;
  await matrix.make(title, [terse, polite], samples);
  await expect(page.getByText(`${heldOut} held-out cases are left out until you pass the exercise.`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Run ${cells * samples} calls` })).toBeEnabled();
  await expect(page.getByText(/^about [\d,]+ tokens, free$/)).toBeVisible();

  await matrix.run.click();
  await expect.poll(async () => Number(await matrix.progress.getAttribute('aria-valuenow'))).toBeGreaterThan(4);
  await matrix.stop.click();
  await expect(page.getByText(/^Stopped after \d+ of \d+\. What had come is kept/)).toBeVisible();
  const kept = await storedRows(page, 'comparisonOutputs');
  expect(kept.length).toBeGreaterThan(4);
  expect(kept.length).toBeLessThan(cells * samples);
  await expect(page.getByRole('button', { name: `Go on: ${cells * samples - kept.length} calls left` })).toBeEnabled();

  await matrix.run.click();
  await expect.poll(async () => Number(await matrix.progress.getAttribute('aria-valuenow'))).toBeGreaterThan(4);
  await page.reload();
  await expect(matrix.run).toBeEnabled();
  const after = await storedRows(page, 'comparisonOutputs');
  expect(after.length).toBeGreaterThan(kept.length + 4);
  const old = new Map(after.map((output) => [output.id, output.at]));
  for (const { id, at } of kept) expect(old.get(id)).toBe(at);
  await expect(page.getByRole('button', { name: `Go on: ${cells * samples - after.length} calls left` })).toBeVisible();

  await matrix.runAll();
  const all = await storedRows(page, 'comparisonOutputs');
  expect(all).toHaveLength(cells * samples);
  expect(all.every(({ status, score }) => status === 'whole' && typeof score === 'number')).toBe(true);
  for (const { id, at } of after) expect(all.find((output) => output.id === id)?.at).toBe(at);

  const [{ prompts, models } = { prompts: [], models: [] }] = await storedRows(page, 'matrices');
  const first = all.filter((output) => output.variant === `${prompts[0]!.id}~${models[0]!.id}`);
  const byCase = shown.map((one) => mean(first.filter((output) => output.case === one.id).map(({ score }) => score!)));
  await expect(matrix.cell(0, 0)).toHaveText(String(Math.round(byCase[0]!)));
  await expect(matrix.cell(0, -1)).toContainText(String(Math.round(mean(byCase))));
  expect(all.some((output) => !shown.some(({ id }) => id === output.case))).toBe(false);
});

test('the grid is walked, sorted, filtered and opened by keyboard', async ({ page }) => {
  const matrix = new MatrixPage(page);
  await matrix.make(title, [terse, polite]);
  await matrix.runAll();
  await page.getByText('Set-up').click();

  await test.step('arrow keys move one focus through headings and cells', async () => {
    await matrix.cell(0, 0).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(matrix.cell(1, 1)).toBeFocused();
    await page.keyboard.press('Control+End');
    await expect(matrix.cell(8, shown.length - 1)).toBeFocused();
    await page.keyboard.press('Control+Home');
    await expect(page.getByRole('columnheader', { name: 'Prompt' })).toBeFocused();
    expect(await page.locator('[role=grid] [tabindex="0"]').count()).toBe(1);
  });

  await test.step('Enter on a heading sorts by it, best first, then weakest first, then as set up', async () => {
    const averages = async () => {
      const texts = await page.locator('.row .edge b').allInnerTexts();
      return texts.map(Number);
    };
    const before = await averages();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('columnheader', { name: 'Average' });
    await expect(heading).toHaveAttribute('aria-sort', 'descending');
    expect(await averages()).toEqual([...before].sort((a, b) => b - a));
    await page.keyboard.press('Enter');
    await expect(heading).toHaveAttribute('aria-sort', 'ascending');
    expect(await averages()).toEqual([...before].sort((a, b) => a - b));
    await page.keyboard.press('Enter');
    await expect(heading).not.toHaveAttribute('aria-sort');
    expect(await averages()).toEqual(before);
  });

  await test.step('rows are found by name and model', async () => {
    await page.getByRole('searchbox', { name: 'Find a prompt' }).fill('starter');
    await expect(page.locator('.row')).toHaveCount(3);
    await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption({ index: 1 });
    await expect(page.locator('.row')).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Find a prompt' }).fill('nothing like it');
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect(page.locator('.row')).toHaveCount(9);
  });

  await test.step('Enter opens a cell with its answer, Escape goes back to it', async () => {
    await matrix.cell(1, 0).focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('heading', { level: 2 })).toContainText('Starter on simulated-');
    await expect(sheet.getByRole('article')).toHaveCount(1);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(matrix.cell(1, 0)).toBeFocused();
  });

  await test.step('Space chooses cells, and their rows stand side by side with what was drawn', async () => {
    await page.keyboard.press('Space');
    await expect(matrix.cell(1, 0)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await contrastFaultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Compare 2 rows' }).click();
    await expect(page).toHaveURL(/#\/compare\/.+/);
    const id = /compare\/(.+)$/.exec(page.url())![1]!;
    const rows = await storedRows(page, 'comparisonOutputs');
    const taken = rows.filter(({ owner }) => owner === id);
    expect(taken).toHaveLength(2 * shown.length);
    const line = taken
      .find((output) => output.case === shown[0]!.id)!
      .text.split('\n')[0]!
      .slice(0, 40);
    await expect(page.getByText(line).first()).toBeVisible();
  });
});

test('an edited prompt makes its cells stale, and a run draws them alone', async ({ page }) => {
  const matrix = new MatrixPage(page);
  await matrix.make(title, [terse]);
  await matrix.runAll();
  await page.getByRole('textbox', { name: 'Prompt 2, for each case' }).fill(polite);
  await expect(matrix.cell(3, 0)).toHaveAccessibleName(/stale$/);
  await expect(matrix.cell(0, 0)).toHaveAccessibleName(/passed$/);
  await expect(page.getByRole('button', { name: `Go on: ${3 * shown.length} calls left` })).toBeEnabled();
  await page.getByRole('textbox', { name: 'Prompt 2, for each case' }).fill('Answer {{nobody}}');
  await expect(page.getByText('A prompt cannot be run as it stands')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Go on|Run)/ })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Prompt 2, for each case' }).fill(polite);
  await matrix.runAll();
  await expect(matrix.cell(3, 0)).toHaveAccessibleName(/passed$/);
  const [stored] = await storedRows(page, 'matrices');
  expect(stored!.prompts[1]!.prompt.user).toBe(polite);
});

test('results that storage refuses are told, kept in the page, and stored when there is room', async ({ page }) => {
  const matrix = new MatrixPage(page);
  await letStorageFill(page, 'comparisonOutputs');
  await matrix.make(title, []);
  await setFull(page, true);
  await matrix.run.click();
  const told = page.getByRole('alert').filter({ hasText: 'did not store a result' });
  await expect(told).toContainText(/\d+ results? (is|are) in this page alone/);
  expect(await storedRows(page, 'comparisonOutputs')).toEqual([]);
  await expect(page.locator('.cell.passed, .cell.below').first()).toBeVisible();
  await setFull(page, false);
  await told.getByRole('button', { name: 'Store again' }).click();
  await expect(told).toHaveCount(0);
  expect((await storedRows(page, 'comparisonOutputs')).length).toBeGreaterThan(0);
  await matrix.runAll();
  expect(await storedRows(page, 'comparisonOutputs')).toHaveLength(3 * shown.length);
});

test('own data make a matrix that nothing grades', async ({ page }) => {
  const matrix = new MatrixPage(page);
  await page.goto('./#/matrix/new');
  await page
    .getByRole('textbox', { name: /^Rows, with the names/ })
    .fill('topic,tone\nan invoice that is late,firm\na meeting that moved,warm');
  await expect(page.getByText('2 cases with topic, tone')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Set it up' }).last().click();
  await page
    .getByRole('textbox', { name: 'Prompt 1, for each case' })
    .fill('Write a mail about {{topic}} in a {{tone}} tone.');
  await matrix.runAll();
  await expect(matrix.cell(0, 0)).toHaveAccessibleName(/^\d+ words?, nothing grades/);
});

test('a phone gets a list', async ({ page }) => {
  const matrix = new MatrixPage(page);
  await matrix.make(title, [terse]);
  await matrix.runAll();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(matrix.grid).toHaveCount(0);
  const list = page.getByRole('list', { name: 'Scores by prompt, model and case' });
  const first = list.getByRole('button').first();
  await expect(first).toContainText('Starter');
  await first.click();
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(list.getByRole('button')).toHaveCount(6 + shown.length);
  expect(await faultsOf(page)).toEqual([]);
  await list.getByRole('button').nth(1).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(sideways).toBe(false);
});
