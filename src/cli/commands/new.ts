import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { didYouMean, nameList } from '#core/exercises/near-names.ts';
import { kinds, professions, type WriteKind } from '#core/exercises/vocabulary.ts';
import { exercisesRoot } from '../exercise-folder.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { scaffoldArbitrate } from '../scaffold/arbitrate.ts';
import type { Scaffold, Wanted } from '../scaffold/words.ts';
import { scaffoldWrite } from '../scaffold/write.ts';

/** Lays out the folder of a new exercise; `check` then names, line by line, what is still to be written. */
const create: Command = async (parameters, console) => {
  const { names, options } = readOptions('new', parameters, { kind: 'text', exercises: 'text' });
  const wanted = wantedFrom(names, options.kind);
  const root = exercisesRoot(options.exercises);
  const folder = join(root, wanted.id);
  if (existsSync(folder)) throw new InputError(`there is an exercise "${wanted.id}" already`);
  const files = filesOf(wanted);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const where = relative(process.cwd(), folder).replaceAll('\\', '/');
  await console.write(`${Object.keys(files)
    .map((name) => `wrote ${where}/${name}\n`)
    .join('')}
Next: "npm run candor -- check ${wanted.id} --watch" names what is still to be written while you write it.
exercises/README.md says how, in ten minutes.
`);
  return 0;
};

function wantedFrom(names: readonly string[], typed = 'write'): Wanted<(typeof kinds)[number]> {
  const [id] = names;
  if (names.length !== 1 || id === undefined)
    throw new InputError('"candor new" needs one id: <profession>/<slug>, for instance support/late-parcel');
  const [first = '', slug = ''] = id.split('/');
  const profession = professions.find((one) => one === first);
  if (!profession) {
    const help = didYouMean(first, professions) || `; there are ${nameList(professions)}`;
    throw new InputError(`there is no profession "${first}"${help}`);
  }
  if (!/^[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new InputError(`"${slug}" cannot be the name of a folder: lower-case letters, digits and dashes`);
  const kind = kinds.find((one) => one === typed);
  if (!kind)
    throw new InputError(`there is no kind "${typed}"${didYouMean(typed, kinds) || `; there are ${nameList(kinds)}`}`);
  return { id, profession, kind };
}

function filesOf(wanted: Wanted<(typeof kinds)[number]>): Scaffold {
  const { kind } = wanted;
  return kind === 'arbitrate'
    ? scaffoldArbitrate(wanted)
    : scaffoldWrite({ ...wanted, kind: kind satisfies WriteKind });
}

export default create;
