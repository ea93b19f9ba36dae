import type { Language } from '#core/language/language.ts';

/** A sentence with its shorter wordings, and the decisions behind it. */
export interface Sentence {
  /** Longest first. */
  wordings: string[];
  /** Which wording stands. */
  chosen: number;
  importance: number;
  because: string[];
  /** Says nothing of the matter and goes first when there is too much. */
  filler?: boolean;
}

/** A block of the answer: one paragraph, one item of a list, or a line by itself. */
export interface Block {
  kind: 'paragraph' | 'item' | 'line' | 'heading';
  sentences: Sentence[];
  /** Greeting, subject line, closing: what a cut or a padding does not touch. */
  fixed?: boolean;
  /** Stands right before the next block or right behind the last one, without an empty line: no paragraph of its own. */
  glue?: 'next' | 'last';
  /** The decision a heading comes from. */
  because?: string;
  /** Before the first sentence of an item: "- ", "1. ". */
  marker?: string;
}

export type Draft = Block[];

/** A stretch of the final text that remembers the decisions that made it. */
export interface Piece {
  text: string;
  because: readonly string[];
}

export function sentence(text: string | string[], because: string[] = [], importance = 3): Sentence {
  return { wordings: typeof text === 'string' ? [text] : text, chosen: 0, importance, because };
}

export function filler(text: string, because: string[] = []): Sentence {
  return { wordings: [text], chosen: 0, importance: 6, because, filler: true };
}

export function textOf(one: Sentence): string {
  return one.wordings[one.chosen] ?? '';
}

/** The pieces of a draft, in order, with the white space that stands between. */
export function piecesOf(draft: Draft): Piece[] {
  const pieces: Piece[] = [];
  let before: Block | undefined;
  for (const block of draft) {
    if (block.sentences.length === 0) continue;
    if (before) {
      const tight =
        (before.kind === block.kind && (block.kind === 'item' || block.kind === 'line')) ||
        before.glue === 'next' ||
        block.glue === 'last';
      pieces.push({ text: tight ? '\n' : '\n\n', because: [] });
    }
    if (block.marker) pieces.push({ text: block.marker, because: [] });
    block.sentences.forEach((one, index) => {
      if (index > 0) pieces.push({ text: ' ', because: [] });
      pieces.push({ text: textOf(one), because: one.because });
    });
    before = block;
  }
  return pieces;
}

export function joined(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

export function draftText(draft: Draft): string {
  return joined(piecesOf(draft));
}

/** What phrases and searches need to know. */
export interface Manner {
  language: Language;
  /** The code of the language where it is neither. */
  tongue?: string;
  /** Uniform numbers for the choice of phrases. */
  next: () => number;
}

export function pick<T>(from: readonly T[], next: () => number): T {
  return from[Math.min(from.length - 1, Math.floor(next() * from.length))]!;
}
