import type { ExerciseBundle } from './exercise.ts';
import type { ExerciseKnowledge } from './simulation.ts';

/**
 * What the simulated model is given of an exercise: the cases' own data to recognise them by, and how it would answer.
 * Shared material is left out of the data, because it is the same in every case and tells none from another.
 */
export function knowledgeOf({
  exercise,
  simulation,
}: Pick<ExerciseBundle, 'exercise' | 'simulation'>): ExerciseKnowledge {
  const shared = new Set(exercise.common);
  const data = exercise.cases.map(({ id, values }) => [
    id,
    Object.fromEntries(Object.entries(values).filter(([name]) => !shared.has(name))),
  ]);
  return {
    exercise: exercise.id,
    dataLanguage: exercise.dataLanguage,
    data: Object.fromEntries(data) as ExerciseKnowledge['data'],
    simulation,
  };
}
