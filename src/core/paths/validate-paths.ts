import type { CatalogueEntry } from '#core/exercises/exercise.ts';
import { parse, type Parsed } from '#core/exercises/parse-exercise.ts';
import { didYouMean, nameList } from '#core/exercises/near-names.ts';
import type { Path } from '#core/exercises/finding.ts';
import { skills, type Skill } from '#core/exercises/vocabulary.ts';
import { PathsFileSchema, type LearningPath, type PathsFile } from './path.ts';
import { stepsOf } from './steps.ts';

/** Checks the value read from `paths.yaml`. */
export const parsePaths = (value: unknown): Parsed<PathsFile> => parse(PathsFileSchema, value);

interface PathFinding {
  path: Path;
  message: string;
}

/** How much easier than the one before an exercise on a written-out path may be, on the Elo scale. */
const mostDescent = 100;

interface Ground {
  exercises: readonly Pick<CatalogueEntry, 'id' | 'profession' | 'skills' | 'rating'>[];
  /** Ids of all exercise folders, sound or not. */
  known: readonly string[];
  /** Skills that have a lesson folder. */
  lessons: readonly Skill[];
}

/** Holds the paths against what they lead through. */
export function validatePaths({ paths }: PathsFile, ground: Ground): PathFinding[] {
  const findings: PathFinding[] = [];
  for (const [index, path] of paths.entries()) {
    if (paths.findIndex(({ id }) => id === path.id) < index)
      findings.push({ path: ['paths', index, 'id'], message: `the path id "${path.id}" is used twice` });
    if (Array.isArray(path.steps)) findings.push(...writtenSteps(path.steps, ['paths', index, 'steps'], ground));
    if (!stepsOf(path, ground.exercises, ground.lessons).some((step) => 'exercise' in step)) {
      const why =
        typeof path.steps === 'object' && 'profession' in path.steps
          ? `there is no exercise for the profession "${path.steps.profession}" yet`
          : 'it needs one exercise at least';
      findings.push({ path: ['paths', index, 'steps'], message: `the path "${path.id}" leads nowhere: ${why}` });
    }
  }
  return findings;
}

function writtenSteps(
  steps: Extract<LearningPath['steps'], unknown[]>,
  at: Path,
  { exercises, known, lessons }: Ground,
): PathFinding[] {
  const findings: PathFinding[] = [];
  let before: { id: string; rating: number } | undefined;
  const seen = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const [[kind, name], inFrench] = Object.entries(step) as [[string, string], [string, string]?];
    if (inFrench && !known.includes(inFrench[1])) {
      const message = `there is no exercise "${inFrench[1]}"${didYouMean(inFrench[1], known)}`;
      findings.push({ path: [...at, index, inFrench[0]], message });
    }
    const place = [...at, index, kind];
    if (seen.has(name)) findings.push({ path: place, message: `"${name}" is a step of this path already` });
    seen.add(name);
    if ('lesson' in step) {
      if (!lessons.includes(step.lesson))
        findings.push({ path: place, message: `there is no lesson "${name}" yet${lessonHelp(lessons)}` });
      continue;
    }
    if (!known.includes(name)) {
      findings.push({ path: place, message: `there is no exercise "${name}"${didYouMean(name, known)}` });
      continue;
    }
    const one = exercises.find(({ id }) => id === name);
    if (one && before && one.rating < before.rating - mostDescent) {
      findings.push({
        path: place,
        message: `"${name}" (rating ${one.rating}) is much easier than "${before.id}" (${before.rating}) before it; put it earlier`,
      });
    }
    if (one) before = one;
  }
  return findings;
}

function lessonHelp(lessons: readonly Skill[]): string {
  const missing = skills.length - lessons.length;
  return lessons.length > 0 && missing > 0 ? `; there are ${nameList(lessons)}` : '';
}
