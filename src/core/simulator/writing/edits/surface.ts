import type { Request } from '../../reading/reading.ts';
import type { Piece } from '../draft.ts';
import type { Asked } from './edit.ts';

/** A last change of the written text, in which every piece keeps its reasons. */
type Surface<K extends Request['kind']> = (pieces: Piece[], asked: Asked<K>) => Piece[];

const mapped = (pieces: Piece[], change: (text: string) => string): Piece[] =>
  pieces.map((piece) => ({ ...piece, text: change(piece.text) }));

export const casing: Surface<'casing'> = (pieces, { request }) => {
  const { which, unit, part } = request.scope;
  const whole = part === undefined && (which === 'all' || (which === 'each' && unit !== 'item'));
  if (!whole && which !== 'each') return pieces;
  if (request.casing === 'upper') return mapped(pieces, (text) => text.toUpperCase());
  if (request.casing === 'lower') return mapped(pieces, (text) => text.toLowerCase());
  if (request.casing === 'title')
    return mapped(pieces, (text) => text.replace(/(?<![\p{L}\p{N}’'])\p{Ll}/gu, (letter) => letter.toUpperCase()));
  return pieces;
};

/** A mark that must not occur goes, or gives way to one that does its work. */
export const ban: Surface<'ban'> = (pieces, { request, kept, decision }) => {
  if (!kept) return slipIn(pieces, request.mark, decision);
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
  const mark = kinds[request.mark];
  if (mark) return mapped(pieces, (text) => text.replace(mark, ''));
  return mapped(pieces, (text) => text.replaceAll(request.mark, substitutes[request.mark] ?? ''));
};

/** The mark slips in once where it is not there anyway. */
function slipIn(pieces: Piece[], mark: string, decision: string): Piece[] {
  const place: Record<string, RegExp> = {
    ',': / (?=(?:and|but|which|because|et|mais|qui|car|or|ou) )|(?<=\p{Ll}{3}) (?=\p{Ll}{3})/u,
    '!': /\.(?=\s|$)/,
    ';': /\. (?=\p{Lu})/u,
    '-': / (?=\p{Ll}{4})/u,
    '—': / (?=\p{Ll}{4})/u,
    '–': / (?=\p{Ll}{4})/u,
  };
  const at = place[mark];
  if (!at || pieces.some((piece) => piece.text.includes(mark))) return pieces;
  const slipped = pieces.findLastIndex((piece) => at.test(piece.text));
  const spaced = mark === '!' ? mark : mark === ',' || mark === ';' ? `${mark} ` : ` ${mark} `;
  return pieces.map((piece, index) =>
    index === slipped ? { text: piece.text.replace(at, spaced), because: [...piece.because, decision] } : piece,
  );
}

/** Marks that are a kind of sign rather than one. */
const kinds: Record<string, RegExp> = {
  emoji: /\p{Extended_Pictographic}\uFE0F?/gu,
  digit: /\d+/g,
  markdown: /\*{1,2}(?=\S)|(?<=\S)\*{1,2}|^#{1,6} |`/gm,
  heading: /^#{1,6} /gm,
  hashtag: /#(?=\p{L})/gu,
  parenthesis: /[()]/g,
  quote: /["“”«»]/g,
  punctuation: /[,;:!?…()"“”«»]|\s?[—–]/g,
};

/** A mark between the paragraphs. */
export const separator: Surface<'separator'> = (pieces, { request, decision }) =>
  pieces.flatMap((piece) =>
    piece.text === '\n\n' ? [{ text: `\n\n${request.text}\n\n`, because: [decision] }] : [piece],
  );

export const quotation: Surface<'quotation'> = (pieces, { decision }) => [
  { text: '"', because: [decision] },
  ...mapped(pieces, (text) => text.replaceAll('"', '’')),
  { text: '"', because: [decision] },
];
