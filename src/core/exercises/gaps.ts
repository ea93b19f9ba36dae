/** A place that a scaffold leaves to its author, with what belongs there. */
export interface Gap {
  line: number;
  column: number;
  /** What to write. */
  asks: string;
}

/** How a scaffold marks such a place; nothing that anybody would write. */
export const gap = (asks: string): string => `FILL(${asks})`;

const mark = /\bFILL\(([^()]*)\)/g;

/** The places in a file that are still to be written. */
export function gapsIn(text: string): Gap[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(mark)].map((match) => ({ line: index + 1, column: match.index + 1, asks: match[1] ?? '' })),
    );
}

/** The same text, its gaps empty: what stands in them is for the author, and is no prose of the exercise. */
export const withoutAsks = (text: string): string => text.replace(mark, 'FILL()');
