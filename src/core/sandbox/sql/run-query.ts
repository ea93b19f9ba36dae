import { limits } from '../limits.ts';
import { codes, Sqlite } from './sqlite.ts';

export type Cell = string | number | null;

/** What came of a query. Whatever SQLite says of an error is in its own English. */
export type QueryOutcome =
  | { ok: true; columns: string[]; rows: Cell[][] }
  | { ok: false; why: 'tables'; message: string }
  | { ok: false; why: 'error'; message: string }
  | { ok: false; why: 'nothing' | 'several' | 'not-allowed' | 'steps' | 'memory' | 'output' };

/** Reading tables, calling functions and recursion; nothing else is a question. */
const allowed = new Set([20, 21, 31, 33]);
const callsAFunction = 31;
/** The right rows are never a matter of luck. */
const refusedFunctions = new Set(['random', 'randomblob', 'load_extension']);

/** SQLite's own ends of things (`sqlite3_limit`), by its numbers for them. */
const ends: Readonly<Record<number, number>> = {
  0: limits.sqlValueInBytes,
  1: limits.codeInCharacters * 4, // of a statement, in bytes
  2: 200, // columns
  3: 200, // depth of an expression
  4: 100, // parts of a compound select
  6: 50, // arguments
  7: 0, // attached databases
  8: 200, // length of a pattern, in bytes
};

/** Runs one query on tables of its own: those that the statements in `tables` set up in an empty database in memory. */
export function runQuery(module: WebAssembly.Module, tables: string, query: string): QueryOutcome {
  try {
    return new Database(module).answer(tables, query);
  } catch {
    return { ok: false, why: 'memory' }; // WebAssembly's stack or memory came to its end
  }
}

class Database {
  #sqlite: Sqlite;
  #db: number;
  /** Room for two pointers that SQLite fills in. */
  #out: number;

  constructor(module: WebAssembly.Module) {
    const sqlite = new Sqlite(module, limits.memoryInBytes);
    this.#sqlite = sqlite;
    this.#out = sqlite.c.malloc(8);
    const openAndCreate = 2 | 4;
    sqlite.c.sqlite3_open_v2(sqlite.give(':memory:').at, this.#out, openAndCreate, 0);
    this.#db = sqlite.number(this.#out);
  }

  answer(tables: string, query: string): QueryOutcome {
    const { c } = this.#sqlite;
    const set = c.sqlite3_exec(this.#db, this.#sqlite.give(tables).at, 0, 0, 0);
    if (set !== codes.ok) return { ok: false, why: 'tables', message: this.#message() };
    this.#limit();
    return this.#ask(query);
  }

  #limit(): void {
    const { c } = this.#sqlite;
    for (const [which, end] of Object.entries(ends)) c.sqlite3_limit(this.#db, Number(which), end);
    const authorize = this.#sqlite.callback('iiiiii', (_data, action, _first, second) => {
      if (!allowed.has(action)) return codes.denied;
      return action === callsAFunction && refusedFunctions.has(this.#sqlite.text(second).toLowerCase())
        ? codes.denied
        : codes.ok;
    });
    c.sqlite3_set_authorizer(this.#db, authorize, 0);
    let steps = 0;
    const goOn = this.#sqlite.callback('i', () => (++steps > limits.sqlSteps ? 1 : 0));
    c.sqlite3_progress_handler(this.#db, limits.sqlInstructionsAStep, goOn, 0);
  }

  #ask(query: string): QueryOutcome {
    const { at, bytes } = this.#sqlite.give(query);
    if (at === 0) return { ok: false, why: 'memory' };
    const first = this.#prepare(at);
    if (first.code !== codes.ok) return this.#failure(first.code);
    if (first.statement === 0) return { ok: false, why: 'nothing' };
    if (first.tail < at + bytes) {
      const next = this.#prepare(first.tail);
      if (next.code !== codes.ok || next.statement !== 0) return { ok: false, why: 'several' };
    }
    return this.#rows(first.statement);
  }

  /** The first statement from an address on, past comments and empty ones; 0 when there is none. */
  #prepare(from: number): { code: number; statement: number; tail: number } {
    let at = from;
    for (;;) {
      const code = this.#sqlite.c.sqlite3_prepare_v2(this.#db, at, -1, this.#out, this.#out + 4);
      const [statement, tail] = [this.#sqlite.number(this.#out), this.#sqlite.number(this.#out + 4)];
      if (code !== codes.ok || statement !== 0 || tail === at) return { code, statement, tail };
      at = tail;
    }
  }

  #rows(statement: number): QueryOutcome {
    const { c } = this.#sqlite;
    const places = Array.from({ length: c.sqlite3_column_count(statement) }, (_, place) => place);
    const columns = places.map((place) => this.#sqlite.text(c.sqlite3_column_name(statement, place)));
    const rows: Cell[][] = [];
    let written = 0;
    for (;;) {
      const code = c.sqlite3_step(statement);
      if (code === codes.done) return { ok: true, columns, rows };
      if (code !== codes.row) return this.#failure(code);
      const row = places.map((place) => this.#cell(statement, place));
      written += row.reduce((sum: number, cell) => sum + String(cell).length, 0);
      if (rows.length >= limits.rows || written > limits.outputInCharacters) return { ok: false, why: 'output' };
      rows.push(row);
    }
  }

  #cell(statement: number, place: number): Cell {
    const { c } = this.#sqlite;
    const type = c.sqlite3_column_type(statement, place);
    if (type === 5) return null;
    if (type < 3) return c.sqlite3_column_double(statement, place);
    const at = c.sqlite3_column_text(statement, place);
    return this.#sqlite.text(at, c.sqlite3_column_bytes(statement, place));
  }

  #failure(code: number): QueryOutcome {
    switch (code) {
      case codes.interrupted:
        return { ok: false, why: 'steps' };
      case codes.noMemory:
      case codes.tooBig:
        return { ok: false, why: 'memory' };
      case codes.notAllowed:
        return { ok: false, why: 'not-allowed' };
      default:
        return { ok: false, why: 'error', message: this.#message() };
    }
  }

  #message(): string {
    return this.#sqlite.text(this.#sqlite.c.sqlite3_errmsg(this.#db));
  }
}
