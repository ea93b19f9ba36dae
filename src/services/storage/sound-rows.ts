import * as v from 'valibot';

/**
 * The door for rows of the database. One that is not as we write them (damaged, or put there by something else) is left
 * out and left alone, so that it takes nothing else with it.
 */
export class SoundRows {
  #damaged = new Set<string>();
  #told: (damaged: number) => void;

  /** `told` hears how many rows were left out so far, whenever there are more. */
  constructor(told: (damaged: number) => void) {
    this.#told = told;
  }

  /** Those rows that are sound. `table` and the row's key tell one damaged row from another. */
  of<Row extends object>(table: string, schema: v.GenericSchema, rows: readonly Row[]): Row[] {
    return rows.filter((row) => this.#isSound(table, schema, row));
  }

  one<Row extends object>(table: string, schema: v.GenericSchema, row: Row | undefined): Row | undefined {
    return row && this.#isSound(table, schema, row) ? row : undefined;
  }

  #isSound(table: string, schema: v.GenericSchema, row: object): boolean {
    if (v.is(schema, row)) return true;
    // A field that is there and undefined is as good as none; few rows come this far.
    if (v.is(schema, JSON.parse(JSON.stringify(row)))) return true;
    const { id, exercise } = row as { id?: unknown; exercise?: unknown };
    const before = this.#damaged.size;
    this.#damaged.add(`${table} ${String(id ?? exercise)}`);
    if (this.#damaged.size > before) this.#told(this.#damaged.size);
    return false;
  }
}
