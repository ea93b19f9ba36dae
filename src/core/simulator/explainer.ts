import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { SimulatedCompletion, SimulatedRequest } from './completion.ts';

/** The port for asking the simulated model again why it answered as it did. */
export interface Explainer {
  /** Gets the model ready, so that the first answer does not wait for its code. */
  preload(bundle: ExerciseBundle): void;
  /** `step`: of a chain, the index of the step that is asked. */
  explain(
    bundle: ExerciseBundle,
    request: Omit<SimulatedRequest, 'knowledge'>,
    step?: number,
  ): Promise<SimulatedCompletion>;
}
