import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Attempt, PromptAttempt } from '#core/attempts/attempt.ts';
import { StoreError } from '#core/attempts/attempt-store.ts';
import { catalogueItems } from '#core/exercises/browse.ts';
import type { CatalogueEntry } from '#core/exercises/exercise.ts';
import { emptyPrompt } from '#core/prompts/prompt.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { History } from '#state/history.svelte.ts';
import { StorageHealth } from '#state/storage.svelte.ts';
import type { Catalogue } from '#ui/context.ts';
import { toasts } from '#ui/design/toasts.svelte.ts';
import { accessibilityFaults } from '../../../../tests/support/axe.ts';
import WithCandor from '../../../../tests/support/WithCandor.svelte';
import HistoryPage from './HistoryPage.svelte';

const entry = { id: 'support/queue', title: { en: 'Sort the queue', fr: 'Trier la file' } } as CatalogueEntry;
const catalogue: Catalogue = { status: 'ready', items: catalogueItems([entry], []), error: undefined, last: undefined };

const attempt = (id: string, createdAt: number, user: string, more: Partial<PromptAttempt> = {}): PromptAttempt => ({
  id,
  exercise: 'support/queue',
  createdAt,
  endedAt: createdAt + 1,
  status: 'done',
  prompt: { ...emptyPrompt, user },
  fingerprint: id,
  model: { id: 'simulated-medium', seed: 0 },
  samples: 3,
  grade: {
    score: 62,
    interval: [55, 70],
    verdict: 'fail',
    shown: { score: 80, passed: 8, total: 9 },
    heldOut: { score: 40, passed: 3, total: 9 },
    ungraded: 0,
    results: 18,
  },
  ...more,
});

async function setup(attempts: Attempt[], health = new StorageHealth()) {
  const store = new MemoryAttemptStore();
  for (const one of attempts) await store.begin(one);
  await render(WithCandor, {
    candor: { catalogue, openHistory: () => new History({ attempts: store, storage: health, now: Date.now }) },
    Page: HistoryPage,
  });
  return { store, rows: () => document.querySelectorAll('main li').length };
}

const now = Date.now();
const hour = 3_600_000;

beforeEach(async () => {
  await page.viewport(1100, 900);
  for (const toast of toasts.all) toasts.dismiss(toast.id);
});

describe('the history page', () => {
  it('lists attempts by day with what changed, and links each to its place', async () => {
    const { rows } = await setup([
      attempt('one', now - 50 * hour, 'Sort {{mail}}'),
      attempt('two', now - 1, 'Sort {{mail}} into three labels'),
    ]);
    await expect.poll(rows).toBe(2);
    await expect.element(page.getByRole('heading', { name: 'Today' })).toBeVisible();
    await expect.element(page.getByText('Added: into three labels')).toBeVisible();
    await expect.element(page.getByText('First attempt')).toBeVisible();
    const links = page.getByRole('link', { name: 'Sort the queue' });
    await expect.element(links.first()).toHaveAttribute('href', '#/practice/support/queue?attempt=two');
  });

  it('says of verdicts how many were right, and of no model', async () => {
    const { prompt: _, fingerprint: __, model: ___, samples: ____, ...rest } = attempt('one', now, 'a');
    await setup([{ ...rest, kind: 'arbitrate', verdicts: [{ case: 'late', best: 'tie' }] }]);
    await expect.element(page.getByText('11 of 18 cases judged rightly, and for a reason')).toBeVisible();
    await expect.element(page.getByText('simulated-medium')).not.toBeInTheDocument();
    const link = page.getByRole('link', { name: 'Sort the queue' });
    await expect.element(link).toHaveAttribute('href', '#/practice/support/queue?attempt=one');
  });

  it('deletes with a way back', async () => {
    const { rows, store } = await setup([attempt('one', now, 'a')]);
    await page.getByRole('button', { name: /^Delete the attempt at “Sort the queue”/ }).click();
    await expect.poll(rows).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(rows).toBe(1);
    expect((await store.get('one'))?.deletedAt).toBeUndefined();
  });

  it('shows fifty at first, and the rest when asked', async () => {
    const { rows } = await setup(
      Array.from({ length: 60 }, (_, index) => attempt(`a${index}`, now - index, `p ${index}`)),
    );
    await expect.poll(rows).toBe(50);
    await page.getByRole('button', { name: 'Show older attempts' }).click();
    await expect.poll(rows).toBe(60);
    await expect.element(page.getByRole('button', { name: 'Show older attempts' })).not.toBeInTheDocument();
  });

  it('keeps attempts at exercises that are gone, without a link that leads nowhere', async () => {
    await setup([attempt('one', now, 'a', { exercise: 'support/gone' })]);
    await expect.element(page.getByText('an exercise that is no longer here')).toBeVisible();
    await expect.element(page.getByRole('link')).not.toBeInTheDocument();
  });

  it('says of each attempt how it ended', async () => {
    await setup([
      attempt('stopped', now, 'a', { status: 'interrupted', grade: undefined }),
      attempt('running', now - 1, 'b', { status: 'running', grade: undefined, endedAt: undefined }),
    ]);
    await expect.element(page.getByText('cut short')).toBeVisible();
    await expect.element(page.getByText('running')).toBeVisible();
  });

  it('says what will be here, while nothing is', async () => {
    await setup([]);
    await expect.element(page.getByText('Nothing here yet.')).toBeVisible();
  });

  it('says why, when storage is out of reach', async () => {
    const health = new StorageHealth();
    health.report('newer-version');
    await setup([], health);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Another tab has opened a newer version');
    expect(new StoreError('newer-version').failure).toBe(health.error?.failure);
  });

  it('has no faults of access that a machine can find, on a phone', async () => {
    await page.viewport(390, 844);
    const { rows } = await setup([attempt('one', now, 'a'), attempt('two', now - 1, 'b', { status: 'interrupted' })]);
    await expect.poll(rows).toBe(2);
    expect(await accessibilityFaults()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(390);
  });
});
