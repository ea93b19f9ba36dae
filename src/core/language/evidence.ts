import type { LearnedMeaning, SymbolWeights } from './learned.ts';
import { type Marks, type Way, ways } from './marks.ts';

/** A meaning ready to be weighed. */
export interface Weighable {
  learned: LearnedMeaning;
  symbols: ReadonlyMap<number, SymbolWeights>;
}

/** What is weighed, in this order. */
export const features = [
  'regression',
  'odds',
  'odds-for',
  'odds-against',
  'odds-siblings',
  'one-term',
  'two-terms',
  'many-terms',
  'undirected',
  'question',
  'heap',
  'reported',
  'condition',
  'sign',
  'ways-odds',
  'ways-surprise',
  'negation',
  'told',
  'described',
  'mood',
  'statement',
  'statement-odds',
] as const;

const directed = ways.indexOf('directive');
const negation = ways.indexOf('negated');
const many = 8;
const mostRegression = 6;

/**
 * What speaks for and against a stretch of text stating a meaning; one number for each of `features`. Additions,
 * products and roots only (and logarithms of shares, taken when learning), so that every engine gets the same.
 */
export function evidence(marks: Marks, { learned, symbols }: Weighable, statement: boolean): number[] {
  let regression = 0;
  let forIt = 0;
  let against = 0;
  let siblings = 0;
  for (const symbol of marks.symbols) {
    const known = symbols.get(symbol);
    if (known) regression += known[0];
    const not = known ? known[1] : learned.unseen[0];
    if (not > 0) forIt += not;
    else against += not;
    siblings += known ? known[2] : learned.unseen[1];
  }
  const root = Math.sqrt(marks.symbols.length || 1);
  const sum = learned.bias + regression / root;

  let waysOdds = 0;
  let surprise = 0;
  marks.ways.forEach((holds, i) => {
    const says = learned.ways.says[i] ?? 0.5;
    const not = learned.ways.not[i] ?? 0.5;
    waysOdds += holds ? says - not : not - says;
    surprise += holds ? 1 - says : says;
  });
  const is = (way: Way) => marks.ways[ways.indexOf(way)] === true;
  const order = !statement;
  const told = is('past') && !is('directive') && !is('modal') && !is('request');
  const described = !told && is('describes') && !is('directive') && !is('negated') && !is('modal');
  const flag = (holds: boolean) => (holds ? 1 : 0);
  return [
    Math.max(-mostRegression, Math.min(mostRegression, sum)),
    (forIt + against) / root,
    forIt / root,
    against / root,
    siblings / root,
    flag(marks.terms === 1),
    flag(marks.terms === 2),
    flag(marks.terms >= many),
    flag(order && !marks.ways[directed]),
    flag(order && is('question')),
    flag(is('heap')),
    flag(is('reported')),
    flag(is('condition')),
    flag(order && is('sign')),
    waysOdds,
    surprise,
    Math.abs((learned.ways.says[negation] ?? 0) - flag(is('negated'))),
    flag(order && told),
    flag(order && described),
    order ? marks.mood : 0,
    flag(statement),
    statement ? (forIt + against) / root : 0,
  ];
}
