import type { CatalogueEntry, Exercise } from './exercise.ts';
import { levels, professions } from './vocabulary.ts';

/** What the catalogue shows of an exercise. */
export function catalogueEntry(exercise: Exercise): CatalogueEntry {
  const { id, kind, profession, level, skills, rating, minutesByHand, dataLanguage, words } = exercise;
  const heldOut = exercise.cases.filter((one) => one.heldOut).length;
  return {
    id,
    kind,
    profession,
    level,
    skills,
    rating,
    minutesByHand,
    dataLanguage,
    cases: { shown: exercise.cases.length - heldOut, heldOut },
    title: { en: words.en.title, fr: words.fr.title },
    summary: { en: words.en.summary, fr: words.fr.summary },
  };
}

/** By profession, level and rating, in the order of the vocabulary; ids settle what is left. */
export function byCatalogueOrder(a: Sortable, b: Sortable): number {
  return (
    professions.indexOf(a.profession) - professions.indexOf(b.profession) ||
    levels.indexOf(a.level) - levels.indexOf(b.level) ||
    a.rating - b.rating ||
    (a.id < b.id ? -1 : 1)
  );
}

type Sortable = Pick<CatalogueEntry, 'id' | 'profession' | 'level' | 'rating'>;
