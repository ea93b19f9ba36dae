import type { Meaning } from '#core/exercises/simulation.ts';
import { evidence, type Weighable } from './evidence.ts';
import { judgement, weigh } from './judgement.ts';
import { unpackSymbols } from './learned.ts';
import { learn } from './learning/learn.ts';
import { ordinary } from './learning/ordinary.ts';
import { type Marks, type Stretch, stretchesOf, ways } from './marks.ts';
import { sentences } from './segment.ts';
import type { Span } from './span.ts';

/** Whether people speak of what should be done (`instruction`) or of what is so (`statement`). */
export type Mood = 'instruction' | 'statement';

export interface Match {
  verdict: 'yes' | 'no' | 'unsure';
  /** Log odds that the text states the meaning. */
  score: number;
  span?: Span;
}

/** A meaning ready to be looked for, with what was found of stretches that come back. */
export interface CompiledMeaning extends Weighable {
  judged: Record<Mood, WeakMap<Marks, Judged>>;
}

interface Judged {
  verdict: Match['verdict'];
  score: number;
}

const compiled = new WeakMap<Meaning, CompiledMeaning>();

/**
 * Makes a meaning ready; kept with it. One that comes without what was learnt of it (it stands in a check, or its
 * exercise is being written) is learnt from its own sentences here and now.
 */
export function compileMeaning(meaning: Meaning): CompiledMeaning {
  const known = compiled.get(meaning);
  if (known) return known;
  const learned = meaning.learned ?? learn(lessonOf(meaning));
  const judged = { instruction: new WeakMap<Marks, Judged>(), statement: new WeakMap<Marks, Judged>() };
  const made = { learned, symbols: unpackSymbols(learned.table), judged };
  compiled.set(meaning, made);
  return made;
}

function lessonOf({ positive, negative }: Meaning) {
  const take = (texts: Meaning['positive']) => [
    ...texts.en.map((text) => ({ text, language: 'en' as const })),
    ...texts.fr.map((text) => ({ text, language: 'fr' as const })),
  ];
  return { says: take(positive), not: take(negative), siblings: [], others: ordinary };
}

/** Log odds from which on a stretch of text states a meaning, and from which on it may. */
const stated: Readonly<Record<Mood, number>> = { instruction: 0.9, statement: 1.4 };
const doubtful = 0.2;

/** So many nouns in a heap ask for nothing, whatever they are. */
const heapFrom = 8;
const heap = ways.indexOf('heap');

function judge(meaning: CompiledMeaning, marks: Marks, mood: Mood): Judged {
  if (marks.ways[heap] && marks.terms >= heapFrom) return { verdict: 'no', score: -Infinity };
  const score = weigh(evidence(marks, meaning, mood === 'statement'), judgement);
  const lead = score - stated[mood];
  return { verdict: lead >= 0 ? 'yes' : lead >= -doubtful ? 'unsure' : 'no', score };
}

let lastText = '';
let lastRead: Stretch[] = [];

/** The last text is remembered, since many meanings are asked of one text. */
function read(text: string): Stretch[] {
  if (text === lastText) return lastRead;
  lastRead = stretchesOf(text, sentences(text));
  lastText = text;
  return lastRead;
}

/** Matches of short texts, by meaning: the same instruction comes back with every case, sample and edit. */
const matched = new WeakMap<CompiledMeaning, Map<string, Match>>();
const longestKept = 1_000;
const mostKept = 1_000;

/** Looks for a meaning in a text: the stretch that states it most clearly decides. */
export function findMeaning(meaning: CompiledMeaning, text: string, mood: Mood): Match {
  if (text.length > longestKept) return clearest(meaning, text, mood);
  const kept = matched.get(meaning) ?? new Map<string, Match>();
  matched.set(meaning, kept);
  const key = `${mood} ${text}`;
  const found = kept.get(key) ?? clearest(meaning, text, mood);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  return found;
}

function clearest(meaning: CompiledMeaning, text: string, mood: Mood): Match {
  let found: Match = { verdict: 'no', score: -Infinity };
  const known = meaning.judged[mood];
  for (const { marks, at } of read(text)) {
    const judged = known.get(marks) ?? judge(meaning, marks, mood);
    known.set(marks, judged);
    const { verdict, score } = judged;
    if (score <= found.score) continue;
    found = { verdict, score, ...(verdict === 'no' ? {} : { span: { start: at + marks.start, end: at + marks.end } }) };
  }
  return found;
}
