import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCatalogueOrder } from '#core/exercises/catalogue.ts';
import { skills } from '#core/exercises/vocabulary.ts';
import type { LearningPath } from '#core/paths/path.ts';
import { parsePaths, validatePaths } from '#core/paths/validate-paths.ts';
import { typeset } from '#core/language/typography.ts';
import type { Problem } from '#services/exercises/problem.ts';
import { readYaml } from '#services/exercises/yaml-file.ts';
import { lessonFolders, type LessonGround } from './folder.ts';

export const pathsFile = 'paths.yaml';

export interface LoadedPaths {
  paths: LearningPath[];
  problems: Problem[];
}

/** Reads and validates the paths through lessons and exercises. A folder without the file has none. */
export function loadPaths(root: string, { exercises, known }: LessonGround): LoadedPaths {
  const full = join(root, pathsFile);
  if (!existsSync(full)) return { paths: [], problems: [] };
  const yaml = readYaml(readFileSync(full, 'utf8'));
  if (yaml.problems.length > 0)
    return { paths: [], problems: yaml.problems.map((problem) => ({ file: pathsFile, ...problem })) };
  const at = ({ path, key, message }: { path: readonly (string | number)[]; key?: boolean; message: string }) => ({
    file: pathsFile,
    ...yaml.placeOf(path, key),
    message,
  });
  const parsed = parsePaths(yaml.value);
  if (parsed.issues) return { paths: [], problems: parsed.issues.map(at) };
  const folders = lessonFolders(root);
  const ground = {
    exercises: [...exercises].sort(byCatalogueOrder),
    known,
    lessons: skills.filter((skill) => folders.includes(skill)),
  };
  const problems = validatePaths(parsed.value, ground).map(at);
  return { paths: problems.length > 0 ? [] : parsed.value.paths.map(asPrinted), problems };
}

function asPrinted(path: LearningPath): LearningPath {
  const set = ({ en, fr }: LearningPath['title']) => ({ en: typeset(en, 'en'), fr: typeset(fr, 'fr') });
  return { ...path, title: set(path.title), about: set(path.about) };
}
