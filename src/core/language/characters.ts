/** What a character is, as bits. */
export const letter = 1;
export const mark = 2;
export const number = 4;
export const space = 8;
export const ideograph = 16;
/** A letter of any case or a digit: what makes a word of a stretch. */
export const written = letter | number;

const classes: readonly (readonly [bit: number, is: RegExp])[] = [
  [letter, /\p{L}/u],
  [mark, /\p{M}/u],
  [number, /\p{N}/u],
  [space, /\s/],
  [ideograph, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
];

const known = 0x80;
const table = new Uint8Array(0x1_0000);

/**
 * The class of a character. Regular expressions by Unicode property are slow where they are asked for every character
 * of a text again and again, so that each character is asked once and the answer kept.
 */
export function classOf(code: number): number {
  const found = code < 0x1_0000 ? (table[code] ?? 0) : 0;
  if (found !== 0) return found;
  const character = String.fromCodePoint(code);
  let made = known;
  for (const [bit, is] of classes) if (is.test(character)) made |= bit;
  if (code < 0x1_0000) table[code] = made;
  return made;
}
