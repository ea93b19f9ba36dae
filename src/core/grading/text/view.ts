import type { Span } from '#core/language/span.ts';

/**
 * A text read out of an output (a field, the output without its marks, …) in which every character remembers where
 * it stood in the output. Checks search views, and their marks still land on the raw output.
 */
export interface View {
  text: string;
  /** Where the text begins in the output; used when there is no map. */
  readonly offset: number;
  /** For texts that are not a plain slice. */
  readonly map?: Places | undefined;
}

/** Where each code unit of a text began and ended in the output. */
interface Places {
  starts: Int32Array;
  ends: Int32Array;
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

/** A piece of a view that is being built: what it says, and which part of which view it stands for. */
interface Piece {
  text: string;
  view: View;
  start: number;
  end: number;
  /** The text stands, as a whole, for the range; else character for character. */
  whole: boolean;
}

/** Stands for the output itself. */
const output: View = viewOf('');

/**
 * Collects pieces of text with the ranges of the output that they stand for. Where each character stood is worked out
 * only when somebody asks: most texts are searched and nothing is found in them.
 */
export class ViewBuilder {
  readonly #offset: number;
  readonly #pieces: Piece[] = [];
  #text = '';

  constructor(offset: number) {
    this.#offset = offset;
  }

  /** Adds a text that stands, as a whole, for one range of the output. */
  push(text: string, start: number, end: number): void {
    this.#add({ text, view: output, start, end, whole: true });
  }

  /** Adds a text that stands, as a whole, for one range of a view. */
  pushInstead(text: string, view: View, start: number, end: number): void {
    this.#add({ text, view, start, end, whole: true });
  }

  /** Adds a part of a view, character for character; `text` of the same length may stand in its place. */
  pushPart(view: View, start: number, end: number, text = view.text.slice(start, end)): void {
    this.#add({ text, view, start, end, whole: false });
  }

  /** Adds a view, character for character. */
  pushView(view: View): void {
    this.pushPart(view, 0, view.text.length, view.text);
  }

  #add(piece: Piece): void {
    this.#text += piece.text;
    this.#pieces.push(piece);
  }

  done(): View {
    const [text, pieces, offset] = [this.#text, this.#pieces, this.#offset];
    let made: Places | undefined;
    const places = () => (made ??= placesOf(pieces, text.length));
    return {
      text,
      get offset() {
        return places().starts[0] ?? offset;
      },
      get map() {
        return places();
      },
    };
  }
}

function placesOf(pieces: readonly Piece[], length: number): Places {
  const [starts, ends] = [new Int32Array(length), new Int32Array(length)];
  let from = 0;
  for (const { text, view, start, end, whole } of pieces) {
    const to = from + text.length;
    const { map } = view;
    if (whole) {
      const span = view === output ? { start, end } : spanIn(view, start, end);
      starts.fill(span.start, from, to);
      ends.fill(span.end, from, to);
    } else if (map) {
      starts.set(map.starts.subarray(start, end), from);
      ends.set(map.ends.subarray(start, end), from);
    } else {
      for (let i = 0; i < text.length; i++) {
        starts[from + i] = view.offset + start + i;
        ends[from + i] = view.offset + start + i + 1;
      }
    }
    from = to;
  }
  return { starts, ends };
}

/** Another text of the same length, each character of which stands where the view's own does. */
export function respelled(view: View, text: string): View {
  return {
    text,
    get offset() {
      return view.offset;
    },
    get map() {
      return view.map;
    },
  };
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
    if (i > from) builder.pushPart(view, from, i);
    from = i + 1;
  }
  return builder.done();
}
