import type { Language } from '../language.ts';
import { type LearnedMeaning, type SymbolWeights, packSymbols } from '../learned.ts';
import { type Marks, stretchesOf, ways, wholeOf } from '../marks.ts';
import { sentences } from '../segment.ts';
import { type Observation, regress } from './regression.ts';

/** A sentence to learn from. */
export interface Wording {
  text: string;
  language: Language;
}

/** What a meaning is learnt from. */
export interface Lesson {
  /** Wordings that say it. */
  says: readonly Wording[];
  /** Wordings near it that do not. */
  not: readonly Wording[];
  /** What its neighbours in the same exercise are said by. */
  siblings: readonly Wording[];
  /** Sentences that have nothing to do with it: other exercises' wordings, data. */
  others: readonly Wording[];
  /** Wordings of the same thing asked of other material, and those that come near it there. */
  kin?: { says: readonly Wording[]; not: readonly Wording[] };
}

const noKin: NonNullable<Lesson['kin']> = { says: [], not: [] };

const whole = new Map<string, Marks>();
const stretches = new Map<string, Marks[]>();
const keyOf = ({ language, text }: Wording) => `${language} ${text}`;

/** The marks of a wording as one stretch; kept, because a wording is one meaning's example and another's opposite. */
export function marksOfWhole(wording: Wording): Marks {
  const key = keyOf(wording);
  const known = whole.get(key) ?? wholeOf(wording.text, sentences(wording.text), wording.language);
  whole.set(key, known);
  return known;
}

/** The marks of every stretch of a wording, the whole first. */
export function marksOfParts(wording: Wording): Marks[] {
  const key = keyOf(wording);
  const known = stretches.get(key) ?? [
    marksOfWhole(wording),
    ...stretchesOf(wording.text, sentences(wording.text), wording.language).map(({ marks }) => marks),
  ];
  stretches.set(key, known);
  return known;
}

/** How many symbols of a meaning are kept, the weightiest. */
const mostSymbols = 1200;

/** Added to every count, so that a symbol seen once decides nothing. */
const prior = 0.25;
const priorTotal = 5;

/** Wordings written against this meaning count double among what it is not, and parts of a sentence half. */
const near = 2;
const part = 0.5;
/** What a wording for other material counts at most; all of them together count no more than the meaning's own. */
const mostForKin = 0.5;
/** Share of the whole weight that what says the meaning has against what does not. */
const balance = 0.4;

/**
 * Generalises from the wordings of a meaning: a regression over their symbols, the odds of each symbol, and how such
 * wordings are put. Repeatable: the same lesson gives the same weights.
 */
export function learn({ says, not, siblings, others, kin = noKin }: Lesson): LearnedMeaning {
  const akin = Math.min(mostForKin, says.length / Math.max(1, kin.says.length));
  const far = [...siblings, ...others];
  const weight = Math.max(1, (balance * (not.length + far.length)) / Math.max(1, says.length));
  const observations: Observation[] = says.map((one) => ({
    symbols: marksOfWhole(one).symbols,
    is: 1,
    counts: weight,
  }));
  const deny = (wordings: readonly Wording[], counts: number) => {
    for (const one of wordings) {
      marksOfParts(one).forEach(({ symbols }, i) =>
        observations.push({ symbols, is: 0, counts: counts * (i === 0 ? 1 : part) }),
      );
    }
  };
  for (const one of kin.says) observations.push({ symbols: marksOfWhole(one).symbols, is: 1, counts: weight * akin });
  deny(not, near);
  deny(kin.not, near * akin);
  deny(far, 1);
  const { weights, bias } = regress(observations);

  const yes = countSymbols(says, kin.says, akin);
  const no = countSymbols(not, kin.not, akin);
  const beside = countSymbols(far);
  const saying = says.length + akin * kin.says.length;
  const denying = not.length + akin * kin.not.length;
  const share = (count: number, of: number) => (count + prior) / (of + priorTotal);
  const odds = (symbol: number): [number, number] => {
    const here = share(yes.get(symbol) ?? 0, saying);
    return [
      Math.log(here / share(no.get(symbol) ?? 0, denying)),
      far.length === 0 ? 0 : Math.log(here / share(beside.get(symbol) ?? 0, far.length)),
    ];
  };
  const often = (symbol: number) => (yes.get(symbol) ?? 0) + (no.get(symbol) ?? 0) + (beside.get(symbol) ?? 0) + 1;
  const telling = [...weights]
    .map(([symbol, value]) => ({ symbol, value, tells: Math.abs(value) * Math.sqrt(Math.sqrt(often(symbol))) }))
    .sort((a, b) => b.tells - a.tells || a.symbol - b.symbol)
    .slice(0, mostSymbols);
  const rows = new Map<number, SymbolWeights>(telling.map(({ symbol, value }) => [symbol, [value, ...odds(symbol)]]));
  return {
    bias: rounded(bias),
    unseen: odds(-1).map(rounded) as [number, number],
    ways: { says: waysOf(says), not: waysOf(not) },
    table: packSymbols(rows),
  };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

function countSymbols(own: readonly Wording[], kin: readonly Wording[] = [], akin = 0): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (wordings: readonly Wording[], by: number) => {
    for (const one of wordings) {
      for (const symbol of marksOfWhole(one).symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + by);
    }
  };
  add(own, 1);
  add(kin, akin);
  return counts;
}

function waysOf(wordings: readonly Wording[]): number[] {
  return ways.map((_, i) => {
    const having = wordings.filter((one) => marksOfWhole(one).ways[i]).length;
    return rounded((having + 0.5) / (wordings.length + 1));
  });
}
