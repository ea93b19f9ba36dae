import type { ComparisonOutput } from '#core/comparisons/comparison.ts';
import { Fingerprints } from '#core/comparisons/fingerprints.ts';
import {
  cellOf,
  missingOf,
  type Cell,
  type GridCase,
  type GridRow,
  type Missing,
} from '#core/comparisons/matrix/grid.ts';

/** Names a cell. */
export const cellKey = (row: string, caseId: string) => `${row}/${caseId}`;

/**
 * The outputs of a matrix and the cells made of them. Not reactive, because there are thousands: a cell that changed is
 * forgotten, and made again when something looks at it. Who holds this says when that is.
 */
export class MatrixCells {
  #outputs = new Map<string, ComparisonOutput[]>();
  #drawing = new Map<string, number>();
  #made = new Map<string, Cell>();
  #fingerprints = new Fingerprints();

  get isEmpty(): boolean {
    return this.#outputs.size === 0;
  }

  get all(): ComparisonOutput[] {
    return [...this.#outputs.values()].flat();
  }

  /** Of one cell, samples in order. */
  outputs(row: string, caseId: string): ComparisonOutput[] {
    return [...(this.#outputs.get(cellKey(row, caseId)) ?? [])].sort((a, b) => a.sample - b.sample);
  }

  cell(row: GridRow, one: GridCase, samples: number): Cell {
    const key = cellKey(row.id, one.id);
    const made = this.#made.get(key);
    if (made) return made;
    const drawing = (this.#drawing.get(key) ?? 0) > 0;
    const cell = cellOf(this.#outputs.get(key) ?? [], this.#fingerprint(row, one), samples, drawing);
    this.#made.set(key, cell);
    return cell;
  }

  missing(rows: readonly GridRow[], cases: readonly GridCase[], samples: number): Missing[] {
    return missingOf(
      rows,
      cases,
      samples,
      (row, one, sample) => this.#outputs.get(cellKey(row.id, one.id))?.find((output) => output.sample === sample),
      (row, one) => this.#fingerprint(row, one),
    );
  }

  /** How long the answers that are there are, in tokens. */
  answerLength(): number | undefined {
    const known = this.all.flatMap(({ usage }) => (usage ? [usage.outputTokens] : []));
    return known.length ? known.reduce((sum, tokens) => sum + tokens, 0) / known.length : undefined;
  }

  keep(output: ComparisonOutput): void {
    const key = cellKey(output.variant, output.case);
    const others = this.#outputs.get(key)?.filter(({ id }) => id !== output.id) ?? [];
    this.#outputs.set(key, [...others, output]);
  }

  /** One more, or one fewer, sample of a cell is being drawn. */
  draw(key: string, change: 1 | -1): void {
    this.#drawing.set(key, (this.#drawing.get(key) ?? 0) + change);
  }

  forget(keys: Iterable<string>): void {
    for (const key of keys) this.#made.delete(key);
  }

  /** The matrix was edited: prompts and values are other objects now. */
  forgetAll(): void {
    this.#made.clear();
    this.#fingerprints = new Fingerprints();
  }

  #fingerprint(row: GridRow, one: GridCase): string {
    return this.#fingerprints.output(row.prompt.prompt, row.model.model, one.values);
  }
}
