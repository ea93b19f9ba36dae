import type { Cell } from '#core/comparisons/matrix/grid.ts';
import type { Edge } from '#core/comparisons/matrix/edges.ts';

interface Words {
  'cell-done': (values: { score: number }) => string;
  'cell-below': (values: { score: number }) => string;
  'cell-stale': (values: { score: number }) => string;
  'cell-staleUnscored': string;
  'cell-waiting': string;
  'cell-running': string;
  'cell-failed': string;
  'cell-ungraded': string;
  'cell-plain': (words: number) => string;
  edge: (values: { mean: number; spread: number }) => string;
  edgeOne: (values: { mean: number }) => string;
  noEdge: string;
}

/** The sign of a cell, besides its colour: what is drawn in CSS follows it. */
export type CellSign = 'passed' | 'below' | Exclude<Cell['state'], 'done'>;

export function signOf(cell: Cell): CellSign {
  return cell.state === 'done' ? (cell.passed ? 'passed' : 'below') : cell.state;
}

/** What stands in a cell. */
export function figureOf({ state, score, words }: Cell, short: (values: { count: number }) => string): string {
  switch (state) {
    case 'done':
    case 'stale':
      return score === null ? '–' : String(Math.round(score));
    case 'plain':
      return short({ count: words });
    case 'failed':
      return '×';
    case 'ungraded':
      return '?';
    case 'running':
      return '…';
    case 'waiting':
      return '·';
  }
}

/** What a screen reader says of a cell. */
export function cellInWords(cell: Cell, words: Words): string {
  const score = Math.round(cell.score ?? 0);
  switch (cell.state) {
    case 'done':
      return cell.passed ? words['cell-done']({ score }) : words['cell-below']({ score });
    case 'stale':
      return cell.score === null ? words['cell-staleUnscored'] : words['cell-stale']({ score });
    case 'plain':
      return words['cell-plain'](cell.words);
    default:
      return words[`cell-${cell.state}`];
  }
}

export function edgeInWords({ mean, spread }: Edge, threshold: number, words: Words): string {
  if (mean === null) return words.noEdge;
  const shown = meanShown(mean, threshold);
  return spread === null ? words.edgeOne({ mean: shown }) : words.edge({ mean: shown, spread: Math.round(spread) });
}

/** A mean as it is written: rounding never lifts one over the threshold it does not reach. */
export function meanShown(mean: number, threshold: number): number {
  const rounded = Math.round(mean);
  return mean < threshold && rounded >= threshold ? Math.ceil(threshold) - 1 : rounded;
}
