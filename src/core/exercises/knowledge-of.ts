import type { ExerciseBundle, ExerciseStep } from './exercise.ts';
import type { Atom, ExerciseKnowledge, Simulation, Value } from './simulation.ts';

/** Runs of words out of what an earlier step could have written by which a later one knows what it is about. */
const enoughWritten = 4;

type Known = Pick<ExerciseBundle, 'exercise' | 'simulation'>;

/**
 * What the simulated model is given of an exercise: the cases' own data to recognise them by, and how it would answer.
 * Shared material stands apart from the data, because it is the same in every case and tells none from another.
 *
 * Of a chain it is given one step at a time: how that step would be answered. A later step is known by what the earlier
 * ones write; what they left out it cannot know, because its atoms are anchored in what it is given.
 */
export function knowledgeOf({ exercise, simulation }: Known, step = 0): ExerciseKnowledge {
  const shared = new Set(exercise.common);
  const own = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !shared.has(name)));
  const known = exercise.steps ? simulationOf(simulation, exercise.steps, step) : simulation;
  const written = (id: string) => writtenTexts(before(simulation.cases[id]?.atoms ?? [], exercise.steps ?? [], step));
  return {
    exercise: exercise.id,
    dataLanguage: exercise.dataLanguage,
    data: Object.fromEntries(exercise.cases.map(({ id, values }) => [id, step > 0 ? written(id) : own(values)])),
    shared: exercise.common.flatMap((name) => exercise.cases[0]?.values[name] ?? []),
    simulation: known,
    ...(step > 0 ? { enough: enoughWritten } : {}),
  };
}

/** What the simulated model is given of an exercise, step by step; of most exercises that is one. */
export function allKnowledgeOf(known: Known): ExerciseKnowledge[] {
  return Array.from({ length: known.exercise.steps?.length ?? 1 }, (_, step) => knowledgeOf(known, step));
}

function simulationOf(simulation: Simulation, steps: readonly ExerciseStep[], step: number): Simulation {
  const { id } = steps[step] ?? steps.at(-1)!;
  const cases = Object.entries(simulation.cases).map(([name, { atoms }]) => [
    name,
    { atoms: atoms.filter((atom) => stepsOf(atom, steps).includes(id)) },
  ]);
  return {
    ...simulation,
    usualForm: simulation.usualForms?.[id] ?? simulation.usualForm,
    cases: Object.fromEntries(cases) as Simulation['cases'],
  };
}

function before(atoms: readonly Atom[], steps: readonly ExerciseStep[], step: number): Atom[] {
  const earlier = steps.slice(0, step).map(({ id }) => id);
  return atoms.filter((atom) => stepsOf(atom, steps).some((id) => earlier.includes(id)));
}

const stepsOf = (atom: Atom, steps: readonly ExerciseStep[]) => [atom.step ?? steps.at(-1)?.id ?? ''].flat();

/** The texts that atoms can bring into an answer, their mistakes among them, by atom. */
export function writtenTexts(atoms: readonly Atom[]): Record<string, string> {
  return Object.fromEntries(
    atoms.map((atom) => [
      atom.id,
      [atom, ...atom.otherwise]
        .flatMap(({ value, say }) => [...textsIn(value ?? null), ...[say?.en ?? []].flat(), ...[say?.fr ?? []].flat()])
        .join('\n'),
    ]),
  );
}

function textsIn(value: Value): string[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap(textsIn);
}
