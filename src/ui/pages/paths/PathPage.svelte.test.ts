import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ExerciseProgress } from '#core/attempts/attempt.ts';
import { catalogueItems } from '#core/exercises/browse.ts';
import { catalogueEntry } from '#core/exercises/catalogue.ts';
import type { Skill } from '#core/exercises/vocabulary.ts';
import type { LearningPath } from '#core/paths/path.ts';
import { speak } from '#i18n/i18n.ts';
import type { Candor } from '#ui/context.ts';
import { accessibilityFaults } from '../../../../tests/support/axe.ts';
import { smallExercise } from '../../../../tests/support/small-exercise.ts';
import WithCandor from '../../../../tests/support/WithCandor.svelte';
import PathPage from './PathPage.svelte';
import PathsPage from './PathsPage.svelte';

const entry = catalogueEntry(smallExercise().exercise);
const skill = entry.skills[0]!;
const inBoth = (en: string, fr: string) => ({ en, fr });
const path: LearningPath = {
  id: 'start',
  title: inBoth('Begin with this', 'Commencer par là'),
  about: inBoth('For half an hour.', 'Pour une demi-heure.'),
  minutes: 30,
  steps: [{ lesson: skill }, { exercise: entry.id }],
};
const passed = { exercise: entry.id, state: 'passed', bestScore: 94, attempts: 1 } as ExerciseProgress;

async function open(Page: typeof PathPage | typeof PathsPage, read: Skill[] = [], progress: ExerciseProgress[] = []) {
  const candor = {
    catalogue: { status: 'ready', items: catalogueItems([entry], progress), error: undefined, last: undefined },
    settings: { lessonsRead: read } as unknown as Candor['settings'],
    lessons: {
      contents: async () => [{ skill, title: inBoth('Say it', 'Le dire'), summary: inBoth('', '') }],
      load: async () => undefined,
      paths: async () => [path],
    },
  };
  await render(WithCandor, { candor: candor as Partial<Candor>, Page, given: { params: { id: 'start' } } });
}
afterEach(async () => await speak('en'));

it('lists the paths, and how far one is', async () => {
  await open(PathsPage, [skill]);
  await expect.element(page.getByRole('link', { name: 'Begin with this' })).toHaveAttribute('href', '#/paths/start');
  await expect.element(page.getByText('1 of 2 done')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
});

it('begins at its first step', async () => {
  await open(PathPage);
  await expect
    .element(page.getByRole('link', { name: 'Begin', exact: true }))
    .toHaveAttribute('href', `#/lessons/${skill}`);
  expect(await accessibilityFaults()).toEqual([]);
});

it('goes on where one stopped', async () => {
  await open(PathPage, [skill]);
  const next = page.getByRole('link', { name: `Continue: ${entry.title.en}` });
  await expect.element(next).toHaveAttribute('href', `#/practice/${entry.id}`);
});

it('ends, in French too', async () => {
  await speak('fr');
  await open(PathPage, [], [passed]);
  await expect.element(page.getByText('Vous êtes au bout du parcours.')).toBeVisible();
  await expect.element(page.getByText('94')).toBeVisible();
});
