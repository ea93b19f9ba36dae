import type { Edge } from './edges.ts';
import type { Cell } from './grid.ts';

/** By what rows or columns stand: as they were set up, by an edge, or by the scores in one column or row. */
export type Order = { by: 'set-up' } | { by: 'mean' | 'spread' | 'name' | { line: string }; direction: 'up' | 'down' };

/** What ordering has to know of a row or column. */
export interface Line {
  id: string;
  name: string;
  edge: Edge;
  /** The cell where it crosses a line of the other kind. */
  cell(line: string): Cell | undefined;
}

/** Lines in order. What has no figure comes last whichever way the order goes; equals stay as they were set up. */
export function ordered<L extends Line>(lines: readonly L[], order: Order): L[] {
  if (order.by === 'set-up') return [...lines];
  const { by, direction } = order;
  const sign = direction === 'up' ? 1 : -1;
  if (by === 'name') return [...lines].sort((a, b) => sign * (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const figure = ({ edge, cell }: Line) => (typeof by === 'string' ? edge[by] : (cell(by.line)?.score ?? null));
  const figures = new Map(lines.map((line) => [line.id, figure(line)]));
  return [...lines].sort((a, b) => {
    const [first, second] = [figures.get(a.id) ?? null, figures.get(b.id) ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * (first - second);
  });
}

/** Which lines are shown. `weak`: below the threshold on average; `split`: some cells pass and some do not. */
export type Show = 'all' | 'weak' | 'split' | 'unfinished';

export function isShown({ edge }: Pick<Line, 'edge'>, show: Show, threshold: number, cells: number): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'weak':
      return edge.mean !== null && edge.mean < threshold;
    case 'split':
      return edge.passed > 0 && edge.passed < edge.cells;
    case 'unfinished':
      return edge.cells < cells;
  }
}
