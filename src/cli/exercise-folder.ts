import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '#core/exercises/near-names.ts';
import { exerciseIds, loadExercise, type LoadedExercise, type ReadyWrite } from '#services/exercises/folder.ts';
import { findFile } from './files.ts';
import { InputError } from './input-error.ts';

/** The exercises of this repository, wherever the command is called from; `--exercises` names another folder. */
export function exercisesRoot(option: string | undefined): string {
  const root = option === undefined ? fileURLToPath(new URL('../../exercises', import.meta.url)) : findFile(option);
  if (!existsSync(root)) throw new InputError(`there is no folder "${option ?? root}" with exercises`);
  return root;
}

/** Whether an exercise of this id exists; says what was probably meant when it does not. */
export function requireIds(root: string, ids: readonly string[]): void {
  const known = exerciseIds(root);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const help = didYouMean(id, known) || '; "candor list" names them all';
    throw new InputError(`there is no exercise "${id}"${help}`);
  }
}

/** An exercise in which a prompt is written; it must be sound to be used. */
export function requireExercise(root: string, id: string | undefined, command: string): ReadyWrite {
  if (id === undefined)
    throw new InputError(`"candor ${command}" needs the id of an exercise; "candor list" names them all`);
  requireIds(root, [id]);
  const loaded = loadExercise(root, id);
  if (loaded.ready?.kind === 'write') return loaded.ready;
  if (loaded.ready)
    throw new InputError(
      `"${id}" asks to judge outputs, but "candor ${command}" works on a prompt that somebody writes`,
    );
  throw new InputError(`the exercise "${id}" cannot be used: ${firstProblem(loaded)}`);
}

function firstProblem({ problems }: LoadedExercise): string {
  const [first] = problems;
  if (!first) return 'it could not be read';
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more; see "candor check")` : '';
  return `${first.file}:${first.line}: ${first.message}${more}`;
}
