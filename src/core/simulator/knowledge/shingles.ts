import { hash } from '#core/chance/chance.ts';
import { fold } from '#core/language/normalise.ts';

/** The words of a text as recognition sees them: case, accents, marks and white space play no part. */
export function plainWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Hashes of all runs of `size` words, in order. */
export function shingles(words: readonly string[], size: number): number[] {
  const found: number[] = [];
  for (let start = 0; start + size <= words.length; start++) found.push(hash(...words.slice(start, start + size)));
  return found;
}

/** Longer texts are told apart by longer runs; a text of two words has to stand there as it is. */
export function shingleSize(wordCount: number): number {
  if (wordCount >= 8) return 3;
  return wordCount >= 3 ? 2 : 1;
}
