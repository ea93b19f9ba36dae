import { readTable, writeTable } from './table.ts';

/**
 * What was learnt of a meaning from its wordings; small enough to travel with its exercise in their stead. Made by
 * `candor learn`, kept in the exercise's `learned.json`.
 */
export interface LearnedMeaning {
  /** The regression's own bias. */
  bias: number;
  /** Log odds of a symbol that stood in no wording: against those that do not say it, and against its siblings. */
  unseen: readonly [number, number];
  /** Shares of the wordings that say it, and of those that do not, which have each of the `ways`. */
  ways: { says: readonly number[]; not: readonly number[] };
  /** By symbol: its weight in the regression, and its log odds against `not` and against siblings; packed. */
  table: string;
}

/** What a symbol says of a meaning: weight in the regression, log odds against `not`, log odds against siblings. */
export type SymbolWeights = readonly [regression: number, not: number, siblings: number];

export const packSymbols = (rows: ReadonlyMap<number, SymbolWeights>): string => writeTable(rows);

export const unpackSymbols = (table: string): ReadonlyMap<number, SymbolWeights> =>
  readTable(table, 3) as ReadonlyMap<number, readonly number[]> as ReadonlyMap<number, SymbolWeights>;
