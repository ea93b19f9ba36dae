import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { catalogueItems } from '#core/exercises/browse.ts';
import { catalogueEntry } from '#core/exercises/catalogue.ts';
import { knowledgeOf } from '#core/exercises/knowledge-of.ts';
import type { Lesson, LessonWords } from '#core/lessons/lesson.ts';
import { diffTexts } from '#core/comparisons/diff/text-diff.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { speak } from '#i18n/i18n.ts';
import type { Candor } from '#ui/context.ts';
import { accessibilityFaults } from '../../../../tests/support/axe.ts';
import { directGrader } from '../../../../tests/support/direct-grader.ts';
import { smallExercise } from '../../../../tests/support/small-exercise.ts';
import WithCandor from '../../../../tests/support/WithCandor.svelte';
import LessonPage from './LessonPage.svelte';

const bundle = smallExercise();
const { exercise } = bundle;
const [skill] = exercise.skills;
const words = (title: string): LessonWords => ({
  title,
  summary: 'In one line.',
  what: 'What it is.',
  helps: 'When it helps.',
  limits: 'When it does not.',
  example: 'Look at this.',
  change: 'This changed.',
  practise: 'Try it.',
  evidence: { one: 'It was found.', two: 'It was found otherwise.' },
});
const lesson: Lesson = {
  skill: skill!,
  example: {
    exercise: exercise.id,
    case: exercise.cases[0]!.id,
    before: { system: '', turns: [], user: 'Write something.', parameters: {} },
    after: exercise.ladder.at(-1)!.id,
  },
  evidence: [
    { id: 'one', strength: 'strong', source: 'Somebody 2024', link: 'https://example.org/' },
    { id: 'two', strength: 'contested', source: 'Somebody else' },
  ],
  words: { en: words('Say it'), fr: words('Le dire') },
};
const readLesson = vi.fn();

async function open(found: Lesson | undefined = lesson): Promise<void> {
  const candor = {
    catalogue: {
      status: 'ready',
      items: catalogueItems([catalogueEntry(exercise)], []),
      error: undefined,
      last: undefined,
    },
    settings: { lessonsRead: [], readLesson } as unknown as Candor['settings'],
    lessons: {
      contents: async () => [{ skill: skill!, title: { en: 'Say it', fr: 'Le dire' }, summary: { en: '', fr: '' } }],
      load: async () => found,
      paths: async () => [],
    },
    differ: {
      texts: async (_: string, before: string, after: string) => diffTexts(before, after),
      forget: () => {},
    } as unknown as Candor['differ'],
    practice: {
      library: { load: async () => bundle },
      grader: directGrader,
      explainer: {
        preload: () => {},
        explain: async (_: unknown, request: object) =>
          simulate({ ...(request as Parameters<typeof simulate>[0]), knowledge: [knowledgeOf(bundle)] }),
      },
    } as unknown as Candor['practice'],
  };
  await render(WithCandor, { candor: candor as Partial<Candor>, Page: LessonPage, given: { skill } });
}

beforeEach(() => readLesson.mockClear());
afterEach(async () => await speak('en'));

it('reads like a page, with its evidence in words and the exercises that train it', async () => {
  await open();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Say it');
  await expect.element(page.getByText('Strong: large, or found again and again.')).toBeVisible();
  await expect.element(page.getByText('Contested: others found otherwise.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Somebody 2024' })).toHaveAttribute('rel', 'noreferrer noopener');
  await expect.element(page.getByRole('link', { name: exercise.words.en.title })).toBeVisible();
  await expect.poll(() => document.title).toBe('Say it · Candor');
  expect(await accessibilityFaults()).toEqual([]);
});

it('runs its example: both prompts graded, the better one seen to be better', async () => {
  await open();
  await page.getByRole('button', { name: 'Run both prompts' }).click();
  await expect.element(page.getByText('mean of 3 answers').first()).toBeVisible();
  const scores = [...document.querySelectorAll('figure .score')].map((score) => Number(score.textContent));
  expect(scores).toHaveLength(2);
  expect(scores[1]).toBeGreaterThan(scores[0]!);
  await expect.element(page.getByRole('button', { name: 'Draw three more of each' })).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
});

it('is read when its end was seen, not before', async () => {
  await page.viewport(390, 500);
  await open();
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(readLesson).not.toHaveBeenCalled();
  document.querySelector('main nav')!.scrollIntoView();
  await expect.poll(() => readLesson.mock.calls).toEqual([[skill]]);
});

it('speaks French', async () => {
  await speak('fr');
  await open();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Le dire');
  await expect.element(page.getByRole('button', { name: 'Lancer les deux prompts' })).toBeVisible();
});

it('says so when there is no such lesson', async () => {
  const none = undefined;
  await render(WithCandor, {
    candor: { lessons: { contents: async () => [], load: async () => none, paths: async () => [] } } as Partial<Candor>,
    Page: LessonPage,
    given: { skill: 'nonsense' },
  });
  await expect.element(page.getByRole('heading', { name: 'There is no such lesson' })).toBeVisible();
});
