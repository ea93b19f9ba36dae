import { words } from '#core/language/segment.ts';

/** A text as the word diff sees it: words, numbers and single marks, with their places; white space lies between them. */
export interface Pieces {
  text: string;
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

/** Gives equal words equal numbers, over all texts that are compared. */
export type Numbering = Map<string, number>;

const mark = /[^\s]/gu;

/** What a word is, is decided where the checks decide it, so that `l'avis` and `co-operate` are cut in the same places. */
export function piecesOf(text: string, numbering: Numbering): Pieces {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (piece: string, start: number) => {
    let id = numbering.get(piece);
    if (id === undefined) numbering.set(piece, (id = numbering.size));
    ids.push(id);
    starts.push(start);
    ends.push(start + piece.length);
  };
  let at = 0;
  const addMarks = (end: number) => {
    // One white space is what mostly lies between two words.
    if (end > at + 1 || (end === at + 1 && text[at] !== ' ')) {
      for (const match of text.slice(at, end).matchAll(mark)) add(match[0], at + match.index);
    }
  };
  for (const word of words(text)) {
    addMarks(word.start);
    add(word.text, word.start);
    at = word.end;
  }
  addMarks(text.length);
  return { text, ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
