import type { Span } from '#core/language/span.ts';
import { matchSequences } from './match-sequences.ts';
import { paragraphSpans } from './paragraphs.ts';
import { likeness, type Likeness } from './similarity.ts';

/** A paragraph and the one that answers it, or the only one of the two. */
export type Pair =
  | { kind: 'same' | 'changed' | 'moved'; before: Span; after: Span }
  | { kind: 'removed'; before: Span }
  | { kind: 'added'; after: Span };

/** From here on a paragraph is an answer to another rather than a new one. */
const alike = 0.3;
/** A paragraph shorter than this stands anywhere by chance. */
const shortestMoved = 20;
/** Pairs of paragraphs that are weighed in one go; stretches with more are left as removed and added. */
const mostPairs = 1_000_000;

/**
 * Which paragraph of `after` answers which of `before`: equal ones first, then by what they share, always in order; what
 * stands elsewhere word for word has moved. Listed as `after` reads, with what was removed where it stood.
 */
export function alignParagraphs(before: string, after: string, weigh: boolean): Pair[] {
  const a = paragraphSpans(before);
  const b = paragraphSpans(after);
  const textsA = a.map(({ start, end }) => before.slice(start, end).trim());
  const textsB = b.map(({ start, end }) => after.slice(start, end).trim());
  const numbers = new Map<string, number>();
  const number = (text: string) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  // As with words: one direction is worked out, the other read off it.
  const exchange = before.length > after.length || (before.length === after.length && before > after);
  const [first, second] = exchange ? [textsB, textsA] : [textsA, textsB];
  const { partners: worked } = matchSequences(Int32Array.from(first, number), Int32Array.from(second, number));
  if (weigh) pairAlike(worked, first, second);
  const partners = exchange ? inverted(worked, textsA.length) : worked;
  const moved = movedOnes(partners, textsA, textsB);
  return listed(a, b, partners, moved, (x, y) => textsA[x] === textsB[y]);
}

function inverted(partners: Int32Array, length: number): Int32Array {
  const inverse = new Int32Array(length).fill(-1);
  for (const [index, partner] of partners.entries()) if (partner >= 0) inverse[partner] = index;
  return inverse;
}

/** Pairs up what lies between equal paragraphs. */
function pairAlike(partners: Int32Array, a: readonly string[], b: readonly string[]): void {
  let fromA = 0;
  let fromB = 0;
  for (let at = 0; at <= a.length; at++) {
    const partner = at < a.length ? partners[at]! : b.length;
    if (partner < 0) continue;
    const rows = at - fromA;
    const columns = partner - fromB;
    if (rows > 0 && columns > 0 && rows * columns <= mostPairs) {
      for (const [x, y] of bestChain(likeness(a.slice(fromA, at), b.slice(fromB, partner)), columns)) {
        partners[fromA + x] = fromB + y;
      }
    }
    fromA = at + 1;
    fromB = partner + 1;
  }
}

/** The pairs, in order on both sides, that are most alike taken together (Needleman and Wunsch, without a price for gaps). */
function bestChain(likenesses: Likeness, columns: number): [number, number][] {
  const rows = likenesses.length;
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const worth = (x: number, y: number) => {
    const value = likenesses[x]?.get(y) ?? 0;
    return value >= alike ? value : 0;
  };
  for (let x = rows - 1; x >= 0; x--) {
    for (let y = columns - 1; y >= 0; y--) {
      const value = worth(x, y);
      const paired = value > 0 ? value + best[(x + 1) * width + y + 1]! : 0;
      best[x * width + y] = Math.max(paired, best[(x + 1) * width + y]!, best[x * width + y + 1]!);
    }
  }
  const chain: [number, number][] = [];
  for (let x = 0, y = 0; x < rows && y < columns;) {
    const here = best[x * width + y]!;
    const value = worth(x, y);
    if (value > 0 && here === value + best[(x + 1) * width + y + 1]!) chain.push([x++, y++]);
    else if (here === best[(x + 1) * width + y]!) x++;
    else y++;
  }
  return chain;
}

/** Paragraphs that stand word for word in another place: `after` index to `before` index. */
function movedOnes(partners: Int32Array, a: readonly string[], b: readonly string[]): Map<number, number> {
  const taken = new Set(partners);
  const left = new Map<string, number[]>();
  for (const [index, text] of a.entries()) {
    if (partners[index]! >= 0 || text.length < shortestMoved) continue;
    const places = left.get(text);
    if (places) places.push(index);
    else left.set(text, [index]);
  }
  const moved = new Map<number, number>();
  if (left.size === 0) return moved;
  for (const [index, text] of b.entries()) {
    const origin = taken.has(index) ? undefined : left.get(text)?.shift();
    if (origin !== undefined) moved.set(index, origin);
  }
  return moved;
}

function listed(
  a: readonly Span[],
  b: readonly Span[],
  partners: Int32Array,
  moved: ReadonlyMap<number, number>,
  same: (x: number, y: number) => boolean,
): Pair[] {
  const gone = new Set(moved.values());
  const pairs: Pair[] = [];
  let nextB = 0;
  const addUntil = (end: number) => {
    for (; nextB < end; nextB++) {
      const origin = moved.get(nextB);
      const span = b[nextB]!;
      pairs.push(
        origin === undefined ? { kind: 'added', after: span } : { kind: 'moved', before: a[origin]!, after: span },
      );
    }
  };
  for (const [x, span] of a.entries()) {
    const y = partners[x]!;
    if (y >= 0) {
      addUntil(y);
      pairs.push({ kind: same(x, y) ? 'same' : 'changed', before: span, after: b[y]! });
      nextB = y + 1;
    } else if (!gone.has(x)) pairs.push({ kind: 'removed', before: span });
  }
  addUntil(b.length);
  return pairs;
}
