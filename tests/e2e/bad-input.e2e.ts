import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { databaseName, databaseVersion } from '#services/attempts/database.ts';
import { exerciseCount, exerciseFromFiles, starterOf } from './support/exercise-files.ts';
import { expect, test } from './support/test.ts';

const id = 'support/refund-outside-policy';
const exercise = exerciseFromFiles(id);
const variable = Object.keys(exercise.cases[0]!.values).find((name) => !exercise.common.includes(name))!;

test('what is wrong with a prompt is said in a sentence, blocks the run, and is kept', async ({ page, candor }) => {
  await candor.open(id);
  const said = candor.prompt.getByRole('status');

  for (const { typed, sentence } of [
    { typed: 'Decide on {{mail, kindly', sentence: 'This {{ is never closed. Close it with }} on the same line.' },
    { typed: 'Decide on {{mael}}', sentence: 'No variable is called “mael” in this exercise.' },
    { typed: 'Decide on {{ }}', sentence: 'Nothing stands between these braces.' },
    { typed: '', sentence: 'Nothing is written yet. Write what you want from the model.' },
    { typed: '  ', sentence: 'Nothing is written yet. Write what you want from the model.' },
  ]) {
    await candor.write(candor.editor, typed);
    await expect(said).toContainText(sentence);
    await expect(candor.runButton).toBeDisabled();
    await candor.editor.press('ControlOrMeta+Enter');
    await expect(candor.progress).toHaveCount(0);
    await expect(candor.result.getByText('Nothing to mark yet.')).toBeVisible();
  }

  await candor.write(candor.editor, 'Decide on {{mael}}');
  await expect(candor.prompt.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(candor.editor).toHaveText('Decide on {{mael}}');
  await candor.write(candor.editor, `Decide on {{${variable}}}`);
  await expect(candor.runButton).toBeEnabled();
  await expect(said).toHaveCount(0);
});

test('a megabyte is pasted and the page goes on; more than can be sent is told, and kept', async ({ page, candor }) => {
  await candor.open(id);
  const line = 'A line of a long conversation that somebody pasted whole.\n';
  const megabyte = line.repeat(Math.ceil(1_000_000 / line.length));
  const paste = async (text: string) => {
    await candor.editor.click();
    await page.keyboard.press('ControlOrMeta+End');
    await candor.editor.evaluate((editor, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  };
  await paste(megabyte);
  await expect(candor.prompt.getByText(/^\d{3}[,\s]?\d{3} tokens$/)).toBeVisible();
  await page.keyboard.type('and this at its end');
  await expect(candor.editor).toContainText('and this at its end');
  await expect(candor.runButton).toBeEnabled();

  await paste(megabyte);
  await expect(candor.prompt.getByRole('status')).toContainText(
    /The prompt has [\d,]+ characters; 2,000,000 are the most that can be sent\. Shorten it\./,
  );
  await expect(candor.runButton).toBeDisabled();
  await expect(candor.prompt.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(candor.prompt.getByRole('status')).toContainText('are the most that can be sent');
});

for (const { how, block } of [
  {
    how: 'throws when it is opened',
    block: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Storage is not allowed here.', 'SecurityError');
      };
    },
  },
  {
    how: 'is not there',
    block: () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  },
]) {
  test(`a database that ${how} is said, and practising goes on`, async ({ page, candor }) => {
    await page.addInitScript(block);
    const sentence = /^This browser does not let Candor store anything\./;
    await page.goto('./');
    await expect(page.getByRole('alert').getByText(sentence)).toBeVisible();
    await expect(page.locator('[data-row]')).toHaveCount(exerciseCount);
    await candor.open(id);
    await expect(page.getByRole('alert').getByText(sentence)).toBeVisible();
    await candor.write(candor.editor, `Tell this customer what we decide: {{${variable}}}`);
    await candor.run();
    await expect(candor.attempts.getByRole('button')).toHaveCount(1);
    await expect(candor.prompt.getByText('Draft saved')).toBeVisible(); // beside the database, where that is allowed
    await page.reload();
    await expect(candor.editor).toHaveText(`Tell this customer what we decide: {{${variable}}}`);
    await page.goto('./#/history');
    await expect(page.getByRole('alert').getByText(sentence)).toBeVisible();
  });
}

test('a newer version in a second tab is said, and what was typed is there after loading again', async ({
  page,
  context,
  candor,
}) => {
  const typed = `Typed while another tab was newer: {{${variable}}}`;
  await candor.open(id);
  await candor.write(candor.editor, 'Typed before.');
  await expect(candor.prompt.getByText('Draft saved')).toBeVisible();

  const newer = await context.newPage();
  await newer.goto('./#/settings');
  await newer.evaluate(
    ([name, version]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, version);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    [databaseName, (databaseVersion + 1) * 10] as const, // Dexie counts in tenths
  );
  await newer.close();
  await expect(page.getByRole('alert')).toContainText('Another tab has opened a newer version of Candor.');
  await candor.write(candor.editor, typed);
  await expect(candor.prompt.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Another tab has opened a newer version of Candor.');
  await expect(candor.editor).toHaveText(typed);
});

test.describe('a file to import that is', () => {
  const give = async (page: Page, name: string, content: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Import a file' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  };
  const empty = { app: 'candor', version: 1, exportedAt: 1, attempts: [], outputs: [], progress: [], drafts: [] };

  test('not ours, truncated, newer, damaged or hostile is refused in a sentence, and changes nothing', async ({
    page,
  }) => {
    await page.goto('./#/settings');
    const said = page.getByRole('alert');
    for (const { name, content, sentence } of [
      {
        name: 'notes.txt',
        content: 'Dear diary',
        sentence: 'notes.txt is not an export file of Candor: it is not JSON.',
      },
      { name: 'other.json', content: '{"app":"another"}', sentence: 'other.json is not an export file of Candor.' },
      { name: 'list.json', content: '[1, 2]', sentence: 'list.json is not an export file of Candor.' },
      {
        name: 'cut.json',
        content: JSON.stringify(empty).slice(0, -12),
        sentence: 'cut.json is not an export file of Candor: it is not JSON.',
      },
      {
        name: 'newer.json',
        content: JSON.stringify({ ...empty, version: 3 }),
        sentence: 'newer.json comes from a newer version of Candor.',
      },
      {
        name: 'odd.json',
        content: JSON.stringify({ ...empty, drafts: [{ exercise: 7 }] }),
        sentence: 'odd.json is damaged and nothing was imported. The first fault is at drafts.0',
      },
      {
        name: 'trick.json',
        content: JSON.stringify(empty).replace('"attempts":', '"__proto__":{"polluted":true},"attempts":'),
        sentence: 'trick.json is damaged and nothing was imported. The first fault is at __proto__.',
      },
    ]) {
      await give(page, name, content);
      await expect(said).toContainText(sentence);
    }
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await page.goto('./#/history');
    await expect(page.getByText('Nothing here yet.')).toBeVisible();
  });

  test('full of markup is shown as text', async ({ page, candor }) => {
    const markup = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    const draft = { exercise: id, prompt: { system: markup, turns: [], user: markup, parameters: {} }, updatedAt: 2 };
    await page.goto('./#/settings');
    await give(page, 'markup.json', JSON.stringify({ ...empty, drafts: [draft] }));
    await expect(page.getByText(/markup\.json/)).toBeVisible();
    await candor.open(id);
    await expect(candor.editor).toHaveText(markup);
    await expect(page.locator('img')).toHaveCount(0);
    await expect(page).toHaveTitle(/Candor$/);
  });
});

test('a disk that is full is said, and neither the prompt nor the draft is lost', async ({
  page,
  context,
  candor,
  baseURL,
}) => {
  // Before the database is opened: Chromium remembers for a while how much room there was.
  const session = await context.newCDPSession(page);
  const { origin } = new URL(baseURL ?? '');
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const typed = `Answer: {{${variable}}}`;
  await candor.open(id);
  await candor.write(candor.editor, typed);
  await candor.editor.press('ControlOrMeta+Enter');
  const sentence = 'The disk space that the browser gives this page is used up.';
  await expect(page.getByRole('alert').filter({ hasText: sentence }).first()).toBeVisible();
  await expect(candor.editor).toHaveText(typed);
  await page.reload();
  await expect(candor.editor).toHaveText(typed);
});

test('the whole loop goes by keyboard alone', async ({ page, candor }) => {
  /** Presses Tab until something is focused, as a person does who knows what is sought and not where it is. */
  const tabTo = async (name: RegExp, role: string) => {
    const most = 80;
    for (let pressed = 0; pressed < most; pressed++) {
      const here = page.locator(':focus');
      if ((await here.count()) === 1) {
        const snapshot = await here.ariaSnapshot();
        if (new RegExp(`^- '?${role} `).test(snapshot) && name.test(snapshot)) return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`${role} ${name} was not reached in ${most} steps`);
  };
  await page.goto('./');
  await expect(page.locator('[data-row]')).toHaveCount(exerciseCount);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('/');
  await page.keyboard.type(exercise.words.en.title);
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(exercise.words.en.title);

  await tabTo(/Read the case/, 'button');
  await page.keyboard.press('Enter');
  await expect(candor.task.getByRole('definition')).toBeVisible();
  await tabTo(/Ask for a hint/, 'button');
  await page.keyboard.press('Enter');
  await expect(candor.task.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
  await tabTo(/Prompt/, 'tab');
  await tabTo(/Prompt for each case/, 'textbox');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(`Reply to {{${variable.slice(0, 2)}`);
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(candor.editor).toHaveText(`Reply to {{${variable}}}`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await candor.graded();
  await tabTo(/see .*sample/, 'button');
  await page.keyboard.press('Enter');
  await expect(candor.answers.getByRole('article').and(page.locator(':focus'))).toHaveCount(1);

  await candor.editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(starterOf(exercise).user);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(candor.attempts.getByRole('button')).toHaveCount(2);
  await candor.graded();
  await tabTo(/Attempt 2/, 'button');
  await page.keyboard.press('ArrowLeft');
  await expect(candor.result.getByText(/^You are looking at attempt 1 of 2/)).toBeVisible();
});
