import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { exercisesRoot, requireIds } from '../exercise-folder.ts';
import { readKin } from '../kin.ts';
import { dataOf, learnExercise, lessonsOf } from '../learning.ts';
import { learnJudgement } from '../learning-judgement.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';

const language = fileURLToPath(new URL('../../core/language/', import.meta.url));

/**
 * Learns the needs and meanings of exercises from their wordings and writes each exercise's `learned.json`; with
 * `--judgement`, also how evidence is weighed whatever the meaning, which is part of the program.
 */
const learn: Command = async (parameters, console) => {
  const { names, options } = readOptions('learn', parameters, { judgement: 'flag', exercises: 'text' });
  const root = exercisesRoot(options.exercises);
  requireIds(root, names);
  const all = readyToWrite(loadExercises(root));
  const lessons = lessonsOf(all, readKin(root, all));
  for (const ready of all) {
    if (names.length > 0 && !names.includes(ready.exercise.id)) continue;
    const learned = learnExercise(ready, lessons);
    writeFileSync(join(root, ready.exercise.id, 'learned.json'), `${JSON.stringify(learned, null, 1)}\n`);
    const count = Object.keys(learned.needs).length + Object.keys(learned.meanings).length;
    await console.write(`${ready.exercise.id}: ${count} learnt\n`);
  }
  if (!options.judgement) return 0;
  const { mood, judgement } = learnJudgement(lessons, all.flatMap(dataOf));
  const { units, adds, direct } = judgement;
  const note = '/** Made by `candor learn --judgement`. */\n';
  writeFileSync(
    join(language, 'mood-weights.ts'),
    `${note}export const smallWords =\n  ${quoted(mood.smallWords)};\nexport const moodBias = ${mood.bias};\nexport const moodTable =\n  ${quoted(mood.table)};\n`,
  );
  const rows = [...units, adds, direct].map((row) => `  ...[${row.join(', ')}],\n`);
  writeFileSync(
    join(language, 'judgement-weights.ts'),
    `${note}export const hidden = ${units.length};\n// prettier-ignore\nexport const judgementTable: readonly number[] = [\n${rows.join('')}];\n`,
  );
  await console.write('the mood and the judgement: learnt\n');
  return 0;
};

const quoted = (text: string) => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);

export default learn;
