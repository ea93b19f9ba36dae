import { untrack } from 'svelte';
import { mostPanes } from '#core/comparisons/comparison.ts';
import { isShown, ordered, type Line, type Order, type Show } from '#core/comparisons/matrix/order.ts';
import type { GridCase, GridRow } from '#core/comparisons/matrix/grid.ts';
import type { MatrixBoard } from '#state/matrix.svelte.ts';

/** A row as the grid shows it. */
export interface RowLine extends Line {
  row: GridRow;
}

export interface CaseLine extends Line {
  one: GridCase;
}

/** How rows and cases are called on the page. */
export interface Naming {
  row: (row: GridRow) => string;
  case: (one: GridCase) => string;
  model: (row: GridRow) => string;
}

/** What is looked at: order, filters, what is chosen, which cell is open. Nothing of it is worth keeping. */
export class MatrixView {
  rowOrder = $state.raw<Order>({ by: 'set-up' });
  caseOrder = $state.raw<Order>({ by: 'set-up' });
  showRows = $state<Show>('all');
  showCases = $state<Show>('all');
  find = $state('');
  model = $state('');
  /** The open cell. */
  open = $state.raw<{ row: GridRow; one: GridCase }>();
  /** `<row>` ids by the case they were chosen on: what is chosen are cells, what is compared are their rows. */
  #chosen = $state.raw<readonly { row: string; case: string }[]>([]);
  #board: MatrixBoard;
  #naming: () => Naming;

  // Orders and filters follow what has settled: while cells arrive nothing jumps from under the pointer.
  #rows = $derived.by(() => {
    const { rows, cases, settled, threshold } = this.#board;
    void settled;
    const lines = untrack(() => rows.map((row) => this.#rowLine(row)));
    const find = this.find.trim().toLowerCase();
    const kept = lines.filter(
      (line) =>
        isShown(line, this.showRows, threshold, cases.length) &&
        (this.model === '' || line.row.model.id === this.model) &&
        (find === '' || line.name.toLowerCase().includes(find)),
    );
    const order = this.rowOrder;
    return untrack(() => ordered(kept, order));
  });
  #cases = $derived.by(() => {
    const { rows, cases, settled, threshold } = this.#board;
    void settled;
    const lines = untrack(() => cases.map((one) => this.#caseLine(one)));
    const kept = lines.filter((line) => isShown(line, this.showCases, threshold, rows.length));
    const order = this.caseOrder;
    return untrack(() => ordered(kept, order));
  });

  constructor(board: MatrixBoard, naming: () => Naming) {
    this.#board = board;
    this.#naming = naming;
  }

  get rows(): readonly RowLine[] {
    return this.#rows;
  }

  get cases(): readonly CaseLine[] {
    return this.#cases;
  }

  modelName(row: GridRow): string {
    return this.#naming().model(row);
  }

  get chosen(): readonly { row: string; case: string }[] {
    return this.#chosen;
  }

  /** Rows of the chosen cells, each once. */
  get chosenRows(): readonly string[] {
    return this.#chosen.map(({ row }) => row).filter((row, at, all) => all.indexOf(row) === at);
  }

  get canCompare(): boolean {
    const rows = this.chosenRows.length;
    return rows >= 2 && rows <= mostPanes;
  }

  isChosen(row: string, caseId: string): boolean {
    return this.#chosen.some((cell) => cell.row === row && cell.case === caseId);
  }

  toggle(row: string, caseId: string): void {
    const others = this.#chosen.filter((cell) => cell.row !== row || cell.case !== caseId);
    this.#chosen = others.length < this.#chosen.length ? others : [...others, { row, case: caseId }];
  }

  clearChosen(): void {
    this.#chosen = [];
  }

  /** A press on a heading: the best first, the weakest first, as set up. */
  sortRowsBy(by: 'mean' | 'name' | { line: string }): void {
    this.rowOrder = turned(this.rowOrder, by);
  }

  sortCasesBy(by: 'mean' | 'name' | { line: string }): void {
    this.caseOrder = turned(this.caseOrder, by);
  }

  showEverything(): void {
    this.showRows = 'all';
    this.showCases = 'all';
    this.find = '';
    this.model = '';
  }

  #rowLine(row: GridRow): RowLine {
    const { edges, cases } = this.#board;
    return {
      id: row.id,
      row,
      name: this.#naming().row(row),
      edge: edges.rows.get(row.id)!,
      cell: (id) => {
        const one = cases.find((found) => found.id === id);
        return one && this.#board.cell(row, one);
      },
    };
  }

  #caseLine(one: GridCase): CaseLine {
    const { edges, rows } = this.#board;
    return {
      id: one.id,
      one,
      name: this.#naming().case(one),
      edge: edges.cases.get(one.id)!,
      cell: (id) => {
        const row = rows.find((found) => found.id === id);
        return row && this.#board.cell(row, one);
      },
    };
  }
}

function turned(order: Order, by: 'mean' | 'name' | { line: string }): Order {
  const first = by === 'name' ? 'up' : 'down';
  if (order.by === 'set-up' || JSON.stringify(order.by) !== JSON.stringify(by)) return { by, direction: first };
  return order.direction === first ? { by, direction: first === 'up' ? 'down' : 'up' } : { by: 'set-up' };
}
