import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Attempt, ExerciseProgress } from '#core/attempts/attempt.ts';
import { StoreError } from '#core/attempts/attempt-store.ts';
import { catalogueItems } from '#core/exercises/browse.ts';
import type { CatalogueEntry } from '#core/exercises/exercise.ts';
import { speak } from '#i18n/i18n.ts';
import type { Candor, Catalogue } from '#ui/context.ts';
import { accessibilityFaults } from '../../../../tests/support/axe.ts';
import WithCandor from '../../../../tests/support/WithCandor.svelte';
import CataloguePage from './CataloguePage.svelte';

const entry = (id: string, title: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id,
  kind: 'write',
  profession: 'support',
  level: 'warm-up',
  skills: ['state-requirements'],
  rating: 1000,
  minutesByHand: 6,
  dataLanguage: 'en',
  cases: { shown: 3, heldOut: 3 },
  title: { en: title, fr: `${title} (fr)` },
  summary: { en: `About ${title}.`, fr: `À propos de ${title}.` },
  ...more,
});
const entries = [
  entry('support/queue', 'Sort the morning queue'),
  entry('support/refund', 'A refund outside the policy', {
    level: 'new-easy',
    skills: ['resist-injection'],
    rating: 1300,
  }),
  entry('lawyer/clause', 'A clause to compare', {
    profession: 'lawyer',
    level: 'new-hard',
    dataLanguage: 'fr',
    rating: 1700,
  }),
];
const progress: ExerciseProgress[] = [
  {
    exercise: 'support/queue',
    state: 'passed',
    bestScore: 94,
    attempts: 3,
    lastAttemptAt: 1,
    hintsShown: 0,
    gaveUp: false,
  },
  {
    exercise: 'support/refund',
    state: 'started',
    bestScore: 62,
    attempts: 1,
    lastAttemptAt: 2,
    hintsShown: 0,
    gaveUp: false,
  },
];
const last = {
  id: 'a',
  exercise: 'support/refund',
  status: 'done',
  grade: {
    score: 62,
    verdict: 'fail',
    shown: { score: 95, passed: 9, total: 9 },
    heldOut: { score: 40, passed: 2, total: 9 },
  },
} as Attempt;

async function setup(catalogue: Partial<Catalogue> = {}) {
  const items = catalogueItems(entries, progress);
  await render(WithCandor, {
    candor: {
      catalogue: { status: 'ready', items, error: undefined, last: undefined, ...catalogue },
      settings: { path: undefined } as unknown as Candor['settings'],
    },
    Page: CataloguePage,
  });
  return {
    search: page.getByRole('searchbox', { name: 'Find an exercise' }),
    row: (name: string) => page.getByRole('link', { name, exact: true }),
    rows: () => [...document.querySelectorAll('[data-row]')].map((row) => row.textContent),
    heading: page.getByRole('heading', { level: 1 }),
  };
}

/** Sets the address and waits until the router has heard of it. */
async function go(hash: string): Promise<void> {
  if (location.hash === hash) return;
  const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = hash;
  await heard;
}

beforeEach(async () => {
  await page.viewport(1400, 900);
  await go('#/');
});
afterEach(async () => {
  await speak('en');
});

describe('the catalogue page', () => {
  it('is a table of contents by level', async () => {
    const { rows } = await setup();
    await expect.element(page.getByRole('heading', { level: 2, name: 'Warm-up' })).toBeVisible();
    expect(rows()).toEqual(['Sort the morning queue', 'A refund outside the policy', 'A clause to compare']);
    await expect.element(page.getByText('passed, best score 94')).toBeInTheDocument();
    await expect.element(page.getByText('started, best score 62')).toBeInTheDocument();
  });

  it('finds by typing, and keeps what was typed in the address', async () => {
    const { search, rows } = await setup();
    await search.fill('refund');
    await expect.poll(rows).toEqual(['A refund outside the policy']);
    await expect.poll(() => location.hash).toBe('#/?q=refund');
    await expect.poll(() => document.querySelector('[aria-live]')?.textContent).toContain('1 exercise');
  });

  it('finds by the name of a skill', async () => {
    const { search, rows } = await setup();
    await search.fill('injection');
    await expect.poll(rows).toEqual(['A refund outside the policy']);
  });

  it('opens narrowed by the address', async () => {
    await go('#/?profession=lawyer');
    const { rows, heading } = await setup();
    await expect.element(heading).toHaveTextContent('Lawyer');
    await expect.poll(rows).toEqual(['A clause to compare']);
  });

  it('narrows by a facet, and widens by the same link', async () => {
    const { rows, row } = await setup();
    const passed = page.getByRole('link', { name: /^Passed/ });
    await passed.click();
    await expect.poll(rows).toEqual(['Sort the morning queue']);
    await expect.element(passed).toHaveAttribute('aria-current', 'true');
    await passed.click();
    await expect.element(row('A clause to compare')).toBeVisible();
  });

  it('does not fall over an address that makes no sense', async () => {
    await go('#/?profession=astronaut&level=&q=');
    const { rows } = await setup();
    expect(rows()).toHaveLength(3);
  });

  it('says when nothing fits, and offers the way out', async () => {
    const { search, rows } = await setup();
    await search.fill('zebra');
    await expect.element(page.getByText('Nothing found for “zebra”.')).toBeVisible();
    await page.getByRole('link', { name: 'Show all exercises' }).click();
    await expect.poll(rows).toHaveLength(3);
    await expect.element(search).toHaveValue('');
  });

  it('shows no empty lists of filters, and always the one that is set', async () => {
    await go('#/?q=zebra&level=new-hard');
    await setup();
    await expect.element(page.getByText('No exercise fits all of that.')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Profession' })).not.toBeInTheDocument();
    await page.getByRole('link', { name: /^New hard/ }).click();
    await expect.poll(() => location.hash).toBe('#/?q=zebra');
  });

  it('is worked by keyboard: slash, arrows, Escape', async () => {
    const { search, row, rows } = await setup();
    await userEvent.keyboard('/');
    await expect.element(search).toHaveFocus();
    await userEvent.keyboard('a');
    await userEvent.keyboard('/');
    await expect.element(search).toHaveValue('a/');
    await userEvent.keyboard('{Escape}');
    await expect.element(search).toHaveValue('');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(row('Sort the morning queue')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(row('A refund outside the policy')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(row('A clause to compare')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(row('A clause to compare')).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowUp}');
    await expect.element(search).toHaveFocus();
    await go('#/?level=new-hard');
    await expect.poll(rows).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await expect.poll(rows).toHaveLength(3);
  });

  it('opens the row in focus by Enter', async () => {
    const { row } = await setup();
    (row('A clause to compare').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => location.hash).toBe('#/practice/lawyer/clause');
  });

  it('shows a newcomer where to begin', async () => {
    await setup({ items: catalogueItems(entries, []) });
    await expect.element(page.getByRole('heading', { name: 'Start here' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Begin' })).toHaveAttribute('href', '#/practice/support/queue');
    await expect.element(page.getByRole('link', { name: 'Half an hour' })).toHaveAttribute('href', '#/paths/start');
  });

  it('tells who comes back where they stopped, without flattery', async () => {
    await setup({ last });
    await expect
      .element(page.getByText('“A refund outside the policy” works on what you saw and not on what you did not.'))
      .toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Go on' }))
      .toHaveAttribute('href', '#/practice/support/refund');
  });

  it('still shows the exercises when storage is blocked, and says so', async () => {
    const { rows } = await setup({ error: new StoreError('blocked') });
    await expect.element(page.getByRole('alert')).toHaveTextContent('does not let Candor store anything');
    expect(rows()).toHaveLength(3);
  });

  it('says when there are no exercises, or they did not load', async () => {
    await setup({ items: [] });
    await expect.element(page.getByText('There are no exercises here yet.')).toBeVisible();
  });

  it('says when the exercises did not load', async () => {
    await setup({ status: 'failed', items: [] });
    await expect.element(page.getByRole('alert')).toHaveTextContent('The exercises did not load.');
  });

  it('speaks French as soon as it is asked to, and keeps the place', async () => {
    await go('#/?q=refund');
    const { rows } = await setup({ last });
    await expect.poll(rows).toHaveLength(1);
    await speak('fr');
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Exercices');
    await expect.poll(rows).toEqual(['A refund outside the policy (fr)']);
    await expect.element(page.getByText('Là où vous en étiez')).toBeVisible();
    expect(location.hash).toBe('#/?q=refund');
  });

  it('keeps filters in a disclosure on a phone', async () => {
    await page.viewport(390, 844);
    await setup();
    const passed = page.getByRole('link', { name: /^Passed/ });
    await expect.element(passed).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Filters' }).click();
    await expect.element(passed).toBeVisible();
    expect(document.documentElement.scrollWidth).toBe(390);
  });

  for (const theme of ['light', 'dark']) {
    it(`has no faults of access that a machine can find, ${theme}`, async () => {
      document.documentElement.dataset.theme = theme;
      document.documentElement.lang = 'en';
      await setup({ last, error: new StoreError('full') });
      expect(await accessibilityFaults()).toEqual([]);
      delete document.documentElement.dataset.theme;
    });
  }
});
