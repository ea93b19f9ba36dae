import type { Page } from '@playwright/test';
import { faultsOf } from './support/axe.ts';
import { storeComparison, type StoredPane } from './support/stored-comparison.ts';
import { expect, test } from './support/test.ts';

const left = {
  prompt: 'Summarise the interview in three points.',
  output:
    'The night shift counts by hand.\n\nThey use the scanner app daily and find it mostly helpful to them.\n\nThe team has worked there for eleven years.',
};
const right = {
  prompt: 'Summarise the interview in three points for the release meeting.',
  output:
    'The night shift counts by hand.\n\nA list that survives ten minutes offline is wanted.\n\nThe team has worked there for twelve years.',
};

/** Opens stored answers as a person finds them who comes back to them. */
async function open(page: Page, panes: readonly StoredPane[]): Promise<void> {
  const id = await storeComparison(page, panes);
  await page.goto(`./#/compare/${id}`);
  await expect(answer(page, 'A')).toBeVisible();
}

const answer = (page: Page, letter: string) => page.getByRole('region', { name: `Answer of Pane ${letter}` });
const showAs = (page: Page, form: string) => page.getByLabel('Show answers as').selectOption({ label: form });
const against = (page: Page, what: string) =>
  page.getByLabel('Differences', { exact: true }).selectOption({ label: what });

test('answers and prompts show what differs, by more than colour, against a pane or the one before', async ({
  page,
}) => {
  await open(page, [left, right, { ...right, output: `${right.output} Two people left.` }]);
  await against(page, 'against A');
  const b = answer(page, 'B');
  await expect(b.getByRole('insertion').filter({ hasText: 'twelve' })).toContainText('[added: twelve]');
  await expect(b.getByRole('deletion').filter({ hasText: 'eleven' })).toContainText('[taken out: eleven]');
  await expect(b.getByText(/Against Pane A: \d+ words added, \d+ words taken out\./)).toBeVisible();
  await expect(answer(page, 'A').getByRole('insertion')).toHaveCount(0);
  await expect(
    page
      .getByRole('region', { name: 'Pane B', exact: true })
      .getByRole('insertion')
      .filter({ hasText: 'release meeting' }),
  ).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await against(page, 'each against the one before');
  await expect(answer(page, 'C').getByRole('insertion')).toContainText(['Two people left.']);
  await expect(answer(page, 'C').getByRole('deletion')).toHaveCount(0);
});

test('JSON is compared by key, whatever stands around it, and read by keyboard', async ({ page }) => {
  await open(page, [
    { prompt: 'a', output: 'Here it is:\n```json\n{"outcome": "refuse", "days": 68, "who": {"name": "Ana"}}\n```' },
    { prompt: 'a', output: '{"days": 68, "outcome": "approve", "who": {"name": "Ana", "team": "support"}}' },
  ]);
  await showAs(page, 'JSON');
  await against(page, 'against A');
  const tree = answer(page, 'B').getByRole('tree');
  await expect(tree.getByRole('treeitem', { name: /outcome/ })).toContainText('changed');
  await expect(tree.getByRole('treeitem', { name: /team/ })).toContainText('added');
  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await expect(tree.getByRole('treeitem').last()).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
});

test('answers scroll to the same place of what they say, and can be let go', async ({ page }) => {
  const paragraphs = Array.from(
    { length: 40 },
    (_, index) => `Paragraph ${index} says ${'something of its own '.repeat(8)}.`,
  );
  const opening = Array.from({ length: 12 }, (_, index) => `An opening ${index}, ${'new in this answer '.repeat(8)}.`);
  await open(page, [
    { prompt: 'a', output: paragraphs.join('\n\n') },
    { prompt: 'b', output: [...opening, ...paragraphs].join('\n\n') },
  ]);
  const [a, b] = [answer(page, 'A'), answer(page, 'B')];
  const seen = b.getByText(/^Paragraph 20 says/);
  /** How far under the top of its pane a paragraph stands. */
  const below = async (pane: typeof a) => {
    const box = (await pane.boundingBox())!;
    return (await pane.getByText(/^Paragraph 20 says/).boundingBox())!.y - box.y;
  };
  await expect(seen).toBeAttached();
  await expect
    .poll(async () => {
      // The alignment arrives when it has been worked out.
      await a.hover();
      await page.mouse.wheel(0, 40);
      await a.getByText(/^Paragraph 20 says/).evaluate((mark) => mark.scrollIntoView({ block: 'start' }));
      return Math.abs((await below(b)) - (await below(a)));
    })
    .toBeLessThan(60);
  await page.getByRole('checkbox', { name: 'Scroll together' }).uncheck();
  const before = await b.evaluate((pane) => pane.scrollTop);
  await a.hover();
  await page.mouse.wheel(0, -400);
  await expect.poll(() => a.evaluate((pane) => pane.scrollTop)).toBeLessThan(before);
  expect(await b.evaluate((pane) => pane.scrollTop)).toBe(before);
});

test('an answer full of HTML is shown and does nothing, in every form', async ({ page }) => {
  const hostile =
    '# Title\n\n<script>window.harmed = 1</script><img src=x onerror="window.harmed = 1">\n\n![x](https://evil.example/x.png)\n\n[press](javascript:window.harmed=1) <iframe src="https://evil.example"></iframe>\n\n{"a": "<img src=x onerror=alert(1)>"}';
  await open(page, [left, { prompt: '<b>bold</b>', output: hostile }]);
  const b = answer(page, 'B');
  for (const form of ['Markdown', 'text', 'JSON']) {
    for (const set of ['none', 'against A']) {
      await showAs(page, form);
      await against(page, set);
      await expect(b.getByText('onerror=').first()).toBeVisible();
      expect(await b.evaluate((pane) => pane.querySelectorAll('script, img, iframe, b').length)).toBe(0);
    }
  }
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
});

test('an answer of five megabytes is shown, compared by paragraphs, and says so', async ({ page }) => {
  const lines = Array.from(
    { length: 50_000 },
    (_, index) => `Line ${index} of a very long answer that goes on and on.\n\n`,
  );
  const other = lines.map((line, index) => (index === 2 ? `Changed. ${line}` : line));
  await open(page, [
    { prompt: 'a', output: lines.join('') },
    { prompt: 'b', output: other.join('') },
  ]);
  const b = answer(page, 'B');
  await expect(b.getByText(/This answer is .* long: it is shown as text\./)).toBeVisible();
  await expect(b.getByText('Line 0 of a very long answer')).toBeVisible();
  await against(page, 'against A');
  await expect(b.getByText(/whole paragraphs are set against each other/)).toBeVisible({ timeout: 30_000 });
  await expect(b.getByRole('insertion').filter({ hasText: 'Changed. Line 2' })).toBeVisible();
  // What is not seen is not in the page.
  expect(await b.evaluate((pane) => pane.textContent!.length)).toBeLessThan(1_000_000);
  await b.focus();
  await page.keyboard.press('End');
  await expect(b.getByText('Line 49999 of a very long answer')).toBeVisible({ timeout: 30_000 });
});
