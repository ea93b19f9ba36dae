import { readFile } from 'node:fs/promises';
import type { ExportFile } from '#core/attempts/export-file.ts';
import { everShown, recordEverShown } from './support/ever-shown.ts';
import {
  countIn,
  exerciseCount,
  exerciseFromFiles,
  heldOutLines,
  referenceOf,
  squash,
  starterOf,
  tellingLines,
} from './support/exercise-files.ts';
import { clearSiteData, storedOutputs } from './support/stored.ts';
import { expect, test } from './support/test.ts';

const id = 'programmer/bug-report-triage';
const exercise = exerciseFromFiles(id);
const words = exercise.words.en;
const shownCases = exercise.cases.filter(({ heldOut }) => !heldOut);
const heldOutCases = exercise.cases.filter(({ heldOut }) => heldOut);
const total = exercise.cases.length * exercise.samples;
const firstTitle = words.cases[shownCases[0]!.id]!;
const firstLine = squash(Object.entries(shownCases[0]!.values).find(([name]) => !exercise.common.includes(name))![1]);
const variable = Object.keys(shownCases[0]!.values).find((name) => !exercise.common.includes(name))!;

test('the catalogue is filtered and searched by keyboard, and says where to begin', async ({ page }) => {
  await page.goto('./');
  const rows = page.locator('[data-row]');
  await expect(rows).toHaveCount(exerciseCount);

  await test.step('a newcomer is shown one first exercise', async () => {
    await expect(page.getByRole('heading', { name: 'Start here' })).toBeVisible();
    const begin = page.getByRole('link', { name: 'Begin' });
    await expect(begin).toHaveCount(1);
    const address = await begin.getAttribute('href');
    await expect(page.locator(`[data-row][href="${address}"]`)).toHaveCount(1);
    await expect(page.getByRole('listitem').filter({ hasText: words.title })).toContainText('new');
  });

  await test.step('a filter narrows it, by keyboard, and stands in the address', async () => {
    const support = page.getByRole('region', { name: 'Profession' }).getByRole('link', { name: /^Support/ });
    await support.focus();
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(countIn('support'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Support');
    await page.reload();
    await expect(rows).toHaveCount(countIn('support'));
    await page.keyboard.press('Escape');
    await expect(rows).toHaveCount(exerciseCount);
  });

  await test.step('a search finds by what the exercise is about', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('zzz nothing');
    await expect(page.getByText('Nothing found for “zzz nothing”.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('searchbox')).toHaveValue('');
    await page.keyboard.type(words.title.toLowerCase());
    await expect(rows).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(rows.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
  });
});

test('from the brief to a passed exercise, and back to every attempt', async ({ page, candor }) => {
  test.setTimeout(120_000);
  const hiddenData = heldOutLines(exercise);
  expect(hiddenData.length, 'lines that would show a leak').toBeGreaterThan(heldOutCases.length);
  await recordEverShown(page);
  await candor.open(id);

  await test.step('reads the brief and the data of the shown cases', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
    await expect(candor.task).toContainText(squash(words.brief).slice(0, 60));
    await candor.task.getByRole('button', { name: `Read the case “${firstTitle}”` }).click();
    await expect(candor.task.getByRole('definition').first()).toContainText(firstLine.slice(0, 60));
    await expect(candor.task.getByText(`${heldOutCases.length} held out`)).toBeVisible();
    await expect(candor.task.getByRole('button', { name: /^Read the case/ })).toHaveCount(
      shownCases.length - 1 + (exercise.common.length ? 1 : 0),
    );
  });

  await test.step('writes: variables are completed, an unknown one is underlined and blocks', async () => {
    await candor.write(candor.editor, '');
    await expect(candor.prompt.getByText('0 tokens')).toBeVisible();
    await candor.editor.pressSequentially('Make a ticket of this: {{');
    const offered = page.getByRole('listbox').getByRole('option', { name: new RegExp(`\\{\\{${variable}\\}\\}`) });
    await expect(offered).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(candor.editor).toHaveText(`Make a ticket of this: {{${variable}}}`);
    await expect(candor.prompt.getByText(/^[1-9]\d* tokens$/)).toBeVisible();
    await expect(candor.runButton).toBeEnabled();

    const wrong = `${variable.slice(0, -1)}x`;
    await page.keyboard.insertText(` {{${wrong}}}`);
    await expect(candor.editor.locator('.cm-variable-wrong')).toHaveText(`{{${wrong}}}`);
    await expect(page.getByText(`No variable is called “${wrong}” in this exercise.`)).toBeVisible();
    await expect(candor.runButton).toBeDisabled();
    await candor.editor.press('ControlOrMeta+Enter');
    await expect(candor.progress).toHaveCount(0);
    await page.getByRole('button', { name: `Change to {{${variable}}}` }).click();
    await expect(candor.editor).toHaveText(`Make a ticket of this: {{${variable}}} {{${variable}}}`);
    await expect(candor.runButton).toBeEnabled();
  });

  await test.step('adds an example, and sampling parameters', async () => {
    await candor.tab(/^Examples/);
    await page.getByRole('button', { name: 'Add an example' }).click();
    await expect(candor.prompt.getByRole('tab', { name: 'Examples · 2' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove turn 2' }).click();
    await page.getByRole('button', { name: 'Remove turn 1' }).click();
    await expect(candor.prompt.getByRole('tab', { name: 'Examples · 0' })).toBeVisible();
    await page.getByRole('button', { name: /^Sampling/ }).click();
    await page.getByRole('textbox', { name: 'Temperature' }).fill('7');
    await expect(page.getByText('A number from 0 to 2, or nothing.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Temperature' }).fill('0.4');
    await expect(candor.prompt.getByText('temperature 0.4')).toBeVisible();
    await page.getByRole('button', { name: 'Leave all to the model' }).click();
    await page.getByRole('button', { name: /^Sampling/ }).click();
  });

  await test.step('runs the starter: answers stream in, and a run can be stopped', async () => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await candor.writePrompt(starterOf(exercise));
    await candor.editor.press('ControlOrMeta+Enter');
    await expect(candor.progress).toBeVisible();
    await expect(candor.answers.getByRole('article')).toHaveCount(shownCases.length);
    const streaming = candor.answers.getByRole('article').filter({ hasText: 'answering…' }).first();
    await expect(streaming).toBeVisible();
    await expect(candor.progress).toHaveAttribute('aria-valuemax', String(total));
    // The first outcomes are there while the others are still waited for.
    await expect(candor.answers.getByText(/requirements met$/).first()).toBeVisible();
    await expect(candor.progress).not.toHaveAttribute('aria-valuenow', '0');
    await expect(candor.stopButton).toBeVisible();
    await candor.stopButton.click();
    await expect(candor.result.getByText('Stopped early.')).toBeVisible();
    await expect(candor.runButton).toBeVisible();
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  let starterScore = 0;
  await test.step('runs it whole and gets a grade: verdict, interval, both sides, failures first', async () => {
    await candor.run();
    starterScore = await candor.score();
    expect(starterScore).toBeLessThan(exercise.threshold);
    await expect(candor.result.getByText('Does not work on what you saw.')).toBeVisible();
    await expect(candor.result.getByText('Nor on what you did not.')).toBeVisible();
    await expect(candor.result.getByText(/90% interval from \d+ to \d+/)).toBeAttached();
    await expect(candor.result.getByText(/^shown: \d+ of 100, threshold/)).toBeAttached();
    await expect(candor.result.getByText(/^held out: \d+ of 100, threshold/)).toBeAttached();
    await expect(
      candor.result.getByText(/answers are from earlier runs of the same prompt|answer is from an earlier run/),
    ).toBeVisible();

    const states = await candor.requirements
      .getByRole('listitem')
      .evaluateAll((items) => items.map((item) => item.className.split(' ')[0]));
    expect(states[0]).toBe('fail');
    expect(states.lastIndexOf('fail'), 'failures first').toBeLessThan(
      states.includes('pass') ? states.indexOf('pass') : Infinity,
    );

    await candor.requirements.getByRole('button', { name: /^see / }).first().click();
    const led = candor.answers.getByRole('article').and(page.locator(':focus'));
    await expect(led).toHaveCount(1);
    await expect(candor.answers.locator('mark').first()).toBeVisible();
  });

  await test.step('never sees the data or the answers of held-out cases', async () => {
    const rows = candor.result.getByRole('listitem').filter({ hasText: /^Case \d+/ });
    await expect(rows).toHaveCount(heldOutCases.length);
    const outputs = await storedOutputs(page);
    const hidden = outputs.filter(({ heldOut }) => heldOut);
    expect(hidden.length).toBeGreaterThanOrEqual(heldOutCases.length * exercise.samples);
    const seen = outputs.filter(({ heldOut }) => !heldOut).map(({ text }) => text);
    const open = [...seen, ...shownCases.flatMap(({ values }) => Object.values(values))];
    const hiddenAnswers = tellingLines(
      hidden.map(({ text }) => text),
      open,
    );
    expect(hiddenAnswers.length).toBeGreaterThan(heldOutCases.length);
    expect(await everShown(page, hiddenData)).toEqual([]);
    expect(await everShown(page, hiddenAnswers)).toEqual([]);
    // The recorder is not blind: what may be seen was seen.
    expect((await everShown(page, tellingLines(seen, []))).length).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'X-ray' }).click();
    await expect(page.getByRole('region', { name: 'X-ray' }).getByRole('heading')).toBeVisible();
    expect(await everShown(page, [...hiddenData, ...hiddenAnswers])).toEqual([]);
    await page.getByRole('button', { name: 'X-ray' }).click();
  });

  await test.step('asks for hints one at a time, and does not give up', async () => {
    const hints = candor.task.getByRole('list', { name: 'Hints' }).getByRole('listitem');
    await expect(hints).toHaveCount(0);
    await candor.task.getByRole('button', { name: 'Ask for a hint' }).click();
    await expect(hints).toHaveCount(1);
    await candor.task.getByRole('button', { name: 'Ask for another hint' }).click();
    await expect(hints).toHaveCount(2);
    await expect(hints.nth(1)).toHaveText(words.hints[1]!);
    await candor.task.getByRole('button', { name: 'Give up and see the answer' }).click();
    await expect(page.getByRole('dialog', { name: 'See the answer?' })).toBeVisible();
    await page.getByRole('button', { name: 'Keep trying' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(candor.task.getByRole('heading', { name: 'The ladder' })).toHaveCount(0);
  });

  await test.step('passes with the reference, and sees what changed', async () => {
    await candor.writePrompt(referenceOf(exercise));
    await candor.run();
    expect(await candor.score()).toBeGreaterThanOrEqual(exercise.threshold);
    await expect(candor.result.getByText('Works on what you saw.')).toBeVisible();
    await expect(candor.result.getByText('Holds on what you did not.')).toBeVisible();
    const change = page.getByRole('region', { name: 'Against the attempt before' });
    await expect(change).toContainText(/\d+ points up/);
    await expect(change).toContainText('Now met:');
  });

  await test.step('sees the ladder, the held-out cases and the debrief', async () => {
    await expect(candor.task.getByText('Passed', { exact: true })).toBeVisible();
    await expect(candor.task.getByRole('heading', { name: 'Debrief' })).toBeVisible();
    await expect(candor.task.getByRole('heading', { name: 'The ladder' })).toBeVisible();
    for (const { id: rung } of exercise.ladder) {
      await expect(candor.task.getByText(words.ladder[rung]!, { exact: true })).toBeVisible();
    }
    const heldOutTitle = words.cases[heldOutCases[0]!.id]!;
    await candor.task.getByRole('button', { name: `Read the case “${heldOutTitle}”` }).click();
    await expect(candor.answer(heldOutTitle)).toBeVisible();
    expect((await everShown(page, hiddenData)).length).toBeGreaterThan(0);
  });

  await test.step('flips on the x-ray: marks in the prompt, notes below it', async () => {
    await page.getByRole('button', { name: 'X-ray' }).click();
    const panel = page.getByRole('region', { name: 'X-ray' });
    await expect(panel.getByRole('heading')).toContainText(`for ${firstTitle}, sample 1`);
    await expect(page.locator('.cm-mark-obeyed').first()).toBeAttached();
    await expect(panel.getByText(/was read and done\.$/).first()).toBeAttached();
    await page.getByRole('button', { name: 'X-ray' }).click();
    await expect(page.locator('.cm-mark')).toHaveCount(0);
  });

  await test.step('finds every attempt after a reload, restores a prompt, deletes with undo', async () => {
    await page.reload();
    const points = candor.attempts.getByRole('button');
    await expect(points).toHaveCount(3);
    await expect(points.nth(2)).toHaveAccessibleName(/passed$/);
    await points.nth(1).click();
    await expect(candor.result.getByText(/^You are looking at attempt 2 of 3/)).toBeVisible();
    expect(await candor.score()).toBe(starterScore);
    await candor.result.getByRole('button', { name: 'Restore its prompt' }).click();
    await expect(candor.editor).toContainText(squash(starterOf(exercise).user).slice(0, 20));
    await expect(candor.toast).toContainText('The prompt of that attempt is in the editor.');

    await candor.result.getByRole('button', { name: 'Delete' }).click();
    await expect(points).toHaveCount(2);
    await candor.toast
      .getByRole('group')
      .filter({ hasText: 'Attempt deleted.' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(points).toHaveCount(3);
  });

  await test.step('takes everything out as a file and brings it back: nothing is doubled', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export everything' }).click(),
    ]);
    const path = await download.path();
    const exported = JSON.parse(await readFile(path, 'utf8')) as ExportFile;
    expect(exported.attempts).toHaveLength(3);
    expect(exported.drafts).toHaveLength(1);
    const file = { name: 'candor.json', mimeType: 'application/json', buffer: await readFile(path) };
    const choose = async () => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Import a file' }).click(),
      ]);
      await chooser.setFiles(file);
    };
    await choose();
    await expect(
      page.getByText('candor.json holds no attempt and no comparison that is not here already.'),
    ).toBeVisible();

    await clearSiteData(page);
    await page.goto('./#/history');
    await expect(page.getByText('Nothing here yet.')).toBeVisible();
    await page.goto('./#/settings');
    await choose();
    await expect(page.getByText(/^Imported candor\.json\. \d+ added/)).toBeVisible();
    await choose();
    await expect(
      page.getByText('candor.json holds no attempt and no comparison that is not here already.'),
    ).toBeVisible();
    await page.getByRole('link', { name: 'History' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: words.title })).toHaveCount(3);
    expect(await storedOutputs(page)).toHaveLength(exported.outputs.length);
    await page.getByRole('link', { name: 'Exercises', exact: true }).click();
    await expect(page.getByText(/^passed, best score/)).toHaveCount(1);
  });
});

test('an export before passing keeps the held-out answers covered', async ({ page, candor }) => {
  await candor.open(id);
  await candor.run();
  const outputs = await storedOutputs(page);
  const seen = outputs.filter(({ heldOut }) => !heldOut).map(({ text }) => text);
  const hidden = tellingLines(
    outputs.filter(({ heldOut }) => heldOut).map(({ text }) => text),
    seen,
  );
  expect(hidden.length).toBeGreaterThan(heldOutCases.length);
  await page.getByRole('link', { name: 'Settings' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  const { outputs: exported } = JSON.parse(await readFile(await download.path(), 'utf8')) as ExportFile;
  const readable = squash(exported.map(({ text, results }) => text + JSON.stringify(results)).join('\n'));
  expect(hidden.filter((line) => readable.includes(line))).toEqual([]);
  expect(tellingLines(seen, []).filter((line) => readable.includes(line)).length).toBeGreaterThan(0);
});

test('giving up opens the answer, and is remembered', async ({ page, candor }) => {
  await candor.open(id);
  await expect(candor.task.getByRole('button', { name: 'Give up and see the answer' })).toHaveCount(0);
  await candor.task.getByRole('button', { name: 'Ask for a hint' }).click();
  await candor.task.getByRole('button', { name: 'Give up and see the answer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Show me the answer' }).click();
  await expect(candor.task.getByText('You asked for the answer.')).toBeVisible();
  await expect(candor.task.getByRole('heading', { name: 'The ladder' })).toBeVisible();
  await page.reload();
  await expect(candor.task.getByText('You asked for the answer.')).toBeVisible();
  await expect(candor.task.getByRole('heading', { name: 'Debrief' })).toBeVisible();
});

test('a draft that was typed and not run is there after the page has crashed', async ({ page, context, candor }) => {
  const typed = 'Half a thought about {{report}}, not yet';
  await candor.open(id);
  await candor.write(candor.editor, typed);
  await expect(candor.prompt.getByText('Draft saved')).toBeVisible();
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {}); // never answers: there is nobody left to answer
  await crashed;
  const again = await context.newPage();
  await again.goto(`./#/practice/${id}`);
  await expect(again.getByRole('textbox', { name: 'Prompt for each case' })).toHaveText(typed);
});
