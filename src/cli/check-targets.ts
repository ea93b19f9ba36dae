import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '#core/exercises/near-names.ts';
import { exerciseIds, lessonsFolder } from '#services/exercises/folder.ts';
import { lessonFolders } from '#services/lessons/folder.ts';
import { pathsFile } from '#services/lessons/paths-file.ts';
import { requireIds } from './exercise-folder.ts';
import { InputError } from './input-error.ts';

/** What is to be checked. */
export interface Targets {
  exercises: string[];
  /** Skills. */
  lessons: string[];
  paths: boolean;
}

const allPaths = 'paths';

/** Everything there is, or what was named: ids of exercises, `lessons`, `lessons/<skill>`, `paths`. */
export function targetsOf(root: string, names: readonly string[]): Targets {
  const lessons = lessonFolders(root);
  if (names.length === 0) return { exercises: exerciseIds(root), lessons, paths: existsSync(join(root, pathsFile)) };
  const named = [...new Set(names)];
  const inLessons = named.filter((name) => name === lessonsFolder || name.startsWith(`${lessonsFolder}/`));
  const skills = inLessons.flatMap((name) => (name === lessonsFolder ? lessons : [name.split('/')[1] ?? '']));
  for (const skill of skills) {
    if (!lessons.includes(skill)) throw new InputError(`there is no lesson "${skill}"${didYouMean(skill, lessons)}`);
  }
  const exercises = named.filter((name) => !inLessons.includes(name) && name !== allPaths);
  requireIds(root, exercises);
  return { exercises, lessons: [...new Set(skills)], paths: named.includes(allPaths) };
}
