/** Which of many equally large lines stand in view, with some to spare on both sides. */
export interface Span {
  from: number;
  /** Not included. */
  to: number;
}

/** Lines drawn beyond what is seen, so that none is missing when one scrolls faster than the page draws. */
const spare = 4;

export function linesInView(offset: number, length: number, size: number, count: number): Span {
  const first = Math.floor(Math.max(0, offset) / size);
  const from = Math.min(Math.max(0, first - spare), Math.max(0, count - 1));
  return { from, to: Math.min(count, first + Math.ceil(length / size) + 1 + spare) };
}

/** The lines to draw: those in view, and the one that has the focus, which must not go while it has it. */
export function drawn({ from, to }: Span, focused: number, count: number): number[] {
  const lines = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (focused >= 0 && focused < count && (focused < from || focused >= to)) {
    if (focused < from) lines.unshift(focused);
    else lines.push(focused);
  }
  return lines;
}

/** Where to scroll so that a line is seen whole, if it is not. */
export function scrolledTo(offset: number, length: number, size: number, line: number): number {
  const start = line * size;
  if (start < offset) return start;
  return start + size > offset + length ? start + size - length : offset;
}
