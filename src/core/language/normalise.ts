import { bounded } from './bounded.ts';

const spellings: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛ʼ′`´]/, "'"],
  [/[“”„‟«»″]/, '"'],
  [/[‐‑‒–—―−]/, '-'],
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/, ' '],
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/, ''],
  [/œ/, 'oe'],
  [/æ/, 'ae'],
  [/…/, '...'],
  [/\p{M}/u, ''],
];

/** What a single character that is not plain becomes. */
const foldedCharacter = bounded(
  5_000,
  (character) => spellings.find(([from]) => from.test(character))?.[1] ?? character,
);

/** A text without regard to case, accents, and the typography of quotation marks, dashes and spaces. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isPlain(lower)) return lower;
  return lower.length <= longestKept ? foldedWord(lower) : folded(lower);
}

/** Nothing to fold: no accent, no typographic sign, no grave accent. */
function isPlain(lower: string): boolean {
  for (let i = 0; i < lower.length; i++) if (!isPlainCode(lower.charCodeAt(i))) return false;
  return true;
}

const isPlainCode = (code: number): boolean => code < 0x7f && code !== 0x60;

const longestKept = 24;
const foldedWord = bounded(20_000, folded);

function folded(lower: string): string {
  const apart = lower.normalize('NFD');
  let text = '';
  let from = 0;
  for (let i = 0; i < apart.length;) {
    const code = apart.codePointAt(i) ?? 0;
    const end = code > 0xffff ? i + 2 : i + 1;
    if (!isPlainCode(code)) {
      text += apart.slice(from, i) + foldedCharacter(apart.slice(i, end));
      from = end;
    }
    i = end;
  }
  return text + apart.slice(from);
}

/** Every run of white space becomes one space; none at the ends. */
export function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
