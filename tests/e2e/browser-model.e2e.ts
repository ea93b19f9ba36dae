import { faultsOf } from './support/axe.ts';
import { ownModel } from './support/own-model.ts';
import { expect, test } from './support/test.ts';

type Page = Parameters<Parameters<typeof test>[2]>[0]['page'];

async function openForm(page: Page): Promise<void> {
  await page.goto('./#/settings/models');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('combobox', { name: 'What do you have?' }).selectOption('browser');
}

/** Nothing that axe can find, in both languages. */
async function accessible(page: Page): Promise<void> {
  for (const language of ['Français', 'English']) {
    await page.getByRole('button', { name: language }).click();
    expect(await faultsOf(page)).toEqual([]);
  }
}

test('the browser’s own model is fetched, set up and tried; a prompt runs on it and nothing leaves', async ({
  page,
  candor,
}) => {
  test.slow();
  await ownModel(page, {
    availability: 'downloadable',
    contextWindow: 100_000,
    answer: ['Flour, ', 'water ', 'and salt.'],
  });
  await openForm(page);
  await expect(page.getByText('This browser can fetch a model of its own.', { exact: false })).toBeVisible();
  await expect(page.getByText('It is vouched for in: en and fr.')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Fetch it' }).click();
  await expect(page.getByText('The browser’s model is here.', { exact: false })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The browser’s own model' })).toBeVisible();
  await expect(page.getByText(/Answers in .+, streams, /)).toBeVisible({ timeout: 40_000 });
  await accessible(page);

  const models = page.getByRole('combobox', { name: 'Prompts run on' });
  await models.selectOption(await models.locator('option[value*="/"]').getAttribute('value'));
  await candor.open('support/refund-outside-policy');
  await candor.runButton.click();
  await expect(candor.result.getByText(/^Score \d+ of 100$/)).toBeAttached({ timeout: 60_000 });
  await expect(candor.answers.getByText('Flour, water and salt.').first()).toBeVisible();
});

test('where it is not there, nothing is offered', async ({ page }) => {
  await ownModel(page, { availability: 'unavailable' });
  await openForm(page);
  await expect(page.getByText('but not on this device.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fetch it' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toHaveCount(0);
});

test('a browser without one says so', async ({ page }) => {
  await ownModel(page);
  await openForm(page);
  await expect(page.getByText('This browser has no model of its own for pages.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toHaveCount(0);
});
