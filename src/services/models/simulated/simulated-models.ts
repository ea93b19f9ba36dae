import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import { simulatedSizes } from '#core/simulator/completion.ts';
import { atOnce, lifelike } from './pace.ts';
import { SimulatedModel, type Complete } from './simulated-model.ts';

/** The simulated model in its three sizes; the middle one first, because it is the one to practise on. */
export function simulatedModels(
  complete: Complete,
  knowledge: readonly ExerciseKnowledge[],
  speaks: 'lifelike' | 'at-once' = 'lifelike',
): SimulatedModel[] {
  const sizes = [...simulatedSizes].sort((a, b) => Number(b === 'medium') - Number(a === 'medium'));
  return sizes.map(
    (size) => new SimulatedModel({ size, complete, knowledge, pace: speaks === 'lifelike' ? lifelike[size] : atOnce }),
  );
}
