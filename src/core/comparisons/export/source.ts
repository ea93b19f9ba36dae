import type { Comparison, ComparisonOutput, Matrix, Vote } from '#core/comparisons/comparison.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Value } from '#core/exercises/simulation.ts';

/** What an export is made of. */
export interface ExportSource {
  row: Comparison | Matrix;
  outputs: readonly ComparisonOutput[];
  votes?: readonly Vote[];
  /** The exercise, once it is here: the values of its cases and its checks. */
  bundle?: ExerciseBundle;
  /** Held-out cases may be seen. */
  heldOutOpen: boolean;
}

export interface ExportedCase {
  id: string;
  values: Readonly<Record<string, string>>;
  expect: Readonly<Record<string, Value>>;
}

/** The cases whose texts may be seen, in the subject's order; of a matrix only those it holds. */
export function casesOf({ row, bundle, heldOutOpen }: ExportSource): ExportedCase[] {
  const chosen = (id: string) => !('cases' in row) || row.cases.includes(id);
  if (row.subject.kind === 'scratch') {
    return row.subject.cases.filter(({ id }) => chosen(id)).map(({ id, values }) => ({ id, values, expect: {} }));
  }
  if (row.subject.exercise !== bundle?.exercise.id) return [];
  return bundle.exercise.cases
    .filter(({ id, heldOut }) => chosen(id) && (heldOutOpen || !heldOut))
    .map(({ id, values, expect }) => ({ id, values, expect }));
}

/** An output as an export shows it: nothing of a held-out case that is not open, except how its checks came out. */
export function shownOutput(output: ComparisonOutput, heldOutOpen: boolean): ComparisonOutput & { hidden: boolean } {
  if (!output.heldOut || heldOutOpen) return { ...output, hidden: false };
  const { error: _, usage: __, timings: ___, finishReason: ____, ...rest } = output;
  return {
    ...rest,
    text: '',
    results: output.results.map(({ check, outcome }) => ({ check, outcome, places: [] })),
    hidden: true,
  };
}
