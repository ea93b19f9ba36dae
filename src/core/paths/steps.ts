import type { CatalogueEntry } from '#core/exercises/exercise.ts';
import { skills, type Skill } from '#core/exercises/vocabulary.ts';
import type { Language } from '#core/language/language.ts';
import type { LearningPath, PathStep } from './path.ts';

type Known = Pick<CatalogueEntry, 'id' | 'profession' | 'skills' | 'rating'>;

/**
 * The steps of a path, in order, for a reader of a language. Lessons that are not written yet are left out. What was passed
 * already in the other language stays the step.
 */
export function stepsOf(
  { steps }: Pick<LearningPath, 'steps'>,
  exercises: readonly Known[],
  lessons: readonly Skill[],
  language: Language = 'en',
  passed: readonly string[] = [],
): PathStep[] {
  const written = new Set(lessons);
  const all = Array.isArray(steps) ? steps : steps === 'skills' ? bySkill(exercises) : byProfession(exercises, steps);
  return all.flatMap((step): PathStep[] => {
    if ('lesson' in step) return written.has(step.lesson) ? [step] : [];
    const { exercise, inFrench = exercise } = step;
    const [own, other] = language === 'fr' ? [inFrench, exercise] : [exercise, inFrench];
    return [{ exercise: passed.includes(other) && !passed.includes(own) ? other : own }];
  });
}

/**
 * Each skill's lesson, then exercises that train it, easiest first. An exercise trains several skills and stands under
 * one: that of its own which has the fewest so far, so that no lesson is left without practice while another has ten.
 */
function bySkill(exercises: readonly Known[]): PathStep[] {
  const under = new Map<Skill, Known[]>(skills.map((skill) => [skill, []]));
  const scarcity = (skill: Skill) => exercises.filter((one) => one.skills.includes(skill)).length;
  for (const one of byRating(exercises)) {
    const [skill] = [...one.skills].sort(
      (a, b) => (under.get(a)?.length ?? 0) - (under.get(b)?.length ?? 0) || scarcity(a) - scarcity(b),
    );
    if (skill) under.get(skill)?.push(one);
  }
  return [...under].flatMap(([lesson, trained]) => [{ lesson }, ...trained.map(({ id }) => ({ exercise: id }))]);
}

/** The exercises of a profession, easiest first, each after the first lesson on its skills that was not yet read. */
function byProfession(exercises: readonly Known[], { profession }: { profession: Known['profession'] }): PathStep[] {
  const read = new Set<Skill>();
  return byRating(exercises.filter((one) => one.profession === profession)).flatMap((one) => {
    const lesson = one.skills.find((skill) => !read.has(skill));
    if (lesson) read.add(lesson);
    return [...(lesson ? [{ lesson }] : []), { exercise: one.id }];
  });
}

const byRating = <T extends Known>(exercises: readonly T[]): T[] =>
  [...exercises].sort((a, b) => a.rating - b.rating || (a.id < b.id ? -1 : 1));
