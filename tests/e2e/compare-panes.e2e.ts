import type { Locator, Page } from '@playwright/test';
import { databaseName } from '#services/attempts/database.ts';
import { faultsOf, contrastFaultsOf } from './support/axe.ts';
import { ComparePage } from './support/compare-page.ts';
import { everShown, recordEverShown } from './support/ever-shown.ts';
import { exerciseFromFiles, heldOutLines, referenceOf, starterOf } from './support/exercise-files.ts';
import { expect, test } from './support/test.ts';

const id = 'programmer/bug-report-triage';
const exercise = exerciseFromFiles(id);
const words = exercise.words.en;
const shown = exercise.cases.filter(({ heldOut }) => !heldOut);
const titleOf = (index: number) => words.cases[shown[index]!.id]!;

// Several runs, and axe on six panes, in one go.
test.describe.configure({ timeout: 120_000 });

/** The text of an answer, without the numbers of its notes. */
const textOf = (answer: Locator) =>
  answer.locator('.text').evaluate((sheet) => {
    const copy = sheet.cloneNode(true) as HTMLElement;
    for (const number of copy.querySelectorAll('sup')) number.remove();
    return copy.textContent.trim();
  });

test('from an exercise: a copy is changed, one thing varies, all panes run and are graded', async ({
  page,
  candor,
}) => {
  const hidden = heldOutLines(exercise);
  await recordEverShown(page);
  await candor.open(id);
  await page.getByRole('link', { name: 'Compare this prompt' }).click();
  const compare = new ComparePage(page);
  await compare.ready();
  await expect(page).toHaveTitle(/side by side/);
  await expect(compare.panes()).toHaveCount(2);
  await expect(compare.prompt('A')).toContainText(starterOf(exercise).user.split('\n')[0]!);
  await expect(compare.varies).toHaveText(/varies: nothing/);

  await compare.write('B', referenceOf(exercise).user);
  await expect(compare.varies).toHaveText(/varies: prompt/);
  await expect(page.getByText('same: model, case, seed 0')).toBeVisible();
  await expect(page.getByText(/^2 calls, about [\d,]+ tokens, no cost \(simulated\)/)).toBeVisible();
  await compare.run();
  for (const letter of ['A', 'B']) {
    await expect(
      compare.pane(letter).getByText(/first token .* s · whole .* in · no cost \(simulated\) · finished/),
    ).toBeVisible();
    await expect(compare.pane(letter).getByText(/requirements? (met|is met)|requirements are met/)).toBeVisible();
  }
  await expect(compare.output('A').locator('mark, .whole li').first()).toBeVisible();
  const score = async (letter: string) =>
    Number(/\d+/.exec(await compare.pane(letter).locator('dd').first().innerText())?.[0]);
  expect(await score('B')).toBeGreaterThan(await score('A'));
  expect(await faultsOf(page)).toEqual([]);

  await test.step('an edit makes its own answer out of date, and undoing the edit makes it good again', async () => {
    await compare.prompt('A').press('End');
    await page.keyboard.insertText('!');
    await expect(compare.pane('A').getByText('Drawn before the pane or its data was edited.')).toBeVisible();
    await expect(compare.pane('B').getByText('Drawn before')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(compare.pane('A').getByText('Drawn before')).toHaveCount(0);
  });

  await test.step('held-out cases are not offered, and nothing of them was ever in the page', async () => {
    await expect(compare.case.getByRole('option')).toHaveCount(shown.length);
    expect(await everShown(page, hidden)).toEqual([]);
  });

  await test.step('everything is there again after a reload', async () => {
    const answer = await compare.output('B').innerText();
    await page.reload();
    await compare.ready();
    await expect(compare.output('B')).toHaveText(answer, { useInnerText: true });
    await expect(compare.pane('B').getByText('Drawn before')).toHaveCount(0);
  });
});

test('cases by keyboard, several samples with their spread, all cases', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${id}`);
  const chosen = compare.case.getByRole('combobox', { name: 'Case' });
  await expect(chosen.locator('option:checked')).toHaveText(titleOf(0));
  await compare.prompt('A').click();
  await page.keyboard.press('Alt+PageDown');
  await expect(chosen.locator('option:checked')).toHaveText(titleOf(1));
  await expect(compare.prompt('A')).toBeFocused();
  await page.keyboard.press('Alt+PageUp');
  await page.keyboard.press('Alt+PageUp');
  await expect(chosen.locator('option:checked')).toHaveText(titleOf(0));
  await compare.case.getByRole('button', { name: 'Show the data' }).click();
  await expect(page.getByRole('region', { name: 'Data' }).getByRole('definition').first()).not.toBeEmpty();

  await page.getByRole('combobox', { name: 'Samples for each' }).selectOption('3');
  await page.getByRole('combobox', { name: 'Cases to run' }).selectOption('all');
  await expect(page.getByText(new RegExp(`^${2 * 3 * shown.length} calls`))).toBeVisible();
  await compare.prompt('A').press('ControlOrMeta+Enter');
  await compare.ended();
  await expect(compare.pane('A').getByText(/^3 samples: score/)).toBeVisible();
  await expect(compare.pane('A').getByText(new RegExp(`^\\d/${shown.length}$`))).toBeVisible();
  const samples = compare.pane('A').getByRole('group', { name: /^Samples of/ });
  await expect(samples.getByRole('button')).toHaveCount(3);
  const first = await compare.output('A').innerText();
  await samples.getByRole('button', { name: /^Sample 2/ }).press('Enter');
  await expect(samples.getByRole('button', { name: /^Sample 2/ })).toHaveAttribute('aria-pressed', 'true');
  expect(await compare.output('A').innerText()).not.toBe(first);
  await compare.case.getByRole('button', { name: 'Next case' }).click();
  await expect(compare.pane('B').getByText(/^3 samples: score/)).toBeVisible();
});

test('panes are added, copied, moved and removed by keyboard, and a removal is undone', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${id}`);
  const users = () => compare.panes().locator('.cm-content').allInnerTexts();
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await compare.write('A', 'first');
  await compare.write('B', 'second');
  await press('Duplicate pane B');
  await expect(compare.panes()).toHaveCount(3);
  await expect(page.getByRole('textbox', { name: 'Name of pane C' })).toBeFocused();
  await compare.write('C', 'third');
  await press('Move pane C to the left');
  expect(await users()).toEqual(['first', 'third', 'second']);
  await expect(page.getByRole('button', { name: 'Move pane B to the left' })).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await users()).toEqual(['third', 'first', 'second']);
  await expect(page.getByRole('button', { name: 'Move pane A to the right' })).toBeFocused();

  await press('Remove pane B');
  expect(await users()).toEqual(['third', 'second']);
  await expect(page.getByRole('button', { name: 'Remove pane A' })).toBeDisabled();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(compare.panes()).toHaveCount(3);
  expect(await users()).toEqual(['third', 'first', 'second']);

  for (let count = 3; count < 6; count++) await press('Add a pane');
  await expect(compare.panes()).toHaveCount(6);
  await expect(page.getByRole('button', { name: 'Add a pane' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Duplicate pane A' })).toBeDisabled();
  expect(await faultsOf(page)).toEqual([]);

  await test.step('by mouse, a pane is dragged by its letter', async () => {
    await page.getByRole('heading', { name: 'Pane A' }).dragTo(compare.pane('C'));
    await expect.poll(async () => (await users()).slice(0, 3)).toEqual(['first', 'second', 'third']);
  });

  await test.step('one is widened, the others stay in reach', async () => {
    await press('Widen pane B');
    const wide = (await compare.pane('B').boundingBox())!.width;
    const strip = (await compare.pane('A').boundingBox())!.width;
    expect(wide).toBeGreaterThan(8 * strip);
    await compare.pane('F').getByRole('button').click();
    await expect(page.getByRole('button', { name: 'Show all panes evenly' })).toHaveCount(1);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all panes evenly' }).click();
    await expect(page.getByRole('button', { name: 'Widen pane A' })).toBeVisible();
  });
});

test('what is linked is the same everywhere, and the words say what varies', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${id}`);
  await compare.write('B', 'Only in B: {{report}}');
  await expect(compare.varies).toHaveText(/varies: prompt/);
  await page.getByRole('checkbox', { name: 'prompt' }).check();
  const shared = page.getByRole('textbox', { name: 'Prompt of all panes' });
  await expect(shared).toHaveText('Only in B: {{report}}');
  await expect(compare.prompt('A')).toBeHidden();
  await expect(compare.varies).toHaveText(/varies: nothing/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(compare.prompt('B')).toHaveText('Only in B: {{report}}');
  await expect(compare.prompt('A')).not.toHaveText('Only in B: {{report}}');

  await page.getByRole('checkbox', { name: 'prompt' }).check();
  await page.getByRole('checkbox', { name: 'model' }).uncheck();
  for (const [letter, model] of [
    ['A', 'simulated-small'],
    ['B', 'simulated-large'],
  ] as const) {
    await expect(page.getByRole('combobox', { name: `Model of Pane ${letter}` }).getByRole('option')).toHaveText([
      /^simulated-/,
      /^simulated-/,
      /^simulated-/,
    ]);
    await page.getByRole('combobox', { name: `Model of Pane ${letter}` }).selectOption(model);
  }
  await expect(compare.varies).toHaveText(/varies: model/);

  // Without prompts of their own, the panes leave their room to the answers.
  const pane = (await compare.pane('A').boundingBox())!;
  const answer = (await compare.output('A').boundingBox())!;
  expect(answer.y + answer.height).toBeCloseTo(pane.y + pane.height, 0);

  await page.getByRole('checkbox', { name: 'sampling' }).uncheck();
  await compare
    .pane('B')
    .getByRole('button', { name: /^Sampling/ })
    .click();
  await page.getByRole('textbox', { name: 'Temperature' }).fill('0,9');
  await page.getByRole('textbox', { name: 'Seed' }).fill('4');
  await expect(compare.varies).toHaveText(/varies: model, temperature, seed/);
  await expect(page.getByText('More than one thing differs')).toBeVisible();
  await expect(page.getByText('same: prompt, case')).toBeVisible();
});

test('one’s own text: variables become fields, a table becomes cases, and nothing is graded', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open();
  await expect(compare.runButton).toBeDisabled();
  await compare.write('A', 'Sum up in one sentence: {{text}}');
  await compare.write('B', 'Sum up in three bullets for {{reader}}: {{text}}');
  await compare.case.getByRole('button', { name: 'Show the data' }).click();
  await page
    .getByRole('textbox', { name: 'text in this case' })
    .fill('The harbour was rebuilt in 1923 and floods each spring.');
  await page.getByRole('textbox', { name: 'reader in this case' }).fill('the mayor');
  await compare.run();
  await expect(compare.output('A')).not.toContainText('Not run yet');
  await expect(compare.pane('B').getByText('tokens out')).toBeVisible();
  await expect(compare.pane('B').getByText('score')).toHaveCount(0);

  await page.getByRole('button', { name: 'Paste a table' }).click();
  await page.getByRole('textbox', { name: 'Table to paste' }).fill('text\treader\nOne\tAnn\n"Two,\nlong"\tBob');
  await expect(page.getByText('2 cases: text, reader')).toBeVisible();
  await page.getByRole('button', { name: 'Add the cases' }).click();
  await expect(compare.case.getByText('2 of 3')).toBeVisible();
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByRole('textbox', { name: 'text in this case' })).toHaveValue('Two,\nlong');
  await expect(compare.pane('A').getByText('Not run on this case yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove this case' }).click();
  await expect(compare.case.getByText('2 of 2')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test('what is typed survives the tab being closed in the middle of it', async ({ page, context }) => {
  const compare = new ComparePage(page);
  await compare.open();
  const address = page.url();
  await compare.prompt('A').click();
  await page.keyboard.insertText('Half a senten');
  await page.getByRole('textbox', { name: 'Title of the comparison' }).fill('Which opening?');
  await page.close({ runBeforeUnload: true });
  const later = await context.newPage();
  await later.goto(address);
  const again = new ComparePage(later);
  await expect(again.prompt('A')).toHaveText('Half a senten');
  await expect(later.getByRole('textbox', { name: 'Title of the comparison' })).toHaveValue('Which opening?');
});

test('panes stream together; one is stopped, goes on alone; a page that goes away leaves what had come', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${id}`);
  await page.getByRole('button', { name: 'Duplicate pane B' }).click();
  await compare.runButton.click();
  const stops = ['A', 'B', 'C'].map((letter) => page.getByRole('button', { name: `Stop pane ${letter}` }));
  for (const stop of stops) await expect(stop).toBeVisible();
  await expect(compare.output('A').locator('.sheet')).toContainText(/\w+ \w+/);
  await stops[0]!.click();
  await expect(compare.pane('A').getByText(/Partial: stopped before its end/)).toBeVisible();
  const cut = await textOf(compare.output('A'));
  await compare.ended();
  for (const letter of ['B', 'C'])
    await expect(compare.pane(letter).getByText(/requirements? met|are met|is met/)).toBeVisible();
  await expect(compare.pane('A').getByText(/requirements? met|are met|is met/)).toHaveCount(0);

  await page.getByRole('button', { name: /^Continue pane A/ }).click();
  await expect(compare.pane('A').getByText(/requirements? met|are met|is met/)).toBeVisible({ timeout: 30_000 });
  const a = await textOf(compare.output('A'));
  expect(a.startsWith(cut)).toBe(true);
  expect(a).toBe(await textOf(compare.output('B')));

  await test.step('the page goes away in the middle of a run', async () => {
    await compare.runButton.click();
    await expect(compare.output('C').locator('.sheet')).toContainText(/\w+ \w+ \w+/);
    await page.reload();
    await compare.ready();
    await expect(compare.pane('C').getByText(/Partial: stopped before its end/)).toBeVisible();
    await expect(compare.output('C').locator('.text')).toContainText(/\w+ \w+/);
  });

  await test.step('Escape stops all', async () => {
    await compare.runButton.click();
    await expect(stops[1]!).toBeVisible();
    await page.keyboard.press('Escape');
    await compare.ended();
  });
});

/** Changes a stored comparison as a newer or another Candor might have written it. */
async function rewrite(page: Page, model: string): Promise<void> {
  await page.evaluate(
    ([name, wanted]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name!);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const rows = opening.result.transaction('comparisons', 'readwrite').objectStore('comparisons');
          const reading = rows.getAll();
          reading.onsuccess = () => {
            const row = reading.result[0] as { panes: { model: object }[]; linked: { model: boolean } };
            row.panes[1]!.model = { id: wanted!, seed: 0 };
            row.linked.model = false;
            rows.put(row).onsuccess = () => {
              opening.result.close();
              resolve();
            };
          };
        };
      }),
    [databaseName, model] as const,
  );
}

test('a pane whose model is not here fails alone, says so, and runs once another is chosen', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${id}`);
  await expect(page.getByText(/Saved$/)).toBeVisible();
  await rewrite(page, 'some-other-model');
  await page.reload();
  await compare.ready();
  await expect(page.getByRole('option', { name: 'some-other-model (not here any more)' })).toBeAttached();
  await compare.runButton.click();
  await compare.ended();
  await expect(compare.pane('B').getByText('The provider does not know this model. Choose another one.')).toBeVisible();
  await expect(compare.pane('A').getByText(/requirements? met|are met|is met/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Model of Pane B' }).selectOption('simulated-large');
  await page.getByRole('button', { name: 'Run again: pane B' }).click();
  await expect(compare.pane('B').getByText(/requirements? met|are met|is met/)).toBeVisible();
});

test('stored attempts stand side by side with their answers, from the exercise and from the history', async ({
  page,
  candor,
}) => {
  await candor.open(id);
  await candor.run();
  const first = await textOf(candor.answer(titleOf(0)));
  await candor.writePrompt(referenceOf(exercise));
  await candor.run();
  await candor.result.getByRole('button', { name: 'Compare with…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Which attempts side by side?' });
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Set side by side' }).click();
  const compare = new ComparePage(page);
  await compare.ready();
  await expect(compare.panes()).toHaveCount(2);
  await expect.poll(() => textOf(compare.output('A'))).toBe(first);
  await expect(page.getByRole('textbox', { name: 'Name of pane A' })).toHaveValue(/^attempt of /);
  await expect(compare.varies).toHaveText(/varies: prompt/);

  await page.goto('./#/history');
  await page
    .getByRole('button', { name: /^Compare the attempt/ })
    .first()
    .click();
  await expect(dialog.getByText('2 chosen')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('checkbox').last().uncheck();
  await expect(dialog.getByRole('button', { name: 'Set side by side' })).toBeDisabled();
  await dialog.getByRole('checkbox').last().check();
  await dialog.getByRole('button', { name: 'Set side by side' }).click();
  await compare.ready();
});

test('differences against a pane, in prompts and answers; other ways of looking', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${id}`);
  await compare.write('B', `${starterOf(exercise).user} Be brief.`);
  await compare.run();
  await page.getByRole('combobox', { name: 'Differences' }).selectOption({ label: 'against A' });
  await expect(compare.pane('B').locator('ins').filter({ hasText: 'brief' })).toBeVisible();
  await expect(compare.output('B').getByText(/^Against Pane A:|^The same as Pane A/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'in the prompts too' }).uncheck();
  await expect(compare.prompt('B')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Differences' }).selectOption({ label: 'none' });
  await page.getByRole('combobox', { name: 'Show answers as' }).selectOption({ label: 'Markdown' });
  await expect(compare.output('B').locator('p').first()).toBeVisible();
});

test('on a phone one swipes between panes, and sees where one is', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${id}`);
  const place = (number: number) => page.getByRole('button', { name: `Pane ${'AB'[number - 1]}, ${number} of 2` });
  await expect(place(1)).toHaveAttribute('aria-pressed', 'true');
  await place(2).click();
  await expect(place(2)).toHaveAttribute('aria-pressed', 'true');
  await expect(compare.prompt('B')).toBeInViewport();
  await expect(compare.prompt('A')).not.toBeInViewport();
  await page.locator('.row').evaluate((row) => row.scrollTo({ left: 0 }));
  await expect(place(1)).toHaveAttribute('aria-pressed', 'true');
  await compare.run();
  await expect(compare.pane('A').getByText(/requirements? met|are met|is met/)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await faultsOf(page)).toEqual([]);
  await context.close();
});

test('French, in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const compare = new ComparePage(page);
  await compare.open(`?exercise=${id}`);
  await compare.run();
  await page.getByRole('button', { name: 'FR, Français', exact: true }).click();
  await expect(page.getByText(/^varie\s:\srien/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Relancer le volet A' })).toBeVisible();
  expect(await contrastFaultsOf(page)).toEqual([]);
});

test('what is not here is said to be not here', async ({ page }) => {
  await page.goto('./#/compare/nobody');
  await expect(page.getByRole('heading', { name: 'This comparison is not here.' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});
