import type { TextDiff } from '#core/comparisons/diff/text-diff.ts';
import type { PlacePair } from './scroll-map.ts';

/**
 * Where the paragraphs of a text stand in the one it is compared with: the beginning and end of those that answer each
 * other. What was moved breaks the order, and is left out.
 */
export function placePairs(diff: TextDiff, length: number, commonLength: number): PlacePair[] {
  const pairs: PlacePair[] = [[0, 0]];
  const add = (own: number, common: number) => {
    const [lastOwn, lastCommon] = pairs.at(-1)!;
    if (own > lastOwn && common > lastCommon) pairs.push([own, common]);
  };
  for (const { kind, before, after } of diff.rows) {
    if (!before || !after || kind === 'moved') continue;
    add(after.start, before.start);
    add(after.end, before.end);
  }
  add(length, commonLength);
  return pairs;
}
