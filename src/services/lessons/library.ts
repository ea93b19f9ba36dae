import type { Skill } from '#core/exercises/vocabulary.ts';
import type { Lesson, LessonEntry } from '#core/lessons/lesson.ts';
import type { LearningPath } from '#core/paths/path.ts';

/** The lessons that ship with the app, and the paths through them. */
export interface LessonLibrary {
  /** In the order in which the skills are taught. */
  contents(): Promise<LessonEntry[]>;
  /** Nothing for a skill that has no lesson. */
  load(skill: string): Promise<Lesson | undefined>;
  paths(): Promise<LearningPath[]>;
}

/** The library as the build put it into the bundle; each lesson is fetched when it is first opened. */
export const lessonLibrary: LessonLibrary = {
  async contents() {
    return (await import('virtual:candor/lessons')).contents;
  },
  async load(skill) {
    const { lessons } = await import('virtual:candor/lessons');
    const load = Object.hasOwn(lessons, skill) ? lessons[skill as Skill] : undefined;
    return (await load?.())?.default;
  },
  async paths() {
    return (await import('virtual:candor/paths')).default;
  },
};
