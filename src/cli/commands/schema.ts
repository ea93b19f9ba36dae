import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '#services/exercises/json-schemas.ts';
import { exercisesRoot } from '../exercise-folder.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';

/** Writes the JSON Schemas that editors complete and check exercise files with. */
const schema: Command = async (parameters, console) => {
  const { options } = readOptions('schema', parameters, { exercises: 'text' });
  const folder = join(exercisesRoot(options.exercises), 'schema');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(jsonSchemas())) {
    writeFileSync(join(folder, name), text);
    await console.write(`wrote schema/${name}\n`);
  }
  return 0;
};

export default schema;
