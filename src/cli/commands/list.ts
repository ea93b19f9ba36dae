import { byCatalogueOrder } from '#core/exercises/catalogue.ts';
import { loadExercises } from '#services/exercises/folder.ts';
import { exercisesRoot } from '../exercise-folder.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { columns } from '../text.ts';

const list: Command = async (parameters, console) => {
  const { names, options } = readOptions('list', parameters, { json: 'flag', exercises: 'text' });
  if (names.length > 0) throw new InputError(`"candor list" takes no names, but got "${names[0]}"`);
  const loaded = loadExercises(exercisesRoot(options.exercises));
  const exercises = loaded.flatMap((one) => (one.ready ? [one.ready.exercise] : [])).sort(byCatalogueOrder);
  const broken = loaded.filter((one) => !one.ready);
  if (broken.length > 0) {
    console.note(
      `Note: left out, because "candor check" finds problems in them: ${broken.map((one) => one.id).join(', ')}`,
    );
  }
  if (options.json) {
    const rows = exercises.map(({ id, kind, profession, level, skills, words }) => ({
      id,
      kind,
      profession,
      level,
      skills,
      title: words.en.title,
    }));
    await console.write(`${JSON.stringify({ exercises: rows }, null, 2)}\n`);
  } else {
    await console.write(
      columns(exercises.map(({ id, level, words, skills }) => [id, level, words.en.title, skills.join(', ')])),
    );
  }
  return 0;
};

export default list;
