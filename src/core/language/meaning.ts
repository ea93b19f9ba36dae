import type { Meaning } from '#core/exercises/simulation.ts';
import { type Profile, evidence, profileOf } from './evidence.ts';
import { englishOrFrench } from './function-words.ts';
import { type Parsed, parse } from './frame.ts';
import type { Language } from './language.ts';
import { sentences } from './segment.ts';
import { type Bag, bagOf, bagsOf } from './similarity.ts';
import { order } from './weights.ts';
import type { Span } from './span.ts';

/** Whether people speak of what should be done (`instruction`) or of what is so (`statement`). */
export type Mood = 'instruction' | 'statement';

export interface Match {
  verdict: 'yes' | 'no' | 'unsure';
  score: number;
  span?: Span;
}

/** A meaning ready to be looked for: its examples taken apart, and what tells them from others. */
export type CompiledMeaning = Profile;

const compiled = new WeakMap<Meaning, CompiledMeaning>();

/** Generalises from a meaning's example sentences; the result is kept with the meaning. */
export function compileMeaning(meaning: Meaning): CompiledMeaning {
  const known = compiled.get(meaning);
  if (known) return known;
  const take = (texts: readonly string[], language: Language) => texts.map((text) => bagOf(parse(text, language)));
  const positive = [...take(meaning.positive.en, 'en'), ...take(meaning.positive.fr, 'fr')];
  const negative = [...take(meaning.negative.en, 'en'), ...take(meaning.negative.fr, 'fr')];
  const made = profileOf(positive, negative);
  compiled.set(meaning, made);
  return made;
}

/** Sum from which on a stretch of text states a meaning, and from which on it may. */
const stated: Readonly<Record<Mood, number>> = { instruction: 0.38, statement: 0.38 };
const doubtful = 0.4;

/** Weighs what speaks for and against a stretch of text stating a meaning. */
function judge(meaning: CompiledMeaning, bag: Bag, mood: Mood): { verdict: Match['verdict']; score: number } {
  let sum = 0;
  evidence(bag, meaning, mood === 'statement').forEach((value, i) => (sum += value * (order[i] ?? 0)));
  const lead = sum - stated[mood];
  const verdict = lead >= 0 ? 'yes' : lead >= -doubtful ? 'unsure' : 'no';
  return { verdict, score: 1 / (1 + Math.exp(-sum)) };
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
