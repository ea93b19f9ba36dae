import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '#core/exercises/exercise.ts';
import { readWords } from '#core/exercises/read-words.ts';
import { skills } from '#core/exercises/vocabulary.ts';
import type { ParsedWords } from '#core/exercises/word-file.ts';
import type { Lesson, LessonFile, LessonWords } from '#core/lessons/lesson.ts';
import { parseLessonFile, parseLessonWords } from '#core/lessons/parse-lesson.ts';
import { validateLesson, type LessonFinding } from '#core/lessons/validate-lesson.ts';
import { lessonsFolder } from '#services/exercises/folder.ts';
import type { Problem } from '#services/exercises/problem.ts';
import { readYaml } from '#services/exercises/yaml-file.ts';

/** What the folder of one lesson holds; `ready` is there when nothing is wrong. */
export interface LoadedLesson {
  /** The folder's name, which is the skill it teaches. */
  skill: string;
  problems: Problem[];
  ready?: Lesson;
  /** Turns a finding of the proof into a problem with its line. */
  locate(finding: LessonFinding): Problem;
}

/** What lessons are held against. */
export interface LessonGround {
  /** Exercises that are ready. */
  exercises: readonly Exercise[];
  /** Ids of all exercise folders. */
  known: readonly string[];
}

/** Folders of lessons below the exercises, in the order in which the skills are taught. */
export function lessonFolders(root: string): string[] {
  const path = join(root, lessonsFolder);
  if (!existsSync(path)) return [];
  const place = (name: string) => {
    const index = (skills as readonly string[]).indexOf(name);
    return index < 0 ? skills.length : index;
  };
  return readdirSync(path)
    .filter((name) => !name.startsWith('.') && statSync(join(path, name)).isDirectory())
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** Loads every lesson there is. */
export function loadLessons(root: string, ground: LessonGround): LoadedLesson[] {
  return lessonFolders(root).map((folder) => loadLesson(root, folder, ground));
}

/** Reads and validates the folder of one lesson. */
export function loadLesson(root: string, folder: string, ground: LessonGround): LoadedLesson {
  const problems: Problem[] = [];
  const name = (part: string) => `${lessonsFolder}/${folder}/${part}`;
  const read = (part: string) => {
    try {
      return readFileSync(join(root, name(part)), 'utf8');
    } catch {
      problems.push({ file: name(part), line: 1, message: `the file ${part} is missing` });
      return undefined;
    }
  };

  const yamlText = read('lesson.yaml');
  const yaml = yamlText === undefined ? undefined : readYaml(yamlText);
  const words: Partial<Record<'en' | 'fr', ParsedWords<LessonWords>>> = {};
  for (const language of ['en', 'fr'] as const) {
    const text = read(`${language}.md`);
    if (text === undefined) continue;
    const parsed = readWords(text, language, parseLessonWords);
    words[language] = parsed;
    problems.push(...parsed.problems.map((problem) => ({ file: name(`${language}.md`), ...problem })));
  }
  const locate = ({ file, path, key, entry, message }: LessonFinding): Problem => {
    const place = path && file === 'lesson.yaml' ? yaml?.placeOf(path, key) : undefined;
    const language = file === 'en.md' ? 'en' : 'fr';
    const line = place?.line ?? (entry ? words[language]?.lines.get(entry) : undefined) ?? 1;
    return { file: name(file), line, ...(place && { column: place.column }), message };
  };

  const loaded: LoadedLesson = { skill: folder, problems, locate };
  const file = yaml && fileIn(yaml, name('lesson.yaml'), problems, locate);
  if (!file) return loaded;
  problems.push(...validateLesson({ folder, file, words, ...ground }).map(locate));
  if (problems.length === 0 && words.en && words.fr) {
    const { skill, example, evidence } = file;
    loaded.ready = { skill, example, evidence, words: { en: words.en.words, fr: words.fr.words } };
  }
  return loaded;
}

function fileIn(
  yaml: ReturnType<typeof readYaml>,
  name: string,
  problems: Problem[],
  locate: LoadedLesson['locate'],
): LessonFile | undefined {
  if (yaml.problems.length > 0) {
    problems.push(...yaml.problems.map((problem) => ({ file: name, ...problem })));
    return undefined;
  }
  const parsed = parseLessonFile(yaml.value);
  if (parsed.issues) problems.push(...parsed.issues.map((issue) => locate({ file: 'lesson.yaml', ...issue })));
  return parsed.value;
}
