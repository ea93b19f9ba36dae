import { acts } from './act.ts';
import { type Bag, between, kinOf, likeness, mayBeAkin } from './similarity.ts';

/** What the examples of a meaning share, and how near they are to one another. */
export interface Profile {
  positive: readonly Bag[];
  negative: readonly Bag[];
  /** How much each concept tells about this meaning, by concept. */
  telling: ReadonlyMap<string, number>;
  /** How often each concept stands in an example, affirmed and denied. */
  positiveUse: ReadonlyMap<string, Use>;
  negativeUse: ReadonlyMap<string, Use>;
  /** Shares of the examples that are such acts. */
  positiveActs: readonly number[];
  negativeActs: readonly number[];
  negated: number;
}

/** Shares of the examples that affirm a concept and that deny it. */
export interface Use {
  affirmed: number;
  denied: number;
}

export function profileOf(positive: readonly Bag[], negative: readonly Bag[]): Profile {
  const positiveUse = usesOf(positive);
  const negativeUse = usesOf(negative);
  return {
    positive,
    negative,
    telling: tellingOf(positiveUse, negativeUse),
    positiveUse,
    negativeUse,
    positiveActs: marks.map((holds) => share(positive, holds)),
    negativeActs: marks.map((holds) => share(negative, holds)),
    negated: share(positive, (bag) => bag.negated),
  };
}

/** What an example or a stretch of text is, apart from its topic. */
const marks: readonly ((bag: Bag) => boolean)[] = [
  ...acts.map((act) => (bag: Bag) => bag.acts.has(act)),
  (bag) => bag.directive,
  (bag) => bag.question,
  (bag) => bag.negated,
  (bag) => bag.sign,
];

function share(bags: readonly Bag[], holds: (bag: Bag) => boolean): number {
  return bags.length === 0 ? 0 : bags.filter(holds).length / bags.length;
}

function usesOf(bags: readonly Bag[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const bag of bags) {
    const seen = new Set<string>();
    for (const term of bag.terms) {
      for (const { concept, sign } of term.senses) {
        const key = `${sign} ${concept}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const use = uses.get(concept) ?? { affirmed: 0, denied: 0 };
        uses.set(concept, use);
        if (sign > 0) use.affirmed += 1 / bags.length;
        else use.denied += 1 / bags.length;
      }
    }
  }
  return uses;
}

/** Concepts that many of the positive examples share tell more, those that the negative ones have as well less. */
function tellingOf(positive: ReadonlyMap<string, Use>, negative: ReadonlyMap<string, Use>): Map<string, number> {
  const telling = new Map<string, number>();
  for (const [concept, use] of positive) {
    const topic = negative.get(concept);
    const shared = topic ? Math.min(1, topic.affirmed + topic.denied) : 0;
    telling.set(concept, Math.min(1, use.affirmed + use.denied) * (1 - 0.5 * shared));
  }
  return telling;
}

/** What is weighed, in this order. */
export const features = [
  'bias',
  'nearest',
  'second',
  'counter',
  'explained',
  'unexplained',
  'matched',
  'top',
  'agreement',
  'odds',
  'two',
  'three',
  'undirected',
  'question',
  'negation',
  'reported',
  'condition',
  'heap',
  'lone',
  'statement',
  'statement-question',
  'statement-order',
  'act-odds',
  'act-surprise',
  'statement-act-odds',
  'statement-act-surprise',
  'told',
  'described',
  'sign',
  'hits-agreeing',
] as const;

/** What speaks for and against a stretch of text stating a meaning; one number for each of `features`. */
export function evidence(bag: Bag, profile: Profile, statement: boolean, without?: Bag): number[] {
  let first = 0;
  let second = 0;
  for (const example of profile.positive) {
    if (example === without) continue;
    const score = likeness(bag, example, profile.telling);
    if (score > first) {
      second = first;
      first = score;
    } else if (score > second) second = score;
  }
  let counter = 0;
  for (const example of profile.negative) {
    if (example !== without) counter = Math.max(counter, likeness(bag, example, profile.telling));
  }
  let total = 0;
  let explained = 0;
  let matched = 0;
  let top = 0;
  let agreement = 0;
  let odds = 0;
  let hits = 0;
  let reported = 0;
  let condition = 0;
  for (const term of bag.terms) {
    total += term.weight;
    if (term.mode === 'reported') reported += term.weight;
    if (term.mode === 'condition') condition += term.weight;
    let best = 0;
    let agree = 0;
    let ratio = 0;
    for (const { concept, sign } of term.senses) {
      const use = profile.positiveUse.get(concept);
      const other = profile.negativeUse.get(concept);
      const [same, opposite] = use ? (sign > 0 ? [use.affirmed, use.denied] : [use.denied, use.affirmed]) : [0, 0];
      const against = other ? (sign > 0 ? other.affirmed : other.denied) : 0;
      const tells = Math.min(1, same + 0.5 * opposite);
      if (tells > best || ratio === 0) {
        best = Math.max(best, tells);
        agree = same + opposite > 0 ? (same - opposite) / (same + opposite) : 0;
        ratio = Math.log((same + 0.05) / (against + 0.05 + 0.3 * opposite));
      }
    }
    const kin = best === 0 ? kinOf([term]) : undefined;
    if (
      kin &&
      profile.positive.some(
        (example) => mayBeAkin(kin, example.kin) && example.terms.some((one) => between(term, one) > 0.3),
      )
    )
      best = 0.05;
    if (best > 0) {
      explained += term.weight;
      hits++;
    }
    const mass = term.weight * Math.sqrt(best);
    matched += mass;
    top = Math.max(top, mass);
    agreement += mass * agree;
    odds += term.weight * ratio;
  }
  let actOdds = 0;
  let surprise = 0;
  marks.forEach((holds, i) => {
    const own = profile.positiveActs[i] ?? 0;
    const other = profile.negative.length > 0 ? (profile.negativeActs[i] ?? 0) : own;
    const [p, n] = holds(bag) ? [own, other] : [1 - own, 1 - other];
    actOdds += Math.log((p + 0.2) / (n + 0.2));
    surprise -= Math.log((p + 0.1) / 1.1);
  });
  const told = bag.acts.has('past') && !bag.directive && !bag.acts.has('modal') && !bag.acts.has('request');
  const described = !told && bag.acts.has('describes') && !bag.directive && !bag.negated && !bag.acts.has('modal');
  const whole = total || 1;
  const not = (holds: boolean) => (holds ? 0 : 1);
  return [
    1,
    first,
    second,
    counter,
    explained / whole,
    Math.log1p(total - explained),
    Math.log1p(matched),
    top,
    agreement / (matched || 1),
    Math.max(-3, Math.min(3, odds / Math.sqrt(whole) / 2)),
    hits >= 2 ? 1 : 0,
    hits >= 3 ? 1 : 0,
    statement ? 0 : not(bag.directive),
    bag.question && !statement ? 1 : 0,
    Math.abs(profile.negated - (bag.negated ? 1 : 0)),
    reported / whole,
    condition / whole,
    bag.heap ? 1 : 0,
    bag.terms.length === 1 ? 1 : 0,
    statement ? 1 : 0,
    statement && bag.question ? 1 : 0,
    statement && bag.directive ? 1 : 0,
    statement ? 0 : actOdds,
    statement ? 0 : surprise,
    statement ? actOdds : 0,
    statement ? surprise : 0,
    told && !statement ? 1 : 0,
    described && !statement ? 1 : 0,
    bag.sign && !statement ? 1 : 0,
    Math.min(3, Math.max(-3, agreement)),
  ];
}
