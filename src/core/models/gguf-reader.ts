/** Why a file cannot be read as a model. `more` asks for so many bytes from its beginning. */
export class GgufStop extends Error {
  readonly problem: 'damaged' | 'more';
  readonly bytes: number;
  constructor(problem: 'damaged' | 'more', bytes = 0) {
    super(problem);
    this.problem = problem;
    this.bytes = bytes;
  }
}

/** A value of the file's metadata. Lists are not kept, only how long they are and, of short numeric ones, what is in them. */
export type GgufValue = number | string | boolean | { length: number; numbers?: number[] };

/** Bytes of the fixed-width types, by their number in the format. */
const widths: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const stringType = 8;
const listType = 9;
/** Longest numeric list that is kept: one value a layer. */
const mostKept = 1024;
/** Lists in lists, deeper than any real file. */
const mostNested = 3;

/**
 * Walks through the beginning of a GGUF file. Nothing that the file says is trusted: each length is held against what is
 * left of the file before anything is made of it, and nothing is made that is larger than what was read.
 */
export class GgufReader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #fileSize: number;
  #at = 0;

  /** `bytes` is the beginning of a file of `fileSize` bytes. */
  constructor(bytes: Uint8Array, fileSize: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#fileSize = fileSize;
  }

  get at(): number {
    return this.#at;
  }

  /** Steps over so many bytes and says where they began. */
  skip(length: number): number {
    const from = this.#at;
    const end = from + length;
    if (!(length >= 0) || end > this.#fileSize) throw new GgufStop('damaged');
    if (end > this.#bytes.byteLength) throw new GgufStop('more', end);
    this.#at = end;
    return from;
  }

  uint32(): number {
    return this.#view.getUint32(this.skip(4), true);
  }

  /** A count or length; one that no file could hold is damage. */
  uint64(): number {
    const value = this.#view.getBigUint64(this.skip(8), true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new GgufStop('damaged');
    return Number(value);
  }

  /** A count of things that take at least `each` bytes; more than the file has room for is damage. */
  count(each: number): number {
    const count = this.uint64();
    if (count * each > this.#fileSize - this.#at) throw new GgufStop('damaged');
    return count;
  }

  text(): string {
    const length = this.count(1);
    const from = this.skip(length);
    return new TextDecoder().decode(this.#bytes.subarray(from, from + length));
  }

  value(type = this.uint32(), depth = 0): GgufValue {
    if (type === stringType) return this.text();
    if (type === listType) return this.#list(depth + 1);
    return this.#scalar(type);
  }

  #scalar(type: number): number | boolean {
    const width = widths[type];
    if (width === undefined) throw new GgufStop('damaged');
    const from = this.skip(width);
    switch (type) {
      case 0:
        return this.#view.getUint8(from);
      case 1:
        return this.#view.getInt8(from);
      case 2:
        return this.#view.getUint16(from, true);
      case 3:
        return this.#view.getInt16(from, true);
      case 4:
        return this.#view.getUint32(from, true);
      case 5:
        return this.#view.getInt32(from, true);
      case 6:
        return this.#view.getFloat32(from, true);
      case 7:
        return this.#view.getUint8(from) !== 0;
      case 10:
        return Number(this.#view.getBigUint64(from, true));
      case 11:
        return Number(this.#view.getBigInt64(from, true));
      default:
        return this.#view.getFloat64(from, true);
    }
  }

  #list(depth: number): GgufValue {
    if (depth > mostNested) throw new GgufStop('damaged');
    const type = this.uint32();
    const width = widths[type];
    const length = this.count(width ?? (type === listType ? 12 : 8));
    if (width !== undefined && length > mostKept) {
      this.skip(length * width);
      return { length };
    }
    const numbers: number[] = [];
    for (let i = 0; i < length; i++) {
      if (type === stringType) this.skip(this.count(1));
      else {
        const value = this.value(type, depth);
        if (typeof value === 'number') numbers.push(value);
      }
    }
    return numbers.length > 0 ? { length, numbers } : { length };
  }
}
