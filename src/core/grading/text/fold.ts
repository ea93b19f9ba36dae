import { bounded } from '#core/language/bounded.ts';
import { type View, ViewBuilder, slice, spanIn, viewOf } from './view.ts';

/**
 * Two ways to forgive spelling that says the same: `typography` makes quotation marks, dashes and white space equal;
 * `letters` also makes capitals and accents equal. `typography-with-lines` leaves white space other than odd spaces alone,
 * `case` keeps accents.
 */
export type Folding = 'typography' | 'typography-with-lines' | 'case' | 'letters';

const plain = /^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;
/** White space, plain characters that fold to themselves or to lower case, or one character with its accents. */
const piece = /\s+|[!-_a-~]+(?!\p{M})|[^\s]\p{M}*/gsu;

const ascii = /^[!-~]+$/;

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
  if (plain.test(view.text) && !view.text.includes('`')) {
    return lowers(folding) ? { ...view, text: view.text.toLowerCase() } : view;
  }
  const builder = new ViewBuilder(view.offset);
  for (const match of view.text.matchAll(piece)) {
    if (match[0].length > 1 && ascii.test(match[0])) {
      const part = slice(view, match.index, match.index + match[0].length);
      builder.pushView(lowers(folding) ? { ...part, text: part.text.toLowerCase() } : part);
      continue;
    }
    const { start, end } = spanIn(view, match.index, match.index + match[0].length);
    builder.push(pieces[folding](match[0]), start, end);
  }
  return builder.done();
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
