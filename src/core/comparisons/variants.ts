import type { Comparison, Matrix, Variant } from './comparison.ts';
import { rowsOf } from './matrix/grid.ts';

/** A variant with what it is called. */
export interface TitledVariant extends Variant {
  title: string;
}

/** A, B, C…: what a pane is called that nobody named. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}

/** The panes of a comparison, or the rows of a matrix, in their order. */
export function variantsOf(row: Comparison | Matrix): TitledVariant[] {
  if ('panes' in row) {
    return row.panes.map((pane, index) => {
      const name = pane.name?.trim();
      return { ...pane, title: name ? `${letterOf(index)} · ${name}` : letterOf(index) };
    });
  }
  return rowsOf(row).map(({ variant, prompt, model }) => ({
    ...variant,
    title: `${prompt.name} · ${model.model.id}`,
  }));
}
