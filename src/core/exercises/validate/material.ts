import type { ArbitrateFile, ArbitrateWords } from '#core/exercises/arbitrate.ts';
import type { WriteFile, WriteWords } from '#core/exercises/exercise.ts';
import type { Finding, Path } from '#core/exercises/finding.ts';
import type { ParsedWords } from '#core/exercises/word-file.ts';
import type { Simulation } from '#core/exercises/simulation.ts';

/** The files of one exercise, each right in itself, to be held against each other. */
interface MaterialOf<File, Words> {
  /** The folder's name. */
  id: string;
  file: File;
  /** Contents of the files that the exercise names. */
  texts: ReadonlyMap<string, string>;
  words: { en?: ParsedWords<Words>; fr?: ParsedWords<Words> };
}

export interface Material extends MaterialOf<WriteFile, WriteWords> {
  simulation?: Simulation;
}

export type ArbitrateMaterial = MaterialOf<ArbitrateFile, ArbitrateWords>;

/** A finding in `exercise.yaml`. */
export const inExercise = (path: Path, message: string, key?: boolean): Finding => ({
  file: 'exercise.yaml',
  path,
  message,
  ...(key && { key }),
});

/** A finding in `simulation.yaml`. */
export const inSimulation = (path: Path, message: string, key?: boolean): Finding => ({
  ...inExercise(path, message, key),
  file: 'simulation.yaml',
});

/** Names that stand a second time, with their index. */
export function repeated(ids: readonly string[]): { id: string; index: number }[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [{ id, index }] : []));
}

/** The text behind a source: written in place, or read from the file it names. */
export function textOf(source: string | { file: string }, texts: ReadonlyMap<string, string>): string {
  return typeof source === 'string' ? source : (texts.get(source.file) ?? '');
}
