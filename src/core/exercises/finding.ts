/** Way to a value in a file: keys and indices from its top. */
export type Path = readonly (string | number)[];

/** The files an exercise consists of, besides those it names itself. */
export type ExercisePart = 'exercise.yaml' | 'simulation.yaml' | 'en.md' | 'fr.md';

/**
 * Something wrong with an exercise, in a sentence its author can act on. Core knows the way to the place in the
 * parsed value; who read the file turns it into a line.
 */
export interface Finding {
  file: ExercisePart;
  /** Place in a YAML file. */
  path?: Path;
  /** Marks the key at the end of the path, not its value. */
  key?: boolean;
  /** Line in a word file, from 1. */
  line?: number;
  message: string;
}
