import { describe, expect, it } from 'vitest';
import { skills, type Skill } from '#core/exercises/vocabulary.ts';
import type { PathsFile } from './path.ts';
import { progressOn } from './progress.ts';
import { stepsOf } from './steps.ts';
import { parsePaths, validatePaths } from './validate-paths.ts';

const one = (id: string, rating: number, trained: Skill[]) => ({
  id,
  profession: id.split('/')[0] as 'support',
  skills: trained,
  rating,
});
const exercises = [
  one('support/hard', 1700, ['resist-injection', 'state-requirements']),
  one('support/easy', 1000, ['state-requirements']),
  one('sales/note', 1200, ['state-requirements', 'structured-output']),
];
const lessons: Skill[] = ['state-requirements', 'structured-output', 'resist-injection'];

describe('the steps of a path', () => {
  it('by skill: a lesson, then what trains it, easiest first, each exercise once', () => {
    expect(stepsOf({ steps: 'skills' }, exercises, lessons)).toEqual([
      { lesson: 'state-requirements' },
      { exercise: 'support/easy' },
      { lesson: 'structured-output' },
      { exercise: 'sales/note' },
      { lesson: 'resist-injection' },
      { exercise: 'support/hard' },
    ]);
  });

  it('written out: on data in the language of the reader, unless the other was passed', () => {
    const steps = [{ exercise: 'support/easy', inFrench: 'sales/note' }];
    expect(stepsOf({ steps }, exercises, lessons)).toEqual([{ exercise: 'support/easy' }]);
    expect(stepsOf({ steps }, exercises, lessons, 'fr')).toEqual([{ exercise: 'sales/note' }]);
    expect(stepsOf({ steps }, exercises, lessons, 'fr', ['support/easy'])).toEqual([{ exercise: 'support/easy' }]);
    expect(stepsOf({ steps }, exercises, lessons, 'en', ['sales/note'])).toEqual([{ exercise: 'sales/note' }]);
  });

  it('by profession: its own exercises, each after a lesson on its skills that was not read', () => {
    expect(stepsOf({ steps: { profession: 'support' } }, exercises, lessons)).toEqual([
      { lesson: 'state-requirements' },
      { exercise: 'support/easy' },
      { lesson: 'resist-injection' },
      { exercise: 'support/hard' },
    ]);
  });

  it('leave out lessons that are not written', () => {
    expect(stepsOf({ steps: 'skills' }, exercises, []).every((step) => 'exercise' in step)).toBe(true);
  });

  it('name every skill that has a lesson and every exercise', () => {
    const steps = stepsOf({ steps: 'skills' }, exercises, skills);
    expect(steps.flatMap((step) => ('lesson' in step ? [step.lesson] : []))).toEqual([...skills]);
    expect(steps.filter((step) => 'exercise' in step)).toHaveLength(exercises.length);
  });
});

describe('progress', () => {
  const steps = stepsOf({ steps: { profession: 'support' } }, exercises, lessons);
  const behind = (read: Skill[], passed: string[]) =>
    progressOn(steps, { lessons: new Set(read), exercises: new Set(passed) });

  it('begins at the first step and ends after the last', () => {
    expect(behind([], [])).toEqual({ done: [false, false, false, false], next: 0 });
    expect(behind(['state-requirements'], []).next).toBe(1);
    expect(behind(['resist-injection', 'state-requirements'], ['support/easy', 'support/hard']).next).toBeUndefined();
  });

  it('does not send anybody back to a lesson whose exercise they have passed', () => {
    expect(behind([], ['support/easy'])).toEqual({ done: [true, true, false, false], next: 2 });
    expect(behind([], ['support/hard']).done).toEqual([false, false, true, true]);
  });
});

describe('paths.yaml', () => {
  const path = (steps: unknown, id = 'start') => ({
    id,
    title: { en: 'a', fr: 'b' },
    about: { en: 'c', fr: 'd' },
    steps,
  });
  const found = (...paths: unknown[]) => {
    const parsed = parsePaths({ format: 1, paths });
    if (!parsed.value) throw new Error(JSON.stringify(parsed.issues));
    const ground = { exercises, known: exercises.map(({ id }) => id), lessons };
    return validatePaths(parsed.value satisfies PathsFile, ground).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
  };

  it('is right when everything exists and grows harder', () => {
    const steps = [{ lesson: 'state-requirements' }, { exercise: 'support/easy' }, { exercise: 'support/hard' }];
    expect(found(path(steps), path('skills', 'all'), path({ profession: 'sales' }, 'sales'))).toEqual([]);
  });

  it.each([
    [
      [{ exercise: 'support/esy' }],
      'paths.0.steps.0.exercise: there is no exercise "support/esy"; did you mean "support/easy"?',
    ],
    [
      [{ lesson: 'examples' }, { exercise: 'support/easy' }],
      'paths.0.steps.0.lesson: there is no lesson "examples" yet',
    ],
    [
      [{ exercise: 'support/hard' }, { exercise: 'support/easy' }],
      'paths.0.steps.1.exercise: "support/easy" (rating 1000) is much easier than "support/hard" (1700) before it',
    ],
    [
      [{ lesson: 'structured-output' }],
      'paths.0.steps: the path "start" leads nowhere: it needs one exercise at least',
    ],
    [
      { profession: 'lawyer' },
      'paths.0.steps: the path "start" leads nowhere: there is no exercise for the profession "lawyer"',
    ],
    [[{ exercise: 'support/easy' }, { exercise: 'support/easy' }], '"support/easy" is a step of this path already'],
  ])('says what is wrong with %j', (steps, sentence) => expect(found(path(steps)).join('\n')).toContain(sentence));

  it('refuses two paths of one name, and a step that is neither', () => {
    expect(found(path('skills'), path('skills')).join('\n')).toContain('the path id "start" is used twice');
    expect(parsePaths({ format: 1, paths: [path([{ lesson: 'nonsense' }])] }).issues?.length).toBe(1);
  });
});
