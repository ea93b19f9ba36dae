import type { Meaning } from '#core/exercises/simulation.ts';
import { englishOrFrench } from './function-words.ts';
import { type Parsed, parse } from './frame.ts';
import type { Language } from './language.ts';
import { sentences } from './segment.ts';
import { type Bag, bagOf, bagsOf, likeness } from './similarity.ts';
import type { Span } from './span.ts';

/** Whether people speak of what should be done (`instruction`) or of what is so (`statement`). */
export type Mood = 'instruction' | 'statement';

export interface Match {
  verdict: 'yes' | 'no' | 'unsure';
  score: number;
  span?: Span;
}

/** A meaning ready to be looked for: its examples taken apart, and what tells them from others. */
export interface CompiledMeaning {
  positive: readonly Bag[];
  negative: readonly Bag[];
  /** How much each concept tells about this meaning, by concept. */
  telling: ReadonlyMap<string, number>;
  /** Likeness from which on a clause means the same. */
  threshold: number;
}

const compiled = new WeakMap<Meaning, CompiledMeaning>();

/** Generalises from a meaning's example sentences; the result is kept with the meaning. */
export function compileMeaning(meaning: Meaning): CompiledMeaning {
  const known = compiled.get(meaning);
  if (known) return known;
  const take = (texts: readonly string[], language: Language) => texts.map((text) => bagOf(parse(text, language)));
  const positive = [...take(meaning.positive.en, 'en'), ...take(meaning.positive.fr, 'fr')];
  const negative = [...take(meaning.negative.en, 'en'), ...take(meaning.negative.fr, 'fr')];
  const telling = tellingOf(positive, negative);
  const made = { positive, negative, telling, threshold: thresholdOf(positive, negative, telling) };
  compiled.set(meaning, made);
  return made;
}

/** Concepts that many of the positive examples share tell more than those that stand in one of them. */
function tellingOf(positive: readonly Bag[], negative: readonly Bag[]): Map<string, number> {
  const share = new Map<string, number>();
  const signed = (bag: Bag) =>
    new Set(bag.terms.flatMap((term) => term.senses.map((sense) => (sense.sign > 0 ? '' : '-') + sense.concept)));
  for (const bag of positive) {
    for (const concept of signed(bag)) share.set(concept, (share.get(concept) ?? 0) + 1 / positive.length);
  }
  // A topic that the negative examples have as well tells less.
  const topics = new Map<string, number>();
  for (const bag of negative) {
    for (const concept of new Set(bag.terms.flatMap((term) => term.senses.map((sense) => sense.concept)))) {
      topics.set(concept, (topics.get(concept) ?? 0) + 1 / negative.length);
    }
  }
  for (const [concept, own] of share)
    share.set(concept, own * (1 - 0.5 * (topics.get(concept.replace(/^-/, '')) ?? 0)));
  return share;
}

const usual = 0.5;
const lowest = 0.42;
const highest = 0.6;

/** Calibrated by leaving one example out: low enough for the examples themselves, above what the others reach. */
function thresholdOf(positive: readonly Bag[], negative: readonly Bag[], telling: ReadonlyMap<string, number>): number {
  if (positive.length < 3) return usual;
  const own = positive
    .map((bag, i) =>
      best(
        bag,
        positive.filter((_, k) => k !== i),
        telling,
      ),
    )
    .sort((a, b) => a - b);
  const quarter = own[Math.floor(own.length / 4)] ?? usual;
  const other = Math.max(0, ...negative.map((bag) => best(bag, positive, telling)));
  const between = other < quarter ? (other + quarter) / 2 : quarter;
  return Math.min(highest, Math.max(lowest, between));
}

function best(bag: Bag, examples: readonly Bag[], telling: ReadonlyMap<string, number>): number {
  let first = 0;
  let second = 0;
  for (const example of examples) {
    const score = likeness(bag, example, telling);
    if (score > first) {
      second = first;
      first = score;
    } else if (score > second) second = score;
  }
  return 0.8 * first + 0.2 * Math.max(second, first * 0.6);
}

const margin = 0.07;

/** How near a clause must be to the positive side rather than the negative. */
function judge(meaning: CompiledMeaning, bag: Bag, mood: Mood): { verdict: Match['verdict']; score: number } {
  let yes = best(bag, meaning.positive, meaning.telling);
  if (mood === 'instruction' && !bag.directive) yes *= bag.question ? 0.6 : 0.92;
  if (mood === 'statement' && bag.question) yes *= 0.75;
  // A lone word, such as the name of a line ("Subject:"), states nothing.
  if (bag.terms.length === 1 && !bag.directive) yes *= 0.7;
  let no = 0;
  for (const example of meaning.negative) no = Math.max(no, likeness(bag, example, meaning.telling));
  const lead = yes - meaning.threshold;
  const over = yes - no;
  if (lead >= 0 && over >= 0.02) return { verdict: lead < margin / 2 && over < margin ? 'unsure' : 'yes', score: yes };
  if (lead >= -margin && over >= -margin / 2) return { verdict: 'unsure', score: yes };
  return { verdict: 'no', score: yes };
}

const rank = { no: 0, unsure: 1, yes: 2 } as const;

interface ReadSentence {
  span: Span;
  bags: Bag[];
}

let lastText = '';
let lastRead: ReadSentence[] = [];

/** Sentences of a text taken apart; the last text is remembered, since many meanings are asked of one text. */
function readSentences(text: string): ReadSentence[] {
  if (text === lastText) return lastRead;
  const whole = englishOrFrench(text);
  const found: ReadSentence[] = [];
  for (const sentence of sentences(text)) {
    const own = englishOrFrench(sentence.text);
    const language = own.confidence > 0.3 ? own.language : whole.language;
    const parsed: Parsed = parse(sentence.text, language, sentence.start);
    if (parsed.heap) continue;
    found.push({ span: { start: sentence.start, end: sentence.end }, bags: bagsOf(parsed) });
  }
  lastText = text;
  lastRead = found;
  return found;
}

/** Matches of short texts, by meaning: the same instruction comes back with every case, sample and edit. */
const matched = new WeakMap<CompiledMeaning, Map<string, Match>>();
const longestKept = 1_000;
const mostKept = 1_000;

/** Looks for a meaning in a text: the clause that comes nearest decides. */
export function findMeaning(meaning: CompiledMeaning, text: string, mood: Mood): Match {
  if (text.length > longestKept) return nearest(meaning, text, mood);
  const kept = matched.get(meaning) ?? new Map<string, Match>();
  matched.set(meaning, kept);
  const key = `${mood} ${text}`;
  const found = kept.get(key) ?? nearest(meaning, text, mood);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  return found;
}

function nearest(meaning: CompiledMeaning, text: string, mood: Mood): Match {
  let found: Match = { verdict: 'no', score: 0 };
  for (const sentence of readSentences(text)) {
    for (const bag of sentence.bags) {
      const { verdict, score } = judge(meaning, bag, mood);
      if (rank[verdict] > rank[found.verdict] || (verdict === found.verdict && score > found.score)) {
        found = { verdict, score, span: verdict === 'no' ? undefined : { start: bag.start, end: bag.end } } as Match;
      }
    }
  }
  if (found.span === undefined) return { verdict: found.verdict, score: found.score };
  return found;
}
