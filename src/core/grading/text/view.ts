import type { Span } from '#core/language/span.ts';

/**
 * A text read out of an output (a field, the output without its marks, …) in which every character remembers where
 * it stood in the output. Checks search views, and their marks still land on the raw output.
 */
export interface View {
  text: string;
  /** Where the text begins in the output; used when there is no map. */
  offset: number;
  /** For texts that are not a plain slice: where each code unit began and ended. */
  map?: { starts: Int32Array; ends: Int32Array };
}

export function viewOf(output: string): View {
  return { text: output, offset: 0 };
}

/** The range of the output behind `[start, end)` of a view. */
export function spanIn(view: View, start: number, end: number): Span {
  if (!view.map) return { start: view.offset + start, end: view.offset + end };
  if (view.text.length === 0) return { start: view.offset, end: view.offset };
  const last = view.text.length - 1;
  const from = view.map.starts[Math.min(start, last)] ?? view.offset;
  return { start: from, end: end > start ? Math.max(from, view.map.ends[Math.min(end - 1, last)] ?? from) : from };
}

/** The range of the output behind a whole view. */
export function spanOfView(view: View): Span {
  return spanIn(view, 0, view.text.length);
}

export function slice(view: View, start: number, end: number): View {
  const text = view.text.slice(start, end);
  if (!view.map) return { text, offset: view.offset + start };
  const map = { starts: view.map.starts.subarray(start, end), ends: view.map.ends.subarray(start, end) };
  return { text, offset: map.starts[0] ?? view.offset, map };
}

/** The view without white space around it. */
export function trimmed(view: View): View {
  const start = view.text.length - view.text.trimStart().length;
  const end = view.text.trimEnd().length;
  return start === 0 && end === view.text.length ? view : slice(view, start, Math.max(start, end));
}

/** Collects pieces of text with the ranges of the output that they stand for. */
export class ViewBuilder {
  readonly #offset: number;
  #text: string[] = [];
  #length = 0;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);

  constructor(offset: number) {
    this.#offset = offset;
  }

  /** Adds a text that stands, as a whole, for one range. */
  push(text: string, start: number, end: number): void {
    this.#grow(text);
    this.#starts.fill(start, this.#length - text.length, this.#length);
    this.#ends.fill(end, this.#length - text.length, this.#length);
  }

  /** Adds a view, character for character. */
  pushView(view: View): void {
    this.#grow(view.text);
    const from = this.#length - view.text.length;
    if (view.map) {
      this.#starts.set(view.map.starts, from);
      this.#ends.set(view.map.ends, from);
      return;
    }
    for (let i = 0; i < view.text.length; i++) {
      this.#starts[from + i] = view.offset + i;
      this.#ends[from + i] = view.offset + i + 1;
    }
  }

  #grow(text: string): void {
    this.#text.push(text);
    this.#length += text.length;
    if (this.#length <= this.#starts.length) return;
    const size = Math.max(this.#length, this.#starts.length * 2);
    const [starts, ends] = [new Int32Array(size), new Int32Array(size)];
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#starts = starts;
    this.#ends = ends;
  }

  done(): View {
    const map = { starts: this.#starts.subarray(0, this.#length), ends: this.#ends.subarray(0, this.#length) };
    return { text: this.#text.join(''), offset: map.starts[0] ?? this.#offset, map };
  }
}

/** Views one after the other, with a separator that stands for nothing in the output. */
export function joined(views: readonly View[], separator: string): View {
  const builder = new ViewBuilder(views[0]?.offset ?? 0);
  views.forEach((view, index) => {
    if (index > 0) {
      const at = spanIn(view, 0, 0).start;
      builder.push(separator, at, at);
    }
    builder.pushView(view);
  });
  return builder.done();
}

/** Drops the characters for which `drop` is not 0. */
export function without(view: View, drop: Uint8Array): View {
  const builder = new ViewBuilder(view.offset);
  let from = 0;
  for (let i = 0; i <= view.text.length; i++) {
    if (i < view.text.length && drop[i] === 0) continue;
    if (i > from) builder.pushView(slice(view, from, i));
    from = i + 1;
  }
  return builder.done();
}
