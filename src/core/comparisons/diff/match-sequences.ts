import { middleOf } from './middle.ts';

/**
 * Which members of two sequences belong together, in order. Few differences are found exactly (Myers, linear space). Where
 * there are many, the exact way costs the square, so the sequences are first tied together at members that are unique in
 * both (patience), and looked at between the ties. Work is bounded: what cannot be settled within it stays unmatched.
 */
export interface Matches {
  /** For each member of the first sequence its place in the second, or -1. */
  partners: Int32Array;
  /** False when the bound was reached somewhere, so that more might match than is said. */
  exhausted: boolean;
}

type Ids = Int32Array;
interface Range {
  a: number;
  aEnd: number;
  b: number;
  bEnd: number;
}

/** Edits up to which the exact way is tried at once. */
const fewEdits = 256;
/** Steps of the exact way over a whole call; some hundredths of a second. */
const mostSteps = 4_000_000;
/** A stretch of equal members that is chosen for want of unique ones begins with a member no more frequent than this. */
const mostRepeats = 32;

export function matchSequences(a: Ids, b: Ids): Matches {
  const partners = new Int32Array(a.length).fill(-1);
  const fuel = { left: mostSteps };
  let exhausted = false;
  const open: Range[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length }];
  for (let range = open.pop(); range; range = open.pop()) {
    const rest = trimmed(a, b, range, partners);
    if (rest.a === rest.aEnd || rest.b === rest.bEnd) continue;
    const parts =
      split(a, b, rest, fewEdits, fuel, partners) ??
      tiedAtUnique(a, b, rest, partners) ??
      tiedAtRare(a, b, rest, fuel, partners) ??
      split(a, b, rest, Math.floor(Math.sqrt(Math.max(0, fuel.left))), fuel, partners);
    if (parts) open.push(...parts);
    else exhausted = true;
  }
  return { partners, exhausted };
}

/** Matches what both ends have in common. */
function trimmed(a: Ids, b: Ids, range: Range, partners: Int32Array): Range {
  const rest = { ...range };
  while (rest.a < rest.aEnd && rest.b < rest.bEnd && a[rest.a] === b[rest.b]) partners[rest.a++] = rest.b++;
  while (rest.a < rest.aEnd && rest.b < rest.bEnd && a[rest.aEnd - 1] === b[rest.bEnd - 1]) {
    partners[--rest.aEnd] = --rest.bEnd;
  }
  return rest;
}

function split(a: Ids, b: Ids, range: Range, most: number, fuel: { left: number }, partners: Int32Array) {
  const middle = middleOf(a, b, range, most, fuel);
  if (!middle) return undefined;
  for (let x = middle.a, y = middle.b; x < middle.aEnd;) partners[x++] = y++;
  return around(range, [middle]);
}

/** What lies before, between and after ranges that are settled. */
function around(range: Range, settled: readonly Range[]): Range[] {
  const parts: Range[] = [];
  let { a, b } = range;
  for (const one of settled) {
    parts.push({ a, aEnd: one.a, b, bEnd: one.b });
    a = one.aEnd;
    b = one.bEnd;
  }
  parts.push({ a, aEnd: range.aEnd, b, bEnd: range.bEnd });
  return parts.filter((part) => part.a < part.aEnd && part.b < part.bEnd);
}

/** Ties at members that occur once on either side: the longest chain of them that keeps the order. */
function tiedAtUnique(a: Ids, b: Ids, range: Range, partners: Int32Array): Range[] | undefined {
  const inA = placesOf(a, range.a, range.aEnd);
  const inB = placesOf(b, range.b, range.bEnd);
  const pairs: { a: number; b: number }[] = [];
  for (const [id, place] of inA) {
    const other = inB.get(id);
    if (place >= 0 && other !== undefined && other >= 0) pairs.push({ a: place, b: other });
  }
  if (pairs.length === 0) return undefined;
  pairs.sort((one, other) => one.a - other.a);
  const chain = longestRising(pairs.map((pair) => pair.b)).map((index) => pairs[index]!);
  for (const pair of chain) partners[pair.a] = pair.b;
  return around(
    range,
    chain.map((pair) => ({ a: pair.a, aEnd: pair.a + 1, b: pair.b, bEnd: pair.b + 1 })),
  );
}

/** Where each member stands; -1 when it stands more than once. */
function placesOf(ids: Ids, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = start; at < end; at++) places.set(ids[at]!, places.has(ids[at]!) ? -1 : at);
  return places;
}

/** Ties at the longest stretch in common that holds one of the rarest members (as the histogram way of diffing does). */
function tiedAtRare(a: Ids, b: Ids, range: Range, fuel: { left: number }, partners: Int32Array): Range[] | undefined {
  const counts = new Map<number, number[]>();
  for (let at = range.a; at < range.aEnd; at++) {
    const places = counts.get(a[at]!);
    if (!places) counts.set(a[at]!, [at]);
    else if (places.length <= mostRepeats) places.push(at);
  }
  let best: Range | undefined;
  let rarest = mostRepeats + 1;
  for (let at = range.b; at < range.bEnd && fuel.left > 0; at++) {
    const places = counts.get(b[at]!);
    fuel.left -= 1;
    if (!places || places.length > rarest || places.length > mostRepeats) continue;
    for (const place of places) {
      const run = stretch(a, b, range, place, at);
      fuel.left -= run.aEnd - run.a;
      if (places.length < rarest || !best || run.aEnd - run.a > best.aEnd - best.a) best = run;
      rarest = places.length;
    }
  }
  if (!best) return undefined;
  for (let x = best.a, y = best.b; x < best.aEnd;) partners[x++] = y++;
  return around(range, [best]);
}

function stretch(a: Ids, b: Ids, range: Range, atA: number, atB: number): Range {
  const run = { a: atA, aEnd: atA + 1, b: atB, bEnd: atB + 1 };
  while (run.a > range.a && run.b > range.b && a[run.a - 1] === b[run.b - 1]) {
    run.a -= 1;
    run.b -= 1;
  }
  while (run.aEnd < range.aEnd && run.bEnd < range.bEnd && a[run.aEnd] === b[run.bEnd]) {
    run.aEnd += 1;
    run.bEnd += 1;
  }
  return run;
}

/** Places of the longest rising chain of distinct numbers. */
export function longestRising(numbers: readonly number[]): number[] {
  const ends: number[] = []; // place of the least number that ends a chain of each length
  const before = new Int32Array(numbers.length).fill(-1);
  for (let at = 0; at < numbers.length; at++) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < numbers[at]!) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = at;
  }
  const chain: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(at);
  return chain.reverse();
}
