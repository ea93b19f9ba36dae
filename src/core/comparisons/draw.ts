import type { WriteExercise, ExerciseBundle } from '#core/exercises/exercise.ts';
import type { ComparisonOutput, Variant } from './comparison.ts';

/** One output to draw for a comparison or a matrix. */
export interface DrawRequest {
  owner: string;
  variant: Variant;
  /** The case's values; `id` names it. */
  case: Pick<WriteExercise['cases'][number], 'id' | 'values'>;
  sample: number;
  /** The exercise whose checks grade the output; without it nothing does. */
  bundle?: ExerciseBundle;
  /** Text that has arrived before: the model is asked to go on from it. */
  continueFrom?: string;
}

/** What is told while an output arrives. */
export type DrawEvent =
  { type: 'text'; text: string } | { type: 'first-token'; afterInMs: number } | { type: 'answered' };

/** Draws and grades one output. Never rejects: a failure is in the output, with the text that had arrived. */
export interface Drawer {
  draw(request: DrawRequest, listen: (event: DrawEvent) => void, signal: AbortSignal): Promise<ComparisonOutput>;
}
