/** Way to a value in a file: keys and indices from its top. */
export type Path = readonly (string | number)[];

/** The files an exercise has. */
export type ExercisePart =
  'exercise.yaml' | 'simulation.yaml' | 'wordings.en.yaml' | 'wordings.fr.yaml' | 'learned.json' | 'en.md' | 'fr.md';

/**
 * Something wrong with an exercise, in a sentence its author can act on. Core knows the way to the place in what was
 * parsed; whoever read the file turns it into a line.
 */
export interface Finding {
  file: ExercisePart;
  /** Place in a YAML file. */
  path?: Path;
  /** Marks the key at the end of the path, not its value. */
  key?: boolean;
  /** Place in a word file: `brief`, `checks.outcome`. */
  entry?: string;
  message: string;
}
