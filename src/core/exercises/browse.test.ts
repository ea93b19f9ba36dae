import { describe, expect, it } from 'vitest';
import type { ExerciseProgress } from '#core/attempts/attempt.ts';
import { browse, catalogueItems, countFacet, recommend } from './browse.ts';
import type { CatalogueEntry } from './exercise.ts';

const entry = (id: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id,
  kind: 'write',
  profession: 'support',
  level: 'warm-up',
  skills: ['state-requirements'],
  rating: 1000,
  minutesByHand: 5,
  dataLanguage: 'en',
  cases: { shown: 3, heldOut: 3 },
  title: { en: `Title of ${id}`, fr: `Titre de ${id}` },
  summary: { en: '', fr: '' },
  ...more,
});
const progress = (exercise: string, more: Partial<ExerciseProgress> = {}): ExerciseProgress => ({
  exercise,
  state: 'started',
  bestScore: 40,
  attempts: 1,
  lastAttemptAt: 1,
  hintsShown: 0,
  gaveUp: false,
  ...more,
});

const entries = [
  entry('a', { title: { en: 'A refund', fr: 'Le cœur de l’été' } }),
  entry('b', {
    profession: 'lawyer',
    level: 'new-hard',
    skills: ['ground-in-quotes', 'resist-injection'],
    rating: 1500,
  }),
  entry('c', { profession: 'lawyer', dataLanguage: 'fr', rating: 1050 }),
];
const items = catalogueItems(entries, [progress('b', { state: 'passed' }), progress('c', { attempts: 0 })]);
const ids = (found: { entry: CatalogueEntry }[]) => found.map((item) => item.entry.id);

describe('the catalogue', () => {
  it('is new until something was run, whatever hints were read', () => {
    expect(items.map(({ state }) => state)).toEqual(['new', 'passed', 'new']);
  });

  it('narrows by every facet at once', () => {
    expect(ids(browse(items, { profession: 'lawyer' }))).toEqual(['b', 'c']);
    expect(ids(browse(items, { profession: 'lawyer', state: 'new' }))).toEqual(['c']);
    expect(ids(browse(items, { skill: 'resist-injection', level: 'warm-up' }))).toEqual([]);
  });

  it('finds words in either language, without case, accents or ligatures', () => {
    expect(ids(browse(items, { text: 'REFUND' }))).toEqual(['a']);
    expect(ids(browse(items, { text: 'coeur ete' }))).toEqual(['a']);
    expect(ids(browse(items, { text: "l'été" }))).toEqual(['a']);
    expect(ids(browse(items, { text: 'refund zebra' }))).toEqual([]);
  });

  it('finds the names of skills and professions in the language of the reader', () => {
    expect(
      ids(
        browse(items, { text: 'juridique' }, ({ entry: { profession } }) =>
          profession === 'lawyer' ? 'Juridique' : '',
        ),
      ),
    ).toEqual(['b', 'c']);
  });

  it('counts what a choice would leave under the other filters, not under its own', () => {
    expect(countFacet(items, { profession: 'support' }, 'profession')).toEqual([
      { value: 'lawyer', total: 2, passed: 1 },
      { value: 'support', total: 1, passed: 0 },
    ]);
    expect(countFacet(items, { profession: 'support' }, 'level').map(({ total }) => total)).toEqual([1, 0]);
  });

  it('recommends the easiest that is not passed, near the language of the reader', () => {
    expect(recommend(items, 'en')?.entry.id).toBe('a');
    expect(recommend(items, 'fr')?.entry.id).toBe('c');
    expect(
      recommend(
        catalogueItems(
          entries,
          entries.map(({ id }) => progress(id, { state: 'passed' })),
        ),
        'en',
      ),
    ).toBeUndefined();
  });
});
