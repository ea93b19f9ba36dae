import type { Value } from '#core/exercises/simulation.ts';
import { type Comparison, bare, sameScalar } from '#core/grading/json/same-value.ts';
import { reason, shortened } from '#core/grading/reasons.ts';
import type { Reason } from '#core/grading/report.ts';
import type { SqlJob } from '../code-job.ts';
import type { Cell } from './run-query.ts';

type Row = readonly Value[];

/**
 * What is wrong with the rows of a query, if anything. By name, further columns are allowed and only the named ones
 * compared; by position, there are as many as in the right rows. The order of rows counts only where it is asked for.
 */
export function faultInRows(
  result: { columns: readonly string[]; rows: readonly (readonly Cell[])[] },
  { rows: right, ordered, tolerance, strict }: Pick<SqlJob, 'rows' | 'ordered' | 'tolerance' | 'strict'>,
): Reason | undefined {
  const named = right.every((row) => !Array.isArray(row));
  const names = named ? [...new Set(right.flatMap((row) => Object.keys(row)))] : undefined;
  const places = names?.map((name) => placeOf(name, result.columns, strict)) ?? [...result.columns.keys()];
  const missing = names?.find((_, index) => places[index] === -1);
  if (missing !== undefined) {
    return reason('column-missing', { column: missing, columns: shortened(result.columns.join(', ')) });
  }
  const expected = right.map((row): Row =>
    Array.isArray(row) ? row : (names ?? []).map((name) => (row as Record<string, Value>)[name] ?? null),
  );
  const width = expected[0]?.length;
  if (!named && width !== undefined && width !== result.columns.length) {
    return reason('columns-wrong', { count: result.columns.length, expected: width });
  }
  const actual = result.rows.map((row): Row => places.map((place) => row[place] ?? null));
  if (actual.length !== expected.length) {
    return reason('rows-wrong-count', { count: actual.length, expected: expected.length });
  }
  const how: Comparison = { tolerance, lenient: !strict, inAnyOrder: false };
  const missed = firstMissed(actual, expected, how);
  if (missed) return reason('row-missing', { row: shown(missed) });
  const misplaced = ordered ? expected.findIndex((row, index) => !sameRow(actual[index]!, row, how)) : -1;
  if (misplaced < 0) return undefined;
  return reason('row-misplaced', {
    row: misplaced + 1,
    expected: shown(expected[misplaced]!),
    actual: shown(actual[misplaced]!),
  });
}

function placeOf(name: string, columns: readonly string[], strict: boolean): number {
  const exact = columns.indexOf(name);
  return exact >= 0 || strict ? exact : columns.findIndex((column) => bare(column) === bare(name));
}

function firstMissed(actual: readonly Row[], expected: readonly Row[], how: Comparison): Row | undefined {
  const left = [...actual];
  return expected.find((row) => {
    const at = left.findIndex((candidate) => sameRow(candidate, row, how));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const sameRow = (actual: Row, expected: Row, how: Comparison) =>
  expected.every((value, index) => sameScalar(actual[index] ?? null, value, how));

const shown = (row: Row) => shortened(row.map((value) => (value === null ? 'NULL' : String(value))).join(' | '));
