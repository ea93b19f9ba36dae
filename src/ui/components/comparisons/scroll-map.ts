/** A place in a text and where it stands, in pixels from the top of what scrolls. */
export interface Landmark {
  /** Character of the text. */
  at: number;
  top: number;
}

/** Two places that belong together: in one text, and in the one that all are compared with. */
export type PlacePair = readonly [own: number, common: number];

/**
 * Panes that scroll together are not at the same height, nor at the same share of their heights, but at the same place of
 * what they say. From the height in one pane to the character at its top, by the alignment to the character that answers it in
 * another pane, and to the height at which that stands there.
 */
export function matchingTop(
  top: number,
  from: { landmarks: readonly Landmark[]; pairs: readonly PlacePair[] },
  to: { landmarks: readonly Landmark[]; pairs: readonly PlacePair[] },
): number {
  const own = along(from.landmarks, top, 'top', 'at');
  const common = along(asPoints(from.pairs), own, 'x', 'y');
  const other = along(asPoints(to.pairs), common, 'y', 'x');
  return along(to.landmarks, other, 'at', 'top');
}

const asPoints = (pairs: readonly PlacePair[]) => pairs.map(([x, y]) => ({ x, y }));

/** Reads a value off a line through points, which rise in both directions. Without points both are the same. */
function along<Key extends string>(points: readonly Record<Key, number>[], value: number, by: Key, read: Key): number {
  if (points.length === 0) return value;
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (points[middle]![by] <= value) low = middle;
    else high = middle - 1;
  }
  const start = points[low]!;
  const end = points[low + 1];
  if (value <= start[by] || !end) return start[read];
  const length = end[by] - start[by];
  return length > 0 ? start[read] + ((value - start[by]) / length) * (end[read] - start[read]) : start[read];
}

/** Landmarks without those that stand above an earlier one, or say the same as it. */
export function rising(landmarks: readonly Landmark[]): Landmark[] {
  const kept: Landmark[] = [];
  for (const mark of landmarks) {
    const last = kept.at(-1);
    if (!last || (mark.at > last.at && mark.top >= last.top)) kept.push(mark);
  }
  return kept;
}
