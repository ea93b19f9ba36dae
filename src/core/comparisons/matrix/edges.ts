import type { Cell, GridCase, GridRow } from './grid.ts';

/** What stands at the end of a row or column. */
export interface Edge {
  /** Mean of the cells that are graded and current; null where there are none. */
  mean: number | null;
  /** Standard deviation of those cells (n − 1); null below two. */
  spread: number | null;
  lowest: number | null;
  highest: number | null;
  /** Cells that count. */
  cells: number;
  /** Cells that reach the threshold with every sample. */
  passed: number;
}

/** Averages and spread over cells. A cell counts once, however many samples it has; stale and running ones do not. */
export function edgeOf(cells: Iterable<Cell>): Edge {
  const scores: number[] = [];
  let passed = 0;
  for (const cell of cells) {
    if (cell.state !== 'done' || cell.score === null) continue;
    scores.push(cell.score);
    if (cell.passed) passed++;
  }
  const n = scores.length;
  if (n === 0) return { mean: null, spread: null, lowest: null, highest: null, cells: 0, passed: 0 };
  const mean = scores.reduce((sum, one) => sum + one, 0) / n;
  const squares = scores.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return {
    mean,
    spread: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    lowest: Math.min(...scores),
    highest: Math.max(...scores),
    cells: n,
    passed,
  };
}

/** The edges of a grid, by row id and by case id. */
export function edgesOf(
  rows: readonly GridRow[],
  cases: readonly GridCase[],
  cell: (row: GridRow, one: GridCase) => Cell,
): { rows: ReadonlyMap<string, Edge>; cases: ReadonlyMap<string, Edge> } {
  return {
    rows: new Map(rows.map((row) => [row.id, edgeOf(cases.map((one) => cell(row, one)))])),
    cases: new Map(cases.map((one) => [one.id, edgeOf(rows.map((row) => cell(row, one)))])),
  };
}
