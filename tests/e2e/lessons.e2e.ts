import { faultsOf } from './support/axe.ts';
import { exerciseFromFiles, referenceOf } from './support/exercise-files.ts';
import { expect, test } from './support/test.ts';

test('a lesson runs its example in the page, is read at its end, and leads to exercises', async ({ page }) => {
  await page.goto('./#/lessons');
  const row = page.getByRole('listitem').filter({ hasText: 'Say what you want' });
  await expect(row).not.toContainText('read');
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Say what you want' })).toBeVisible();

  await test.step('the two prompts are run and graded, and the second does better', async () => {
    await page.getByRole('button', { name: 'Run both prompts' }).click();
    const means = page.getByRole('figure').locator('p').filter({ hasText: 'mean of 3 answers' });
    await expect(means).toHaveCount(2, { timeout: 20_000 });
    await expect(means.last()).toHaveText(/^\d/);
    const [before, after] = (await means.allInnerTexts()).map((text) => parseInt(text, 10));
    expect(after).toBeGreaterThan(before!);
    for (const which of ['Before', 'After'])
      await expect(page.getByRole('article', { name: which }).getByText(/requirements (are )?met/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Draw three more of each' })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('its exercises open, and lead back to the lesson', async () => {
    const practise = page.getByRole('region', { name: 'Practise' });
    await practise.locator('[data-row]').first().click();
    await expect(page).toHaveURL(/#\/practice\//);
    await page.getByRole('link', { name: 'State requirements' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Say what you want' })).toBeVisible();
  });

  await test.step('having come to its end is remembered', async () => {
    await page.getByRole('link', { name: 'Next lesson' }).scrollIntoViewIfNeeded();
    await page.getByRole('link', { name: 'Lessons', exact: true }).click();
    await expect(row).toContainText('read');
  });
});

test('a path knows what was read and passed, and goes on from there', async ({ page, candor }) => {
  await page.goto('./#/paths');
  await page.getByRole('link', { name: 'Thirty minutes to begin with' }).click();
  const steps = page.getByRole('main').locator('ol').getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await expect(page.getByText('0 of 3 done')).toBeVisible();
  const exercise = exerciseFromFiles('programmer/bug-report-triage');
  const { title } = exercise.words.en;

  await test.step('it begins with its first lesson', async () => {
    await page.getByRole('link', { name: 'Begin', exact: true }).click();
    await expect(page).toHaveURL(/#\/lessons\/state-requirements$/);
    await page.getByRole('link', { name: 'Next lesson' }).click();
    await expect(page).not.toHaveURL(/state-requirements/);
    await page.goto('./#/paths/start');
    await expect(page.getByText('1 of 3 done')).toBeVisible();
    await expect(steps.nth(1).getByRole('link')).toHaveAttribute('aria-current', 'step');
  });

  await test.step('a failed attempt is no step, a passed one is', async () => {
    await page.getByRole('link', { name: `Continue: ${title}` }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await candor.run();
    await page.goto('./#/paths/start');
    await expect(page.getByText('1 of 3 done')).toBeVisible();
    await candor.open(exercise.id);
    await candor.writePrompt(referenceOf(exercise));
    await candor.run();
    const score = await candor.score();
    expect(score).toBeGreaterThanOrEqual(exercise.threshold);
    await page.goto('./#/paths/start');
    await expect(page.getByText('2 of 3 done')).toBeVisible();
    await expect(steps.nth(1)).toContainText(String(score));
    await expect(page.getByRole('link', { name: 'Continue: Clauses in plain words' })).toBeVisible();
  });

  await test.step('the list of paths knows it too', async () => {
    await page.getByRole('link', { name: 'Where to start' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Thirty minutes to begin with' })).toContainText(
      '2 of 3 done',
    );
  });
});
