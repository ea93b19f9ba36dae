/** Characters of one block: some screens of text, laid out in a few milliseconds. */
export const blockSize = 6000;
/** A text longer than this is kept in the page only where it is seen. */
export const mostInPage = 300_000;

/** A stretch of a text. */
export interface TextBlock {
  start: number;
  end: number;
}

/** Cuts a text into blocks at line ends, or where there are none at spaces, so that together they are the text. */
export function textBlocks(text: string, size = blockSize): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + size);
    if (end < text.length) {
      const half = start + size / 2;
      const newline = text.lastIndexOf('\n', end - 1);
      const space = text.lastIndexOf(' ', end - 1);
      if (newline >= half) end = newline + 1;
      else if (space >= half) end = space + 1;
      else if (isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    }
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00;

/** Puts neighbours together until they are about as long as a block. */
export function inBlocks<Item>(items: readonly Item[], length: (item: Item) => number, size = blockSize): Item[][] {
  const blocks: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const own = length(item) + 40; // an empty line is a line too
    if (room < own || blocks.length === 0) {
      blocks.push([]);
      room = size;
    }
    blocks.at(-1)?.push(item);
    room -= own;
  }
  return blocks;
}

/** About how tall a text stands in a pane. */
export function heightOf(text: string, charactersInLine = 58, lineHeight = 24): number {
  let lines = 0;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines += Math.max(1, Math.ceil((end - start) / charactersInLine));
    start = end + 1;
  }
  return lines * lineHeight;
}
