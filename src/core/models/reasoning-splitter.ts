/** A piece of what a model said: its reasoning, or its answer. */
export interface SpokenPiece {
  kind: 'reasoning' | 'text';
  text: string;
}

const openings = ['<think>', '<thinking>'];

/**
 * Tells reasoning from the answer where a model speaks both in one stream: `<think>…</think>` at its very beginning.
 * The tags may arrive in pieces. Anywhere else they are text like any other: an answer may be about them.
 */
export class ReasoningSplitter {
  #state: 'beginning' | 'reasoning' | 'between' | 'text' = 'beginning';
  #held = '';
  #closing = '';

  /** What can be told apart so far; the rest is held until more arrives. */
  feed(text: string): SpokenPiece[] {
    const pieces: SpokenPiece[] = [];
    let rest = this.#held + text;
    this.#held = '';
    if (this.#state === 'beginning') {
      const begun = rest.trimStart();
      const opening = openings.find((one) => begun.startsWith(one));
      if (opening) {
        this.#state = 'reasoning';
        this.#closing = opening.replace('<', '</');
        rest = begun.slice(opening.length);
      } else if (openings.some((one) => one.startsWith(begun))) {
        this.#held = rest;
        return pieces;
      } else {
        this.#state = 'text';
      }
    }
    if (this.#state === 'reasoning') {
      const end = rest.indexOf(this.#closing);
      const held = end < 0 ? overlap(rest, this.#closing) : 0;
      add(pieces, 'reasoning', end < 0 ? rest.slice(0, rest.length - held) : rest.slice(0, end));
      if (end < 0) {
        this.#held = rest.slice(rest.length - held);
        return pieces;
      }
      rest = rest.slice(end + this.#closing.length);
      this.#state = 'between';
    }
    if (this.#state === 'between') {
      rest = rest.trimStart(); // the blank lines after the reasoning are no part of the answer
      if (rest !== '') this.#state = 'text';
    }
    add(pieces, 'text', rest);
    return pieces;
  }

  /** What was held back, now that nothing more comes. */
  end(): SpokenPiece[] {
    const pieces: SpokenPiece[] = [];
    add(pieces, this.#state === 'reasoning' ? 'reasoning' : 'text', this.#held);
    this.#held = '';
    return pieces;
  }
}

/** How many characters at the end of a text may be the beginning of the mark. */
function overlap(text: string, mark: string): number {
  for (let length = Math.min(text.length, mark.length - 1); length > 0; length--) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
}

function add(pieces: SpokenPiece[], kind: SpokenPiece['kind'], text: string): void {
  if (text !== '') pieces.push({ kind, text });
}
