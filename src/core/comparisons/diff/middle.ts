/** A stretch of either sequence. */
export interface Ranges {
  a: number;
  aEnd: number;
  b: number;
  bEnd: number;
}

// Kept between calls: the furthest reach on each diagonal, from the front and from the back.
let front = new Int32Array(0);
let back = new Int32Array(0);

/**
 * The middle run of a shortest way from one range to the other (E. Myers, "An O(ND) difference algorithm", 1986, section 4b):
 * the ranges before and after it are smaller problems of the same kind. `undefined` when the way has more than
 * `2 × most` edits, or the fuel runs out. Both ranges must not be empty, and must differ at both ends.
 */
export function middleOf(
  a: Int32Array,
  b: Int32Array,
  range: Ranges,
  most: number,
  fuel: { left: number },
): Ranges | undefined {
  const { a: aStart, b: bStart } = range;
  const n = range.aEnd - aStart;
  const m = range.bEnd - bStart;
  const delta = n - m;
  const odd = (delta & 1) !== 0;
  const limit = Math.min(Math.ceil((n + m) / 2), most);
  const zero = limit + 1;
  if (front.length < 2 * zero + 1) {
    front = new Int32Array(2 * zero + 1);
    back = new Int32Array(2 * zero + 1);
  }
  front[zero + 1] = 0;
  back[zero + 1] = 0;

  for (let edits = 0; edits <= limit; edits++) {
    fuel.left -= 2 * edits + 2;
    if (fuel.left < 0) return undefined;
    // Diagonals that leave the ranges lead nowhere.
    const lowest = -edits + 2 * Math.max(0, edits - m);
    const highest = edits - 2 * Math.max(0, edits - n);
    for (let k = lowest; k <= highest; k += 2) {
      let x =
        k === -edits || (k !== edits && front[zero + k - 1]! < front[zero + k + 1]!)
          ? front[zero + k + 1]!
          : front[zero + k - 1]! + 1;
      const from = x;
      while (x < n && x - k < m && a[aStart + x] === b[bStart + x - k]) x++;
      front[zero + k] = x;
      const other = delta - k;
      if (odd && other > -edits && other < edits && x + back[zero + other]! >= n) {
        fuel.left -= x - from;
        return { a: aStart + from, aEnd: aStart + x, b: bStart + from - k, bEnd: bStart + x - k };
      }
    }
    for (let k = lowest; k <= highest; k += 2) {
      let x =
        k === -edits || (k !== edits && back[zero + k - 1]! < back[zero + k + 1]!)
          ? back[zero + k + 1]!
          : back[zero + k - 1]! + 1;
      const from = x;
      while (x < n && x - k < m && a[aStart + n - 1 - x] === b[bStart + m - 1 - x + k]) x++;
      back[zero + k] = x;
      const other = delta - k;
      if (!odd && other >= -edits && other <= edits && x + front[zero + other]! >= n) {
        return {
          a: aStart + n - x,
          aEnd: aStart + n - from,
          b: bStart + m - (x - k),
          bEnd: bStart + m - (from - k),
        };
      }
    }
  }
  return undefined;
}
