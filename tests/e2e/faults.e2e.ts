import type { Page } from '@playwright/test';
import { databaseName } from '#services/attempts/database.ts';
import { exerciseFromFiles } from './support/exercise-files.ts';
import { CandorPage } from './support/candor-page.ts';
import { storedPractice } from './support/stored.ts';
import { expect, test } from './support/test.ts';

const id = 'sales/suite-de-rendez-vous';
const exercise = exerciseFromFiles(id);
const variable = Object.keys(exercise.cases[0]!.values).find((name) => !exercise.common.includes(name))!;

test('a database deleted in another tab is said, and what is typed is kept', async ({ page, context, candor }) => {
  await candor.open(id);
  const other = await context.newPage();
  await other.goto('./#/settings');
  await other.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error ?? new Error('not deleted'));
      }),
    databaseName,
  );
  await other.close();
  await expect(page.getByRole('alert').first()).toContainText('What this page had stored was deleted');
  const typed = `Typed after all was gone: {{${variable}}}`;
  await candor.write(candor.editor, typed);
  await expect(candor.prompt.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(candor.editor).toHaveText(typed);
  await candor.run();
  await expect(candor.attempts.getByRole('button')).toHaveCount(1);
});

/** Writes rows as no Candor would. */
function damage(page: Page): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const tables = ['attempts', 'outputs', 'progress', 'drafts'];
          const writing = opening.result.transaction(tables, 'readwrite');
          const of = (table: string) => writing.objectStore(table);
          of('attempts').put({
            id: 'foreign',
            exercise: 'sales/suite-de-rendez-vous',
            createdAt: 9e12,
            hello: 'there',
          });
          of('attempts').put({ id: 'half', exercise: 7, createdAt: 'soon', status: 'running', prompt: null });
          of('outputs').put({ id: 'stray', attempt: 'foreign', text: 9 });
          of('progress').put({ exercise: 'sales/note-crm', state: 'somewhere', bestScore: 'high' });
          of('drafts').put({ exercise: 'sales/note-crm', prompt: 'not a prompt', updatedAt: null });
          writing.onerror = () => reject(writing.error ?? new Error('not written'));
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    databaseName,
  );
}

test('rows that are damaged or not ours are left out and told, and take nothing else with them', async ({
  page,
  candor,
}) => {
  await candor.open(id);
  await candor.write(candor.editor, `A follow-up for {{${variable}}}`);
  await candor.run();
  await damage(page);
  await page.reload();
  await expect(candor.attempts.getByRole('button')).toHaveCount(1);
  await expect(candor.editor).toHaveText(`A follow-up for {{${variable}}}`);
  await candor.write(candor.editor, `Another follow-up for {{${variable}}}`);
  await candor.run();
  await expect(candor.attempts.getByRole('button')).toHaveCount(2);

  await page.goto('./#/history');
  await expect(page.getByText(/stored rows? (?:is|are) damaged and (?:was|were) left out/)).toBeVisible();
  await expect(page.getByRole('link', { name: exercise.words.en.title })).toHaveCount(2);
  await candor.open('sales/note-crm');
  await expect(candor.editor).not.toHaveText('');
  await candor.run();
  const { attempts } = await storedPractice(page);
  expect(attempts.map((row) => row.id)).toEqual(expect.arrayContaining(['foreign', 'half']));
  expect(attempts).toHaveLength(5);
});

test('two tabs at the same exercise follow each other, and neither overwrites the other unseen', async ({
  page,
  context,
  candor,
}) => {
  await candor.open(id);
  const other = new CandorPage(await context.newPage());
  await other.open(id);
  await candor.write(candor.editor, `In the first tab, {{${variable}}}`);
  await expect(candor.prompt.getByText('Draft saved')).toBeVisible();
  await expect(other.editor).toHaveText(`In the first tab, {{${variable}}}`);

  await other.page.bringToFront();
  await other.editor.press('ControlOrMeta+End');
  await other.page.keyboard.insertText(' and on in the second');
  await expect(other.prompt.getByText('Draft saved')).toBeVisible();
  await expect(candor.editor).toHaveText(`In the first tab, {{${variable}}} and on in the second`);

  await page.bringToFront();
  await candor.run();
  await expect(other.attempts.getByRole('button')).toHaveCount(1);
  await page.reload();
  await expect(candor.editor).toHaveText(`In the first tab, {{${variable}}} and on in the second`);
});

test('a clock that was set back loses no draft and leaves attempts in their order', async ({ page, candor }) => {
  await candor.open(id);
  await candor.write(candor.editor, `Before, {{${variable}}}`);
  await candor.run();
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() - 3 * 24 * 60 * 60 * 1000;
  });
  await page.reload();
  await expect(candor.attempts.getByRole('button')).toHaveCount(1);
  await candor.write(candor.editor, `After, {{${variable}}}`);
  await candor.run();
  await expect(candor.prompt.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(candor.editor).toHaveText(`After, {{${variable}}}`);
  await expect(candor.attempts.getByRole('button', { pressed: true })).toHaveAccessibleName(/^Attempt 2,/);
  const { attempts } = await storedPractice(page);
  const [first, second] = attempts.sort((one, later) => one.createdAt - later.createdAt);
  expect([first, second].map((one) => one && 'prompt' in one && one.prompt.user)).toEqual([
    `Before, {{${variable}}}`,
    `After, {{${variable}}}`,
  ]);
  for (const { createdAt, endedAt } of attempts) expect(endedAt).toBeGreaterThanOrEqual(createdAt);
});
