import { expect, type Locator, type Page } from '@playwright/test';

/** The compare page as a person finds it, in English. */
export class ComparePage {
  readonly page: Page;
  readonly runButton: Locator;
  readonly varies: Locator;
  readonly case: Locator;

  constructor(page: Page) {
    this.page = page;
    this.runButton = page.getByRole('button', { name: /^Run \d panes?$/ });
    this.varies = page.getByText(/^varies:/);
    this.case = page.getByRole('group', { name: 'Case' });
  }

  /** Makes a comparison by its address, and waits until it stands there. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`./#/compare/new${query}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.page).toHaveURL(/#\/compare\/(?!new)/);
    await expect(this.runButton).toBeVisible();
  }

  pane(letter: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^Pane ${letter}(,|$)`) });
  }

  /** The panes from left to right, by their letters and names. */
  panes(): Locator {
    return this.page.locator('[data-pane]');
  }

  prompt(letter: string): Locator {
    return this.page.getByRole('textbox', { name: `Prompt of Pane ${letter}` });
  }

  output(letter: string): Locator {
    return this.page.getByRole('region', { name: `Answer of Pane ${letter}` });
  }

  /** Puts a text in place of what a prompt holds, as pasting does. */
  async write(letter: string, text: string): Promise<void> {
    await this.prompt(letter).click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  async run(): Promise<void> {
    await this.runButton.click();
    await this.ended();
  }

  async ended(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Stop all' })).toHaveCount(0, { timeout: 30_000 });
    await expect(this.runButton).toBeVisible();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: false }).first()).toBeVisible();
  }
}
