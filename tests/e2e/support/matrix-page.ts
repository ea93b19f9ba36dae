import { expect, type Locator, type Page } from '@playwright/test';

/** The matrix page as a person finds it, in English. */
export class MatrixPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly progress: Locator;
  readonly finished: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Scores by prompt, model and case' });
    this.run = page.getByRole('button', { name: /^(Run \d+ calls?|Go on: )/ });
    this.stop = page.getByRole('button', { name: /^Stop$/ });
    this.progress = page.getByRole('progressbar', { name: 'Run in progress' });
    this.finished = page.getByText('Everything is drawn.');
  }

  /** A new matrix on an exercise, with its starter, the given prompts, and all three simulated models. */
  async make(title: string, prompts: readonly string[], samples = 1): Promise<void> {
    const { page } = this;
    await page.goto('./#/matrix/new');
    await page.getByRole('combobox', { name: 'Exercise' }).selectOption({ label: title });
    await page.getByRole('button', { name: 'Set it up' }).first().click();
    await expect(page.getByRole('textbox', { name: 'Title of the matrix' })).toHaveValue(`${title}: matrix`);
    await page.getByRole('button', { name: 'Add a model' }).click();
    await page.getByRole('button', { name: 'Add a model' }).click();
    await expect(page.getByRole('combobox', { name: /^Model \d$/ })).toHaveCount(3);
    for (const [index, prompt] of prompts.entries()) {
      await page.getByRole('button', { name: 'Add a prompt' }).click();
      await page.getByRole('textbox', { name: `Prompt ${index + 2}, for each case` }).fill(prompt);
    }
    if (samples > 1) {
      await page.getByRole('spinbutton', { name: 'Samples for each cell' }).fill(String(samples));
      await page.getByRole('spinbutton', { name: 'Samples for each cell' }).blur();
    }
  }

  async runAll(): Promise<void> {
    await this.run.click();
    await expect(this.finished).toBeVisible({ timeout: 60_000 });
  }

  /** Cells of the body, by row and case from 0. */
  cell(row: number, one: number): Locator {
    return this.page.locator(`[data-at="${row + 2} ${one + 2}"]`);
  }
}
