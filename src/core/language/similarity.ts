import type { Act } from './act.ts';
import type { Frame, Mode, Parsed, Term } from './frame.ts';
import { lexicon } from './lexicon/lexicon.ts';
import type { Span } from './span.ts';

/** Terms that are compared together: a clause with its conditions, or a whole sentence. */
export interface Bag extends Span {
  terms: readonly Term[];
  directive: boolean;
  question: boolean;
  /** One of its clauses denies or forbids. */
  negated: boolean;
  heap: boolean;
  sign: boolean;
  acts: ReadonlySet<Act>;
  total: number;
  /** What its concepts may be akin by: themselves, what is broader, how they begin. */
  kin: ReadonlySet<string>;
}

export function kinOf(terms: readonly Term[]): Set<string> {
  const { concepts } = lexicon();
  const kin = new Set<string>();
  for (const term of terms) {
    for (const { concept } of term.senses) {
      kin.add(concept.startsWith('~') ? concept.slice(0, 8) : concept);
      for (const broader of concepts.get(concept)?.broader ?? []) kin.add(broader);
    }
  }
  return kin;
}

/** Whether a term may be akin to one of a bag; most are not, and need no comparing. */
export function mayBeAkin(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}

export function bagOf(parsed: Parsed, frames: readonly Frame[] = parsed.frames): Bag {
  const terms = frames.flatMap((frame) => frame.terms);
  return {
    terms,
    kin: kinOf(terms),
    directive: frames.some((frame) => frame.directive),
    question: parsed.question,
    negated: frames.some((frame) => frame.negated),
    heap: parsed.heap,
    sign: parsed.sign,
    acts: new Set(frames.filter((frame) => frame.mode === 'main').flatMap((frame) => [...frame.acts])),
    start: frames[0]?.start ?? parsed.start,
    end: frames.at(-1)?.end ?? parsed.end,
    total: terms.reduce((sum, term) => sum + term.weight, 0),
  };
}

/** The stretches of a sentence that may hold a meaning: every clause, its neighbours, and the whole. */
export function bagsOf(parsed: Parsed): Bag[] {
  const { frames } = parsed;
  const bags = [bagOf(parsed)];
  if (frames.length > 1) {
    for (let i = 0; i < frames.length; i++) {
      const one = frames[i];
      const next = frames[i + 1];
      if (one && one.mode !== 'condition') bags.push(bagOf(parsed, [one]));
      if (one && next && frames.length > 2) bags.push(bagOf(parsed, [one, next]));
    }
  }
  return bags.filter((bag) => bag.terms.length > 0);
}

/** How alike two concepts are: one may be a kind of the other, or both of a third. */
function kinship(a: string, b: string): number {
  if (a === b) return 1;
  if (a.startsWith('~')) return b.startsWith('~') ? cognates(a, b) : 0;
  const { concepts } = lexicon();
  const first = concepts.get(a);
  const second = concepts.get(b);
  if (!first || !second) return 0;
  if (first.broader.includes(b) || second.broader.includes(a)) return 0.65;
  return first.broader.some((one) => second.broader.includes(one) && !weak.has(one)) ? 0.4 : 0;
}

/** Concepts so wide that sharing them makes nobody kin. */
const weak = new Set([
  'document',
  'person',
  'text',
  'rule',
  'format',
  'data',
  'image',
  'part',
  'length',
  'tone',
  'style',
  'date',
  'field',
]);

/** Words outside the lexicon that begin alike in both languages: "inflation", "inflationniste". */
function cognates(a: string, b: string): number {
  const least = 6;
  if (a.length <= least || b.length <= least) return 0;
  return a.slice(0, least + 1) === b.slice(0, least + 1) ? 0.7 : 0;
}

/** How far a term in one place stands for the same in another: conditions are near to rules, reports are not. */
function standing(a: Mode, b: Mode): number {
  if (a === b) return 1;
  if (a === 'reported' || b === 'reported') return 0.3;
  return 0.8;
}

/** How alike two terms are; negative when they say the opposite. */
export function between(a: Term, b: Term): number {
  let best = 0;
  const place = standing(a.mode, b.mode);
  for (const one of a.senses) {
    for (const two of b.senses) {
      const near = kinship(one.concept, two.concept);
      if (near === 0) continue;
      const agrees = one.sign === two.sign;
      const score = agrees
        ? near * place
        : a.mode === 'condition' || b.mode === 'condition'
          ? 0.4 * near
          : -0.45 * near;
      if (Math.abs(score) > Math.abs(best) || (score > 0 && score >= -best)) best = score;
    }
  }
  return best;
}

/** How much a term counts when it is looked for: rare, and shared by the meaning's examples. */
function worth(term: Term, telling: ReadonlyMap<string, number>): number {
  return term.weight * (0.45 + 1.3 * tellingShare(term, telling));
}

function covered(of: Bag, by: Bag, telling: ReadonlyMap<string, number>): number {
  let sum = 0;
  let all = 0;
  for (const term of of.terms) {
    const weight = worth(term, telling);
    all += weight;
    let best = 0;
    let worst = 0;
    for (const other of by.terms) {
      const near = between(term, other);
      if (near > best) best = near;
      else if (near < worst) worst = near;
    }
    sum += weight * (best > 0 ? best : worst);
  }
  return all === 0 ? 0 : sum / all;
}

/** How alike a stretch of text is to an example, 0 to 1: each has to cover the other, the example above all. */
export function likeness(bag: Bag, example: Bag, telling: ReadonlyMap<string, number>): number {
  if (!mayBeAkin(bag.kin, example.kin)) return 0;
  const forth = covered(example, bag, telling);
  if (forth <= 0) return 0;
  const back = covered(bag, example, telling);
  if (back <= 0) return 0;
  const score = 0.55 * forth + 0.45 * back;
  // One shared word is no proof, however much it tells.
  return (example.terms.length > 1 || (bag.directive && bag.terms.length > 1)) && shared(example, bag) < 2
    ? score * 0.72
    : score;
}

/** The share of a meaning's examples that have a term. */
function tellingShare(term: Term, telling: ReadonlyMap<string, number>): number {
  return Math.min(1, Math.max(0, ...term.senses.map((sense) => telling.get(sense.concept) ?? 0)));
}

/** How many terms of an example a stretch of text has. */
function shared(example: Bag, bag: Bag): number {
  return example.terms.filter((term) => bag.terms.some((other) => between(term, other) >= 0.3)).length;
}
