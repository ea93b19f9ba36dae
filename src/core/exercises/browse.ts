import type { ExerciseProgress } from '#core/attempts/attempt.ts';
import type { CatalogueEntry } from './exercise.ts';
import { levels, professions, skills, type Level, type Profession, type Skill } from './vocabulary.ts';

const exerciseStates = ['new', 'started', 'passed'] as const;
type ExerciseState = (typeof exerciseStates)[number];

/** An exercise as the catalogue shows it: what it is, and where the learner stands with it. */
export interface CatalogueItem {
  entry: CatalogueEntry;
  progress?: ExerciseProgress;
  state: ExerciseState;
}

/** What the catalogue is narrowed to; what is left out narrows nothing. */
export interface CatalogueFilter {
  text?: string;
  profession?: Profession;
  level?: Level;
  skill?: Skill;
  state?: ExerciseState;
}

export type Facet = Exclude<keyof CatalogueFilter, 'text'>;
export const facetValues = { profession: professions, level: levels, skill: skills, state: exerciseStates } as const;

export function catalogueItems(
  entries: readonly CatalogueEntry[],
  progress: readonly ExerciseProgress[],
): CatalogueItem[] {
  const byExercise = new Map(progress.map((row) => [row.exercise, row]));
  return entries.map((entry) => {
    const row = byExercise.get(entry.id);
    return { entry, progress: row, state: row && row.attempts > 0 ? row.state : 'new' };
  });
}

/** Letters as a searcher types them: no case, no accents, no ligatures. */
export function searchable(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’ʼ]/g, "'");
}

function has(item: CatalogueItem, facet: Facet, value: string): boolean {
  if (facet === 'skill') return (item.entry.skills as string[]).includes(value);
  return (facet === 'state' ? item.state : item.entry[facet]) === value;
}

/**
 * Items that fit. Every typed word must occur in the title or summary, in either language, or in `labels`: the names
 * of the item's profession, level and skills in the reader's language.
 */
export function browse(
  items: readonly CatalogueItem[],
  filter: CatalogueFilter,
  labels: (item: CatalogueItem) => string = () => '',
): CatalogueItem[] {
  const typed = searchable(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return items.filter((item) => {
    for (const facet of Object.keys(facetValues) as Facet[]) {
      const wanted = filter[facet];
      if (wanted && !has(item, facet, wanted)) return false;
    }
    if (!typed.length) return true;
    const { title, summary } = item.entry;
    const text = searchable([title.en, title.fr, summary.en, summary.fr, labels(item)].join('\n'));
    return typed.every((word) => text.includes(word));
  });
}

/** One value of a facet, with how many exercises choosing it would leave, and how many of those are passed. */
export interface FacetCount<Value extends string = string> {
  value: Value;
  total: number;
  passed: number;
}

/** Values of a facet that occur in the catalogue at all, counted under the other filters. */
export function countFacet(
  items: readonly CatalogueItem[],
  filter: CatalogueFilter,
  facet: Facet,
  labels?: (item: CatalogueItem) => string,
): FacetCount[] {
  const left = browse(items, { ...filter, [facet]: undefined }, labels);
  return facetValues[facet]
    .filter((value) => facet === 'state' || items.some((item) => has(item, facet, value)))
    .map((value) => {
      const fitting = left.filter((item) => has(item, facet, value));
      return { value, total: fitting.length, passed: fitting.filter((item) => item.state === 'passed').length };
    });
}

/** The easiest exercise not yet passed; on data in the reader's language where that makes no great difference. */
export function recommend(items: readonly CatalogueItem[], language: string): CatalogueItem | undefined {
  const foreignness = (item: CatalogueItem) => (item.entry.dataLanguage === language ? 0 : 100);
  return items
    .filter((item) => item.state !== 'passed')
    .toSorted((a, b) => a.entry.rating + foreignness(a) - (b.entry.rating + foreignness(b)))[0];
}
