import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { StoreError } from '#core/attempts/attempt-store.ts';
import { speak } from '#i18n/i18n.ts';
import type { Candor, Data } from '#ui/context.ts';
import { accessibilityFaults } from '../../../../tests/support/axe.ts';
import WithCandor from '../../../../tests/support/WithCandor.svelte';
import SettingsPage from './SettingsPage.svelte';

async function setup(data: Partial<Data> = {}, copy: Partial<Awaited<ReturnType<Candor['offlineCopy']>>> = {}) {
  const chooseTheme = vi.fn();
  const settings: Partial<Candor['settings']> = {
    theme: 'system',
    chooseTheme,
    chooseLanguage: (language) => void speak(language),
  };
  await render(WithCandor, {
    candor: {
      settings: settings as Candor['settings'],
      offlineCopy: async () => ({ state: 'ready', tryAgain: () => {}, ...copy }),
      data: {
        exportAll: async () => ({ name: 'candor-2026-01-01.json', text: '{}' }),
        importFile: async () => ({ status: 'done', report: { added: 0, updated: 0, unchanged: 0 } }),
        storage: async () => ({ used: 1_500_000, quota: 2_000_000_000, persisted: false }),
        persist: async () => false,
        ...data,
      },
    },
    Page: SettingsPage,
  });
  return { chooseTheme };
}

/** Lets a file go over the field, as a hand would. */
function drop(name: string): void {
  const transfer = new DataTransfer();
  transfer.items.add(new File(['{}'], name, { type: 'application/json' }));
  const field = page.getByRole('group', { name: 'Import a file' }).element();
  field.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}

afterEach(() => speak('en'));

describe('the settings page', () => {
  it('imports what is dropped, shows how far it is, and reports what it did', async () => {
    let finish = () => {};
    await setup({
      importFile: async (_, progress) => {
        progress(20, 100);
        await new Promise<void>((resolve) => (finish = resolve));
        return { status: 'done', report: { added: 3, updated: 1, unchanged: 1200 } };
      },
    });
    drop('mine.json');
    await expect.element(page.getByText('Importing, 20 of 100')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Import a file' })).toBeDisabled();
    finish();
    await expect.element(page.getByText(/mine\.json.*3 added · 1 updated · 1.200 already here/)).toBeVisible();
  });

  it('says what to do about a file that is not ours', async () => {
    await setup({ importFile: async () => ({ status: 'refused', reason: 'invalid', where: 'attempts.3.id' }) });
    drop('other.json');
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent('other.json is damaged and nothing was imported.');
    await expect.element(alert).toHaveTextContent('attempts.3.id');
  });

  it('says it when storage is full', async () => {
    await setup({
      importFile: async () => {
        throw new StoreError('full');
      },
    });
    drop('mine.json');
    await expect.element(page.getByRole('alert')).toHaveTextContent('disk space');
  });

  it('exports under a name', async () => {
    await setup();
    await page.getByRole('button', { name: 'Export everything' }).click();
    await expect.element(page.getByText('Exported as candor-2026-01-01.json.')).toBeVisible();
  });

  it('shows what is used, and is honest when the browser promises nothing', async () => {
    await setup();
    await expect.element(page.getByText(/1\.5.MB of 2.GB used/)).toBeVisible();
    await page.getByRole('button', { name: 'Ask it to keep them' }).click();
    await expect.element(page.getByText(/The browser did not promise/).first()).toBeInTheDocument();
  });

  it('says what is kept, and what takes how much of the space', async () => {
    await setup({
      storage: async () => ({
        used: 9_000_000,
        quota: 2_000_000_000,
        persisted: true,
        kept: { attempts: 1, comparisons: 12, drafts: 3 },
        parts: { indexedDB: 5_000_000, caches: 4_000_000 },
      }),
    });
    await expect.element(page.getByText(/^Kept here: 1 attempt, 12 comparisons,? and 3 drafts\.$/)).toBeVisible();
    await expect.element(page.getByRole('term').filter({ hasText: 'The copy of the app' })).toBeVisible();
    await expect.element(page.getByRole('definition').filter({ hasText: '4 MB' })).toBeVisible();
    await expect.element(page.getByText(/promised to keep your data/)).toBeVisible();
    await expect.element(page.getByText(/In a private window/)).toBeVisible();
  });

  it('says why there is no copy on the device, and tries again when asked to', async () => {
    const tryAgain = vi.fn();
    await setup({}, { state: 'incomplete', tryAgain });
    await expect.element(page.getByText(/a file did not arrive/)).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(tryAgain).toHaveBeenCalledOnce();
  });

  it('survives a browser that says nothing of its storage', async () => {
    await setup({ storage: async () => ({}) });
    await expect.element(page.getByText('This browser does not say how much space is used.')).toBeVisible();
  });

  it('changes theme and language', async () => {
    const { chooseTheme } = await setup();
    await page.getByRole('radio', { name: 'Dark' }).click();
    expect(chooseTheme).toHaveBeenCalledWith('dark');
    await page.getByRole('radio', { name: 'Français' }).click();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Réglages');
  });

  it('has no faults of access that a machine can find', async () => {
    await setup();
    expect(await accessibilityFaults()).toEqual([]);
  });
});
