/**
 * Chance that anyone can repeat: everything random in Candor is drawn from a hash of what it belongs to.
 * Integer arithmetic only, so that Node and every browser agree to the bit.
 */

/** A 32-bit hash of the parts, in order (FNV-1a with a murmur finish). */
export function hash(...parts: readonly (string | number)[]): number {
  return finished(parts.reduce<number>(taken, 0x811c9dc5));
}

/** The same as `hash(...first, last)`, for many a last part after the same first ones. */
export function hashAfter(...first: readonly (string | number)[]): (last: string | number) => number {
  const before = first.reduce<number>(taken, 0x811c9dc5);
  return (last) => finished(taken(before, last));
}

function taken(before: number, part: string | number): number {
  let h = before;
  const text = String(part);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(h ^ 0x1f, 0x01000193); // ends a part, so that ("ab", "c") differs from ("a", "bc")
}

function finished(all: number): number {
  let h = all;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in [0, 1) that belongs to the parts. */
export function luck(...parts: readonly (string | number)[]): number {
  return fraction(hash(...parts));
}

/** A hash as a number in [0, 1). */
export function fraction(hashed: number): number {
  return hashed / 0x1_0000_0000;
}

/** A stream of numbers in [0, 1) from a seed (mulberry32). */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
