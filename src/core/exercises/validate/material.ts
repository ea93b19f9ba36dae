import type { ExerciseFile } from '#core/exercises/exercise.ts';
import type { ParsedWords } from '#core/exercises/parse-words.ts';
import type { Simulation } from '#core/exercises/simulation.ts';

/** The files of one exercise, each right in itself, to be held against each other. */
export interface Material {
  /** The folder's name. */
  id: string;
  file: ExerciseFile;
  /** Contents of the files that the exercise names. */
  texts: ReadonlyMap<string, string>;
  simulation?: Simulation;
  words: { en?: ParsedWords; fr?: ParsedWords };
}
