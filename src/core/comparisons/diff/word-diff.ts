import { matchSequences } from './match-sequences.ts';
import { piecesOf, type Numbering, type Pieces } from './pieces.ts';

/** A stretch of text that both have, or one of them only. */
export interface Part {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** Words that stand on both sides in one stretch. */
interface Run {
  before: number;
  after: number;
  length: number;
}

/** What lies between two runs, or a run: equal on both sides, or not. */
interface Stretch {
  removed: string;
  added: string;
}

/** As many words in a row are no coincidence, however much was changed around them. */
const noCoincidence = 4;

/**
 * What was taken out and put in, word by word. Kept and removed parts together are `before`, kept and added ones `after`,
 * to the last space. The other way round it gives the same parts with their roles exchanged.
 */
export function diffWords(before: string, after: string): Part[] {
  // One of the two directions is worked out, so that no tie is decided by which side is called "before".
  const exchange = before.length > after.length || (before.length === after.length && before > after);
  const stretches = exchange
    ? stretchesOf(after, before).map(({ removed, added }) => ({ removed: added, added: removed }))
    : stretchesOf(before, after);
  return partsOf(stretches);
}

function stretchesOf(before: string, after: string): Stretch[] {
  const numbering: Numbering = new Map();
  const a = piecesOf(before, numbering);
  const b = piecesOf(after, numbering);
  const runs = withoutCoincidences(runsOf(matchSequences(a.ids, b.ids).partners), a, b);
  const stretches: Stretch[] = [];
  let fromA = 0;
  let fromB = 0;
  const between = (toA: number, toB: number) => {
    if (toA > fromA || toB > fromB) stretches.push(...parted(before.slice(fromA, toA), after.slice(fromB, toB)));
  };
  for (const run of runs) {
    for (let step = 0; step < run.length; step++) {
      const x = run.before + step;
      const y = run.after + step;
      between(a.starts[x]!, b.starts[y]!);
      const word = before.slice(a.starts[x], a.ends[x]);
      stretches.push({ removed: word, added: word });
      fromA = a.ends[x]!;
      fromB = b.ends[y]!;
    }
  }
  between(before.length, after.length);
  return stretches;
}

function runsOf(partners: Int32Array): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (let at = 0; at < partners.length; at++) {
    const partner = partners[at]!;
    if (partner < 0) continue;
    if (last && last.before + last.length === at && last.after + last.length === partner) last.length++;
    else runs.push((last = { before: at, after: partner, length: 1 }));
  }
  return runs;
}

/**
 * Gives up runs that are short beside the changes on both sides of them: that a rewritten sentence has "the" in the same
 * place tells nobody anything, and cuts what is to be read into confetti.
 */
function withoutCoincidences(runs: readonly Run[], a: Pieces, b: Pieces): Run[] {
  const size = ({ starts, ends }: Pieces, from: number, to: number) => (to > from ? ends[to - 1]! - starts[from]! : 0);
  const changed = (left: Run | undefined, right: Run | undefined) =>
    size(a, left ? left.before + left.length : 0, right ? right.before : a.ids.length) +
    size(b, left ? left.after + left.length : 0, right ? right.after : b.ids.length);
  const kept: Run[] = [];
  const isCoincidence = (run: Run, right: Run | undefined) => {
    if (run.length >= noCoincidence) return false;
    const own = size(a, run.before, run.before + run.length);
    return own * 3 <= Math.min(changed(kept.at(-1), run), changed(run, right));
  };
  for (const [index, run] of runs.entries()) {
    if (isCoincidence(run, runs[index + 1])) {
      // The change before it has grown: what was kept there may look like chance now.
      for (let last = kept.pop(); last; last = kept.pop()) {
        if (isCoincidence(last, runs[index + 1])) continue;
        kept.push(last);
        break;
      }
    } else kept.push(run);
  }
  return kept;
}

/** Parts white space that both sides share from what differs. */
function parted(removed: string, added: string): Stretch[] {
  if (removed === added) return [{ removed, added }];
  const most = Math.min(removed.length, added.length);
  let start = 0;
  while (start < most && removed[start] === added[start] && isSpace(removed, start)) start++;
  let end = 0;
  while (
    end < most - start &&
    removed[removed.length - 1 - end] === added[added.length - 1 - end] &&
    isSpace(removed, removed.length - 1 - end)
  ) {
    end++;
  }
  const opening = removed.slice(0, start);
  const closing = removed.slice(removed.length - end);
  return [
    { removed: opening, added: opening },
    { removed: removed.slice(start, removed.length - end), added: added.slice(start, added.length - end) },
    { removed: closing, added: closing },
  ];
}

const isSpace = (text: string, at: number) => /\s/.test(text[at] ?? '');

/** Neighbours of one kind as one part; what was removed stands before what was added in its place. */
function partsOf(stretches: readonly Stretch[]): Part[] {
  const parts: Part[] = [];
  let kept = '';
  let removed = '';
  let added = '';
  const flush = () => {
    if (kept) parts.push({ kind: 'kept', text: kept });
    if (removed) parts.push({ kind: 'removed', text: removed });
    if (added) parts.push({ kind: 'added', text: added });
    kept = removed = added = '';
  };
  for (const stretch of stretches) {
    if (stretch.removed === stretch.added) {
      if (removed || added) flush();
      kept += stretch.removed;
    } else {
      if (kept) flush();
      removed += stretch.removed;
      added += stretch.added;
    }
  }
  flush();
  return parts;
}
