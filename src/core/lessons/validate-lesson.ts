import type { Exercise } from '#core/exercises/exercise.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import type { Path } from '#core/exercises/finding.ts';
import type { ParsedWords } from '#core/exercises/word-file.ts';
import { skills } from '#core/exercises/vocabulary.ts';
import { countWords } from '#core/language/measure.ts';
import { proseSections, type LessonFile, type LessonWords } from './lesson.ts';

export type LessonPart = 'lesson.yaml' | 'en.md' | 'fr.md';

/** Something wrong with a lesson; like a finding of an exercise, in a lesson's files. */
export interface LessonFinding {
  file: LessonPart;
  path?: Path;
  key?: boolean;
  entry?: string;
  message: string;
}

export const lessonLength = { least: 300, most: 600 } as const;

export interface LessonMaterial {
  /** The folder's name. */
  folder: string;
  file: LessonFile;
  words: { en?: ParsedWords<LessonWords> | undefined; fr?: ParsedWords<LessonWords> | undefined };
  /** Exercises that are ready. */
  exercises: readonly Exercise[];
  /** Ids of all exercise folders, ready or not. */
  known: readonly string[];
}

/** Holds the files of a lesson against each other and against the exercises. */
export function validateLesson({ folder, file, words, exercises, known }: LessonMaterial): LessonFinding[] {
  const findings: LessonFinding[] = [];
  const at = (path: Path, message: string) => findings.push({ file: 'lesson.yaml', path, message });
  if (file.skill !== folder) {
    const help = (skills as readonly string[]).includes(folder) ? '' : didYouMean(folder, skills);
    at(['skill'], `the skill is "${file.skill}", but the folder is "${folder}"; they must be the same${help}`);
  }
  findings.push(...exampleFindings(file, exercises, known));
  for (const [index, { id }] of file.evidence.entries()) {
    if (file.evidence.findIndex((other) => other.id === id) < index)
      at(['evidence', index, 'id'], `the evidence "${id}" is listed twice`);
  }
  for (const language of ['en', 'fr'] as const) {
    const parsed = words[language];
    if (parsed) findings.push(...wordFindings(`${language}.md`, parsed, file));
  }
  return findings;
}

function exampleFindings(
  { example, skill }: LessonFile,
  exercises: readonly Exercise[],
  known: readonly string[],
): LessonFinding[] {
  const at = (key: keyof LessonFile['example'], message: string): LessonFinding => ({
    file: 'lesson.yaml',
    path: ['example', key],
    message,
  });
  const exercise = exercises.find(({ id }) => id === example.exercise);
  if (!exercise) {
    const message = known.includes(example.exercise)
      ? `the exercise "${example.exercise}" has problems of its own; put them right first ("candor check ${example.exercise}")`
      : `there is no exercise "${example.exercise}"${didYouMean(example.exercise, known)}`;
    return [at('exercise', message)];
  }
  if (exercise.kind === 'arbitrate')
    return [at('exercise', `nothing is written in "${exercise.id}"; choose an exercise with a ladder`)];
  const findings: LessonFinding[] = [];
  const cases = exercise.cases.map(({ id }) => id);
  const one = exercise.cases.find(({ id }) => id === example.case);
  if (!one)
    findings.push(at('case', `"${exercise.id}" has no case "${example.case}"${didYouMean(example.case, cases)}`));
  else if (one.heldOut)
    findings.push(at('case', `the case "${one.id}" is held out, and a lesson would give it away; choose a shown one`));
  const rungs = exercise.ladder.map(({ id }) => id);
  for (const key of ['before', 'after'] as const) {
    const prompt = example[key];
    if (typeof prompt === 'string' && !rungs.includes(prompt))
      findings.push(
        at(
          key,
          `the ladder of "${exercise.id}" has no rung "${prompt}"${didYouMean(prompt, rungs)}; it has ${rungs.join(', ')}`,
        ),
      );
  }
  const trains = (one: Exercise) => one.kind !== 'arbitrate' && one.skills.includes(skill);
  // Nobody writes a prompt to train judging: there any exercise gives two outputs to judge.
  if (!trains(exercise) && exercises.some(trains)) {
    const others = exercises.filter(trains).map(({ id }) => id);
    findings.push(at('exercise', `"${exercise.id}" does not train "${skill}"; these do: ${others.join(', ')}`));
  }
  return findings;
}

function wordFindings(
  file: 'en.md' | 'fr.md',
  { words, lines }: ParsedWords<LessonWords>,
  { evidence }: LessonFile,
): LessonFinding[] {
  const findings: LessonFinding[] = [];
  const ids = evidence.map(({ id }) => id);
  for (const id of ids) {
    if (!Object.hasOwn(words.evidence, id))
      findings.push({ file, entry: 'evidence', message: `the evidence "${id}" has no words under "## evidence"` });
  }
  for (const id of Object.keys(words.evidence)) {
    if (!ids.includes(id))
      findings.push({
        file,
        entry: `evidence.${id}`,
        message: `there is no evidence "${id}" in lesson.yaml${didYouMean(id, ids)}`,
      });
  }
  const length = countWords(
    [...proseSections.map((name) => words[name]), ...Object.values(words.evidence)].join('\n\n'),
  );
  if (lines.size > 2 && (length < lessonLength.least || length > lessonLength.most)) {
    const { least, most } = lessonLength;
    const what = length < least ? `${least - length} too few` : `${length - most} too many`;
    findings.push({ file, message: `the lesson has ${length} words, ${what}: it must have ${least} to ${most}` });
  }
  return findings;
}
