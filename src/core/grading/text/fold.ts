import { bounded } from '#core/language/bounded.ts';
import { classOf, mark, space } from '#core/language/characters.ts';
import { type View, ViewBuilder, respelled, viewOf } from './view.ts';

/**
 * Two ways to forgive spelling that says the same: `typography` makes quotation marks, dashes and white space equal;
 * `letters` also makes capitals and accents equal. `typography-with-lines` leaves white space other than odd spaces alone,
 * `case` keeps accents.
 */
export type Folding = 'typography' | 'typography-with-lines' | 'case' | 'letters';

const grave = 0x60;
const blank = 0x20;
const isPlain = (code: number) => code > blank && code < 0x7f && code !== grave;
/** Marks that stand on the character before them begin here. */
const firstMark = 0x300;
const isSpace = (code: number) => (classOf(code) & space) !== 0;

const replacements = new Map<string, string>();
const replace = (characters: string, by: string) => {
  for (const character of characters) replacements.set(character, by);
};
replace('“”„‟«»″〝〞＂', '"');
replace('‘’‚‛ʼ′‹›´`', "'");
replace('‐‑‒–—―−﹣－', '-');
replace('\u200b\u200c\u200d\u2060\ufeff\u00ad', '');
replacements.set('…', '...');
const letters = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
]);

const pieces: Record<Folding, (part: string) => string> = {
  typography: bounded(2_000, (part) => foldPiece(part, 'typography')),
  'typography-with-lines': bounded(2_000, (part) => foldPiece(part, 'typography-with-lines')),
  case: bounded(2_000, (part) => foldPiece(part, 'case')),
  letters: bounded(2_000, (part) => foldPiece(part, 'letters')),
};

function foldPiece(part: string, folding: Folding): string {
  if (/^\s/.test(part)) return folding === 'typography-with-lines' ? part.replace(/[^\n\r\t ]/g, ' ') : ' ';
  const typographic = replacements.get(part) ?? part;
  if (folding !== 'letters') {
    const composed = typographic.length > 1 ? typographic.normalize('NFC') : typographic;
    return folding === 'case' ? composed.toLowerCase() : composed;
  }
  const bare = typographic.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.get(bare) ?? bare;
}

function lowers(folding: Folding): boolean {
  return folding === 'letters' || folding === 'case';
}

/** Several checks fold the same views. */
const folded = new WeakMap<View, Partial<Record<Folding, View>>>();

/** The view in folded spelling; a run of white space becomes one space. */
export function foldView(view: View, folding: Folding): View {
  const known = folded.get(view) ?? {};
  const made = (known[folding] ??= fold(view, folding));
  folded.set(view, known);
  return made;
}

function fold(view: View, folding: Folding): View {
  const { text } = view;
  const lower = (part: string) => (lowers(folding) ? part.toLowerCase() : part);
  let builder: ViewBuilder | undefined;
  let kept = 0;
  for (let i = 0; i < text.length;) {
    const end = keptUntil(text, i);
    if (end > i) {
      i = end;
      continue;
    }
    builder ??= new ViewBuilder(view.offset);
    if (i > kept) builder.pushPart(view, kept, i, lower(text.slice(kept, i)));
    kept = pieceEnd(text, i);
    builder.pushInstead(pieces[folding](text.slice(i, kept)), view, i, kept);
    i = kept;
  }
  if (!builder) return lowers(folding) ? respelled(view, text.toLowerCase()) : view;
  if (kept < text.length) builder.pushPart(view, kept, text.length, lower(text.slice(kept)));
  return builder.done();
}

/** Up to where a text is made of plain characters without marks and single spaces, which fold to themselves or to lower case. */
function keptUntil(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (
      isPlain(code)
        ? next >= firstMark && isMarked(text, i + 1)
        : code !== blank || i === 0 || i + 1 === text.length || isSpace(next)
    )
      break;
  }
  return i;
}

function isMarked(text: string, at: number): boolean {
  return (classOf(text.codePointAt(at) ?? 0) & mark) !== 0;
}

/** Where white space, or one character with its accents, ends. */
function pieceEnd(text: string, start: number): number {
  const code = text.codePointAt(start) ?? 0;
  let end = start + (code > 0xffff ? 2 : 1);
  if (isSpace(code)) {
    while (end < text.length && isSpace(text.charCodeAt(end))) end++;
    return end;
  }
  while (end < text.length && isMarked(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

export function foldText(text: string, folding: Folding): string {
  return text.length > longestKept ? foldView(viewOf(text), folding).text : foldedTexts[folding](text);
}

const longestKept = 200;

/** Labels, keys and wanted texts are folded for every output. */
const kept = (folding: Folding) => bounded(2_000, (text) => foldView(viewOf(text), folding).text);
const foldedTexts: Record<Folding, (text: string) => string> = {
  typography: kept('typography'),
  'typography-with-lines': kept('typography-with-lines'),
  case: kept('case'),
  letters: kept('letters'),
};
