import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { caseValues } from '../case-values.ts';
import type { ComparisonOutput, Matrix, Variant } from '../comparison.ts';
import type { DrawRequest } from '../draw.ts';

export const mostPrompts = 20;
export const mostModels = 5;
export const mostCases = 50;
export const mostSamples = 10;

/** A row of the grid: one prompt on one model. */
export interface GridRow {
  /** `<prompt>~<model>`, the variant of its outputs. */
  id: string;
  prompt: Matrix['prompts'][number];
  model: Matrix['models'][number];
  variant: Variant;
}

/** A column: a case with its values. */
export type GridCase = DrawRequest['case'];

/**
 * Where a cell stands. `stale`: what it holds was drawn before its prompt, model or case was changed. `plain`: answered, and
 * nothing grades it. `ungraded`: the checks could not run.
 */
export type CellState = 'waiting' | 'running' | 'done' | 'plain' | 'ungraded' | 'failed' | 'stale';

export interface Cell {
  state: CellState;
  /** 0 to 100: the mean of the samples that are graded; of a stale cell, what it was. */
  score: number | null;
  /** Every sample passed. */
  passed: boolean;
  /** Samples that are whole and current. */
  drawn: number;
  /** Words of the first answer where nothing grades, which is all there is to show of it; nought elsewhere. */
  words: number;
}

/** Samples of a cell that has no whole and current output yet. */
export interface Missing {
  row: GridRow;
  case: GridCase;
  sample: number;
}

export function rowsOf(matrix: Matrix): GridRow[] {
  return matrix.prompts.flatMap((prompt) =>
    matrix.models.map((model) => {
      const id = `${prompt.id}~${model.id}`;
      return { id, prompt, model, variant: { id, name: prompt.name, prompt: prompt.prompt, model: model.model } };
    }),
  );
}

/** The cases of a matrix that are (still) there; a held-out one only where it is open. */
export function casesOf(matrix: Matrix, bundle: ExerciseBundle | undefined, heldOutOpen: boolean): GridCase[] {
  const closed = new Set(
    matrix.subject.kind === 'exercise' && !heldOutOpen
      ? bundle?.exercise.cases.filter(({ heldOut }) => heldOut).map(({ id }) => id)
      : [],
  );
  return matrix.cases.flatMap((id) => {
    const values = closed.has(id) ? undefined : caseValues(matrix.subject, id, bundle);
    return values ? [{ id, values }] : [];
  });
}

/** What a cell shows of its outputs, all of one row and case. */
export function cellOf(
  outputs: readonly ComparisonOutput[],
  fingerprint: string,
  samples: number,
  running = false,
): Cell {
  const current = outputs.filter((output) => output.fingerprint === fingerprint && output.sample < samples);
  const whole = current.filter(isWhole);
  const stale = outputs.filter((output) => output.fingerprint !== fingerprint && isWhole(output));
  const shown = whole.length > 0 ? whole : stale;
  const scores = shown.flatMap(({ score }) => (typeof score === 'number' ? [score] : []));
  const state = stateOf(current, whole, stale, samples, running);
  return {
    state,
    score: scores.length > 0 ? scores.reduce((sum, one) => sum + one, 0) / scores.length : null,
    passed: shown.length > 0 && shown.every(({ passed }) => passed === true),
    drawn: whole.length,
    words: state === 'plain' ? (shown[0]?.text.match(/\S+/g)?.length ?? 0) : 0,
  };
}

/** The samples to draw. First samples come before second ones, and a case is answered by all rows before the next case. */
export function missingOf(
  rows: readonly GridRow[],
  cases: readonly GridCase[],
  samples: number,
  find: (row: GridRow, one: GridCase, sample: number) => ComparisonOutput | undefined,
  fingerprint: (row: GridRow, one: GridCase) => string,
): Missing[] {
  const missing: Missing[] = [];
  for (let sample = 0; sample < samples; sample++) {
    for (const one of cases) {
      for (const row of rows) {
        const output = find(row, one, sample);
        const current = output && isWhole(output) && output.fingerprint === fingerprint(row, one);
        if (!current) missing.push({ row, case: one, sample });
      }
    }
  }
  return missing;
}

/** Whole, and worth keeping: not cut off by a stop, a failure of the model or of the connection. */
export function isWhole({ status, error }: ComparisonOutput): boolean {
  return status === 'whole' && !error;
}

function stateOf(
  current: readonly ComparisonOutput[],
  whole: readonly ComparisonOutput[],
  stale: readonly ComparisonOutput[],
  samples: number,
  running: boolean,
): CellState {
  if (running) return 'running';
  if (whole.length >= samples) {
    if (whole.some(({ score }) => typeof score === 'number')) return 'done';
    return whole.some(({ score }) => score === null) ? 'ungraded' : 'plain';
  }
  if (current.some(({ error }) => error)) return 'failed';
  return whole.length === 0 && stale.length > 0 ? 'stale' : 'waiting';
}
