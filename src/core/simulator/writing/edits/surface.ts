import type { Request } from '../../reading/reading.ts';
import type { Piece } from '../draft.ts';
import type { Asked } from './edit.ts';

/** A last change of the written text, in which every piece keeps its reasons. */
type Surface<K extends Request['kind']> = (pieces: Piece[], asked: Asked<K>) => Piece[];

const mapped = (pieces: Piece[], change: (text: string) => string): Piece[] =>
  pieces.map((piece) => ({ ...piece, text: change(piece.text) }));

export const casing: Surface<'casing'> = (pieces, { request }) => {
  if (request.scope.which !== 'all') return pieces;
  if (request.casing === 'upper') return mapped(pieces, (text) => text.toUpperCase());
  if (request.casing === 'lower') return mapped(pieces, (text) => text.toLowerCase());
  if (request.casing === 'title')
    return mapped(pieces, (text) => text.replace(/(?<![\p{L}\p{N}’'])\p{Ll}/gu, (letter) => letter.toUpperCase()));
  return pieces;
};

/** A mark that must not occur goes, or gives way to one that does its work. */
export const ban: Surface<'ban'> = (pieces, { request }) => {
  const substitutes: Record<string, string> = {
    '!': '.',
    '?': '.',
    ';': ',',
    ':': ' –',
    '—': '-',
    '–': '-',
    '*': '',
    '#': '',
  };
  return mapped(pieces, (text) => text.replaceAll(request.mark, substitutes[request.mark] ?? ''));
};

export const quotation: Surface<'quotation'> = (pieces, { decision }) => [
  { text: '"', because: [decision] },
  ...mapped(pieces, (text) => text.replaceAll('"', '’')),
  { text: '"', because: [decision] },
];
