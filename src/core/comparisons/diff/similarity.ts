import type { Numbering } from './pieces.ts';
import { piecesOf } from './pieces.ts';

/** Words of a paragraph with how often each stands in it. */
type Bag = Map<number, number>;

/** How alike each paragraph on one side is to each on the other, 0 to 1. Pairs that share nothing telling are left out. */
export type Likeness = ReadonlyMap<number, number>[];

/**
 * By the words two paragraphs share, each weighed by how few paragraphs it stands in: two sentences about one scanner are
 * alike, two that share "the" and "of" are not. Words that stand nearly everywhere are not looked at, so that the work
 * stays near the number of words.
 */
export function likeness(before: readonly string[], after: readonly string[]): Likeness {
  const numbering: Numbering = new Map();
  const bags = (texts: readonly string[]) => texts.map((text) => bagOf(text, numbering));
  const a = bags(before);
  const b = bags(after);
  const paragraphs = a.length + b.length;
  const spread = new Map<number, number>();
  for (const bag of [...a, ...b]) for (const id of bag.keys()) spread.set(id, (spread.get(id) ?? 0) + 1);
  const weight = (id: number) => Math.log(1 + paragraphs / (spread.get(id) ?? 1));
  const weightOf = (bag: Bag) => [...bag].reduce((sum, [id, count]) => sum + count * weight(id), 0);

  const everywhere = Math.max(12, Math.sqrt(paragraphs) * 3);
  const holders = new Map<number, number[]>();
  for (const [index, bag] of b.entries()) {
    for (const id of bag.keys()) {
      if ((spread.get(id) ?? 0) > everywhere) continue;
      const list = holders.get(id);
      if (list) list.push(index);
      else holders.set(id, [index]);
    }
  }
  const weights = b.map(weightOf);
  return a.map((bag) => {
    const shared = new Map<number, number>();
    for (const [id, count] of bag) {
      for (const index of holders.get(id) ?? []) {
        const common = Math.min(count, b[index]?.get(id) ?? 0) * weight(id);
        shared.set(index, (shared.get(index) ?? 0) + common);
      }
    }
    const own = weightOf(bag);
    for (const [index, sum] of shared) shared.set(index, (2 * sum) / (own + (weights[index] ?? 0)));
    return shared;
  });
}

function bagOf(text: string, numbering: Numbering): Bag {
  const bag: Bag = new Map();
  for (const id of piecesOf(text.toLowerCase(), numbering).ids) bag.set(id, (bag.get(id) ?? 0) + 1);
  return bag;
}
