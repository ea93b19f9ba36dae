import { expect, type Locator, type Page } from '@playwright/test';
import type { Prompt } from '#core/prompts/prompt.ts';

/** The page as a person finds it: by the roles and names of what stands on it, in English. */
export class CandorPage {
  readonly page: Page;
  readonly task: Locator;
  readonly prompt: Locator;
  readonly result: Locator;
  readonly editor: Locator;
  readonly system: Locator;
  readonly runButton: Locator;
  readonly stopButton: Locator;
  readonly progress: Locator;
  readonly requirements: Locator;
  readonly answers: Locator;
  readonly attempts: Locator;
  readonly toast: Locator;

  constructor(page: Page) {
    this.page = page;
    this.task = page.getByRole('region', { name: 'Task', exact: true });
    this.prompt = page.getByRole('region', { name: 'Prompt', exact: true });
    this.result = page.getByRole('region', { name: 'Result', exact: true });
    this.editor = page.getByRole('textbox', { name: 'Prompt for each case' });
    this.system = page.getByRole('textbox', { name: 'System message' });
    this.runButton = page.getByRole('button', { name: /^Run/ });
    this.stopButton = page.getByRole('button', { name: /^Stop/ });
    this.progress = page.getByRole('progressbar', { name: 'Run in progress' });
    this.requirements = page.getByRole('region', { name: 'Requirements' });
    this.answers = page.getByRole('region', { name: 'Answers' });
    this.attempts = page.getByRole('toolbar', { name: 'Attempts of this exercise, oldest first' });
    this.toast = page.getByRole('region', { name: 'Notices' });
  }

  /** Opens an exercise by its address, and waits until it can be written in. */
  async open(exercise: string): Promise<void> {
    await this.page.goto(`./#/practice/${exercise}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Puts a text in place of what an editor holds, as pasting does. */
  async write(editor: Locator, text: string): Promise<void> {
    await editor.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    if (text) await this.page.keyboard.insertText(text);
    else await this.page.keyboard.press('Delete');
  }

  async tab(name: RegExp | string): Promise<void> {
    await this.page.getByRole('tablist', { name: 'Parts of the prompt' }).getByRole('tab', { name }).click();
  }

  /** Writes a whole prompt, its system message included. */
  async writePrompt({ system, user }: Prompt): Promise<void> {
    await this.tab(/^System/);
    await this.write(this.system, system);
    await this.tab(/^Prompt/);
    await this.write(this.editor, user);
  }

  /** Runs the prompt from within the editor and waits for the verdict. */
  async run(): Promise<void> {
    await this.editor.press('ControlOrMeta+Enter');
    await this.graded();
  }

  async graded(): Promise<void> {
    await expect(this.result.getByText(/^Score \d+ of 100$/)).toBeAttached({ timeout: 30_000 });
    await expect(this.runButton).toBeVisible();
  }

  /** The score that stands in the grade. */
  async score(): Promise<number> {
    return Number(/\d+/.exec(await this.result.getByText(/^Score \d+ of 100$/).innerText())?.[0]);
  }

  /** An answer on the page, by the title of its case. */
  answer(title: string): Locator {
    return this.answers.getByRole('article', { name: title });
  }
}
