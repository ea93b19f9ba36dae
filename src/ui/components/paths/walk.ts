import type { CatalogueItem } from '#core/exercises/browse.ts';
import type { Skill } from '#core/exercises/vocabulary.ts';
import type { Language } from '#core/language/language.ts';
import type { LessonEntry } from '#core/lessons/lesson.ts';
import type { LearningPath } from '#core/paths/path.ts';
import { progressOn } from '#core/paths/progress.ts';
import { stepsOf } from '#core/paths/steps.ts';

interface Row {
  href: string;
  title: { en: string; fr: string };
  done: boolean;
}
export type PathRow = Row & ({ kind: 'lesson'; entry: LessonEntry } | { kind: 'exercise'; item: CatalogueItem });

/** A path as a page shows it: its steps with their titles, what is done, and where it goes on. */
export function walk(
  path: LearningPath,
  contents: readonly LessonEntry[],
  items: readonly CatalogueItem[],
  lessonsRead: readonly Skill[],
  language: Language,
): { rows: PathRow[]; done: number; next: PathRow | undefined } {
  const passed = items.filter(({ state }) => state === 'passed').map(({ entry }) => entry.id);
  const steps = stepsOf(
    path,
    items.map(({ entry }) => entry),
    contents.map(({ skill }) => skill),
    language,
    passed,
  );
  const progress = progressOn(steps, { lessons: new Set(lessonsRead), exercises: new Set(passed) });
  const rows = steps.flatMap((step, index): PathRow[] => {
    const done = progress.done[index] ?? false;
    if ('lesson' in step) {
      const entry = contents.find(({ skill }) => skill === step.lesson);
      return entry ? [{ kind: 'lesson', entry, href: `#/lessons/${entry.skill}`, title: entry.title, done }] : [];
    }
    const item = items.find(({ entry }) => entry.id === step.exercise);
    return item ? [{ kind: 'exercise', item, href: `#/practice/${item.entry.id}`, title: item.entry.title, done }] : [];
  });
  return { rows, done: rows.filter((row) => row.done).length, next: rows.find((row) => !row.done) };
}
