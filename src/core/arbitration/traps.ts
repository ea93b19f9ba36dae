import type { ArbitrateCase } from '#core/exercises/arbitrate.ts';
import { outputsInOrder } from './order.ts';
import type { CaseVerdict } from './verdict.ts';

/** What draws a judge without being a reason: length, tone, place. */
export const traps = ['longest', 'surest', 'first'] as const;
export type Trap = (typeof traps)[number];

/** How often a learner chose what a trap holds out. */
export interface TrapCount {
  trap: Trap;
  /** Cases in which there was such an output. */
  cases: number;
  chosen: number;
  /** Among the chosen, those that were the best all the same. */
  right: number;
  /** It explains at least two wrong choices, and at least half of all: a habit rather than an accident. */
  caught: boolean;
}

/** The output that a trap holds out in a case; none where two are equally long. */
export function baitOf(one: ArbitrateCase, trap: Trap, attempt: string): string | undefined {
  if (trap === 'surest') return one.surest;
  if (trap === 'first') return outputsInOrder(one, attempt)[0]?.id;
  return byLength(one).at(-1);
}

/** Ids from the shortest to the longest output; those of equal length are left out at both ends. */
export function byLength({ outputs }: Pick<ArbitrateCase, 'outputs'>): string[] {
  const sorted = outputs.map(({ id, text }) => ({ id, length: text.length })).sort((a, b) => a.length - b.length);
  return sorted
    .filter(({ length }) => sorted.filter((other) => other.length === length).length === 1)
    .map(({ id }) => id);
}

export function countTraps(
  cases: readonly ArbitrateCase[],
  verdicts: readonly CaseVerdict[],
  attempt: string,
): TrapCount[] {
  const judged = cases.flatMap((one) => {
    const verdict = verdicts.find((each) => each.case === one.id);
    return verdict ? [{ one, chosen: verdict.best, right: verdict.best === one.key.best }] : [];
  });
  const wrong = judged.filter(({ right }) => !right).length;
  return traps.map((trap) => {
    const baited = judged.flatMap((each) => {
      const bait = baitOf(each.one, trap, attempt);
      return bait === undefined ? [] : [{ ...each, taken: each.chosen === bait }];
    });
    const taken = baited.filter((each) => each.taken);
    const misled = taken.filter(({ right }) => !right).length;
    return {
      trap,
      cases: baited.length,
      chosen: taken.length,
      right: taken.length - misled,
      caught: misled >= 2 && misled * 2 >= wrong,
    };
  });
}
