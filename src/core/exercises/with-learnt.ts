import type { LearnedMeaning } from '#core/language/learned.ts';
import type { Meaning, Simulation } from './simulation.ts';

/** What was learnt, by need and by meaning. */
export interface Learnt {
  needs: Record<string, LearnedMeaning>;
  meanings: Record<string, LearnedMeaning>;
}

/** An exercise with what was learnt of its needs and meanings put in; what was not learnt stays as it is. */
export function withLearnt<E extends { meanings: Readonly<Record<string, Meaning>> }>(
  { exercise, simulation }: { exercise: E; simulation: Simulation },
  learnt: Learnt | undefined,
): { exercise: E; simulation: Simulation } {
  const add = <T extends Meaning>(kind: keyof Learnt, meanings: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(meanings).map(([name, meaning]) => {
        const learned = learnt?.[kind][name];
        return [name, learned ? { ...meaning, learned } : meaning];
      }),
    );
  return {
    exercise: { ...exercise, meanings: add('meanings', exercise.meanings) },
    simulation: { ...simulation, needs: add('needs', simulation.needs) },
  };
}
