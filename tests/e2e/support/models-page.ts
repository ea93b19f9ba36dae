import { expect, type Locator, type Page } from '@playwright/test';

/** The page on which models are set up, as a person finds it, in English. */
export class ModelsPage {
  readonly page: Page;
  readonly keys: Locator;
  readonly connections: Locator;

  constructor(page: Page) {
    this.page = page;
    this.keys = page.getByRole('region', { name: 'Keys' });
    this.connections = page.getByRole('region', { name: 'Your connections' });
  }

  async open(): Promise<void> {
    await this.page.goto('./#/settings/models');
    await expect(this.page.getByRole('button', { name: 'Add a connection' })).toBeVisible();
  }

  /** Fills in the form for a server as far as its models, and asks for them. */
  async look(address: string, key?: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await page.getByLabel('What do you have?').selectOption({ label: 'Another server' });
    await page.getByLabel('Address').fill(address);
    if (key !== undefined) {
      await page.getByLabel('It needs a key').check();
      await page.getByLabel('Key', { exact: true }).fill(key);
    }
    await page.getByRole('button', { name: 'Look for models' }).click();
  }

  /** Sets up a connection to a server, with one of its models, and waits until it was tried. */
  async add(name: string, address: string, model: string, key?: string): Promise<void> {
    const { page } = this;
    await this.look(address, key);
    await page.getByRole('group', { name: 'Models to offer' }).getByLabel(model, { exact: true }).check();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const answers = this.connections
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByText(/Answers in .+, streams, reports usage\./);
    await expect(answers).toBeVisible({ timeout: 60_000 });
  }

  /** Makes a model the one that prompts run on. */
  async use(model: string): Promise<void> {
    await choose(this.page.getByRole('combobox', { name: 'Prompts run on' }), model);
  }

  async keep(passphrase: string): Promise<void> {
    await this.keys.getByRole('button', { name: 'Keep on this device' }).click();
    await this.keys.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.keys.getByLabel('The same again').fill(passphrase);
    await this.keys.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(this.keys.getByText('Kept on this device.')).toBeVisible({ timeout: 20_000 });
  }

  async unlock(passphrase: string): Promise<void> {
    await this.keys.getByLabel('Passphrase').fill(passphrase);
    await this.keys.getByRole('button', { name: 'Unlock' }).click();
  }
}

/** Chooses the real model of that name, not the simulated one that may be called the same. */
export async function choose(select: Locator, model: string): Promise<void> {
  const real = select.locator('option[value*="/"]').filter({ hasText: model });
  await expect(real).toHaveCount(1);
  await select.selectOption(await real.getAttribute('value'));
}
