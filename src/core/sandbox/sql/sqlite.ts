import { standstill } from '../still-clock.ts';
import { callback } from './wasm-callback.ts';

/** What is used of SQLite's C interface; pointers and codes are numbers. */
interface Exports {
  __wasm_call_ctors(): void;
  __indirect_function_table: WebAssembly.Table;
  malloc(bytes: number): number;
  free(pointer: number): void;
  sqlite3_initialize(): number;
  sqlite3_open_v2(name: number, out: number, flags: number, vfs: number): number;
  sqlite3_close_v2(db: number): number;
  sqlite3_errmsg(db: number): number;
  sqlite3_limit(db: number, which: number, value: number): number;
  sqlite3_set_authorizer(db: number, callback: number, data: number): number;
  sqlite3_progress_handler(db: number, every: number, callback: number, data: number): void;
  sqlite3_exec(db: number, sql: number, callback: number, data: number, error: number): number;
  sqlite3_prepare_v2(db: number, sql: number, bytes: number, statement: number, tail: number): number;
  sqlite3_step(statement: number): number;
  sqlite3_finalize(statement: number): number;
  sqlite3_column_count(statement: number): number;
  sqlite3_column_name(statement: number, at: number): number;
  sqlite3_column_type(statement: number, at: number): number;
  sqlite3_column_double(statement: number, at: number): number;
  sqlite3_column_text(statement: number, at: number): number;
  sqlite3_column_bytes(statement: number, at: number): number;
}

export const codes = {
  ok: 0,
  denied: 1,
  noMemory: 7,
  interrupted: 9,
  tooBig: 18,
  notAllowed: 23,
  row: 100,
  done: 101,
} as const;

const page = 65_536;
const firstPages = 128;
const notSupported = -52; // ENOSYS: of a system there is nothing here

/**
 * An SQLite of its own, started from the compiled module. All that it is given of the world is a piece of memory with an
 * end and a clock that stands still: no files, no chance, no network, for each of its system calls is refused here.
 */
export class Sqlite {
  readonly c: Exports;
  readonly #memory: WebAssembly.Memory;

  constructor(module: WebAssembly.Module, memoryInBytes: number) {
    const memory = new WebAssembly.Memory({ initial: firstPages, maximum: Math.ceil(memoryInBytes / page) });
    this.#memory = memory;
    const imports: WebAssembly.Imports = {};
    for (const { module: room, name, kind } of WebAssembly.Module.imports(module)) {
      if (kind === 'function') (imports[room] ??= {})[name] = () => notSupported;
    }
    Object.assign((imports['env'] ??= {}), {
      memory,
      emscripten_date_now: () => standstill,
      emscripten_get_now: () => 0,
      emscripten_get_heap_max: () => memoryInBytes,
      emscripten_resize_heap: (bytes: number) => this.#grow(bytes >>> 0),
      _tzset_js: () => {},
      _localtime_js: (seconds: bigint, out: number) => this.#localTime(Number(seconds), out),
    });
    this.c = new WebAssembly.Instance(module, imports).exports as unknown as Exports;
    this.c.__wasm_call_ctors();
    this.c.sqlite3_initialize();
  }

  #grow(bytes: number): 0 | 1 {
    try {
      this.#memory.grow(Math.max(0, Math.ceil((bytes - this.#memory.buffer.byteLength) / page)));
      return 1;
    } catch {
      return 0; // beyond the end: SQLite reports that it is out of memory
    }
  }

  /** Everybody's local time is UTC, so that an answer is worth the same everywhere. */
  #localTime(seconds: number, out: number): void {
    const date = new Date(seconds * 1000);
    const year = date.getUTCFullYear();
    const dayOfYear = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000);
    new Int32Array(this.#memory.buffer, out, 10).set([
      ...[date.getUTCSeconds(), date.getUTCMinutes(), date.getUTCHours()],
      ...[date.getUTCDate(), date.getUTCMonth(), year - 1900, date.getUTCDay(), dayOfYear, 0, 0],
    ]);
  }

  /** Makes a function callable for SQLite, and gives its address. */
  callback(types: string, call: (...values: number[]) => number): number {
    const table = this.c.__indirect_function_table;
    const at = table.grow(1) as number;
    table.set(at, callback(types, call));
    return at;
  }

  /** Copies a text into the memory; 0 when there is no room. The bytes end with a zero. */
  give(text: string): { at: number; bytes: number } {
    const encoded = new TextEncoder().encode(text);
    const at = this.c.malloc(encoded.length + 1);
    if (at !== 0) {
      const memory = new Uint8Array(this.#memory.buffer);
      memory.set(encoded, at);
      memory[at + encoded.length] = 0;
    }
    return { at, bytes: encoded.length };
  }

  /** The text at an address: `bytes` long, or up to its zero. */
  text(at: number, bytes?: number): string {
    if (at === 0) return '';
    const memory = new Uint8Array(this.#memory.buffer);
    const end = bytes === undefined ? memory.indexOf(0, at) : at + bytes;
    return new TextDecoder().decode(memory.subarray(at, end));
  }

  number(at: number): number {
    return new DataView(this.#memory.buffer).getInt32(at, true);
  }
}
