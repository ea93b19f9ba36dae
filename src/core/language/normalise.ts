const plain = /^[\n\r\t\x20-\x26\x28-\x5f\x61-\x7e]*$/; // no capital is excluded: they are lowered first
const marks = /\p{M}+/gu;
const spellings: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛ʼ′`´]/g, "'"],
  [/[“”„‟«»″]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ''],
  [/œ/g, 'oe'],
  [/æ/g, 'ae'],
  [/…/g, '...'],
];

/** A text without regard to case, accents, and the typography of quotation marks, dashes and spaces. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower;
  let folded = lower.normalize('NFD').replace(marks, '');
  for (const [from, to] of spellings) folded = folded.replace(from, to);
  return folded;
}

/** Every run of white space becomes one space; none at the ends. */
export function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
