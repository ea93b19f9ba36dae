import { bounded } from '#core/language/bounded.ts';
import { countWords } from '#core/language/measure.ts';
import type { Unit } from '../reading/reading.ts';
import { draftText, textOf, type Draft, type Manner } from './draft.ts';
import { type Limit, measures } from './limit.ts';
import { cut, exchange, grow, shrink } from './resize.ts';

/** Coarse units first: a cut paragraph changes the words, a cut word no paragraph. */
const order: readonly Unit[] = ['section', 'paragraph', 'item', 'line', 'sentence', 'word', 'character'];
const mostSteps = 600;
/** So much too long, a sentence is exchanged before one is left out. */
const fewOver = 8;

/** Edits a draft until the limits hold, with the very functions that checks measure with. */
export function fit(
  draft: Draft,
  limits: readonly Limit[],
  manner: Manner,
  padding: readonly string[],
  bank: ReadonlySet<string> = new Set(),
): void {
  const sorted = [...limits].sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit));
  const unused = [...padding];
  const fixedSentences = sorted.some((limit) => limit.unit === 'sentence' && limit.max !== undefined);
  let steps = 0;
  for (let round = 0; round < 4; round++) {
    let changed = false;
    for (const limit of sorted) {
      const size = sizeOf(draft, limit.unit);
      while (
        limit.max !== undefined &&
        size() > limit.max &&
        steps++ < mostSteps &&
        (((fixedSentences || size() - limit.max <= fewOver) && exchange(draft, limit, size(), unused, bank)) ||
          shrink(draft, limit, size() - limit.max))
      )
        changed = true;
      while (limit.min !== undefined && size() < limit.min && steps++ < mostSteps) {
        const room = limit.max === undefined ? Infinity : limit.max - size();
        if (
          !((room < 30 || fixedSentences) && exchange(draft, limit, size(), unused, bank)) &&
          !grow(draft, limit, room, fixedSentences, manner, unused)
        )
          break;
        changed = true;
      }
      if (limit.max !== undefined && (limit.unit === 'word' || limit.unit === 'character') && size() > limit.max) {
        changed = cut(draft, limit, size) || changed;
      }
    }
    if (!changed) return;
  }
}

/** In a text of its own this would be the number of an item, or code. */
const countsOtherwise = /^\s*\(?(?:\d{1,3}|[a-z])[.)](?:\s|$)|[\n`~]/i;

/** Words of a sentence, where they count the same wherever it stands. */
const wordsInside = bounded(2_000, (text): number | null => (countsOtherwise.test(text) ? null : countWords(text)));

/** The words of a draft as the sum of its sentences'; undefined where that may not be the same. */
function wordsOf(draft: Draft): number | undefined {
  let sum = 0;
  for (const { sentences } of draft) {
    for (const one of sentences) {
      const own = wordsInside(textOf(one));
      if (own === null) return undefined;
      sum += own;
    }
  }
  return sum;
}

/** The size of a draft as it stands; asked twice of the same text, it is measured once. */
function sizeOf(draft: Draft, unit: Unit): () => number {
  if (unit === 'word' && draft.every(({ marker = '' }) => !/[\p{L}\p{N}]/u.test(marker))) {
    const whole = sizeOfText(draft, unit);
    return () => wordsOf(draft) ?? whole();
  }
  return sizeOfText(draft, unit);
}

function sizeOfText(draft: Draft, unit: Unit): () => number {
  let text: string | undefined;
  let size = 0;
  return () => {
    const now = draftText(draft);
    if (now !== text) {
      text = now;
      size = measures[unit](now);
    }
    return size;
  };
}
