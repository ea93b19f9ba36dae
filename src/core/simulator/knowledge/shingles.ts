import { hash } from '#core/chance/chance.ts';
import { fold } from '#core/language/normalise.ts';

/** The words of a text as recognition sees them: case, accents, marks and white space play no part. */
export function plainWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Hashes of all runs of `size` words, in order. */
export function shingles(words: readonly string[], size: number): Uint32Array {
  const own = Uint32Array.from(words, (word) => hash(word));
  const found = new Uint32Array(Math.max(0, words.length - size + 1));
  for (let start = 0; start < found.length; start++) {
    let run = 0;
    for (let i = start; i < start + size; i++) {
      run = Math.imul(run ^ (own[i] ?? 0), 0x85ebca6b);
      run = Math.imul(run ^ (run >>> 15), 0xc2b2ae35);
    }
    found[start] = run ^ (run >>> 13);
  }
  return found;
}

/** Longer texts are told apart by longer runs; a text of two words has to stand there as it is. */
export function shingleSize(wordCount: number): number {
  if (wordCount >= 8) return 3;
  return wordCount >= 3 ? 2 : 1;
}
