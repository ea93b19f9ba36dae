import { symbol } from './symbol.ts';
import type { Language } from './language.ts';
import { fold } from './normalise.ts';
import { moodBias, moodTable, smallWords } from './mood-weights.ts';
import { readTable } from './table.ts';

const small = new Set(smallWords.split(' '));
const token = /[a-z0-9]+'?|[^\sa-z0-9]/g;

/** What a sentence sounds like: its first words, its small words with their neighbours' endings, how words end. */
export function soundOf(text: string, language: Language, common: ReadonlySet<string> = small): number[] {
  const tokens = fold(text).match(token) ?? [];
  const found = new Set<number>();
  const grammatical = (word: string) => common.has(word) || /[^a-z0-9]/.test(word);
  tokens.slice(0, 2).forEach((word, i) => found.add(symbol('first', i, word)));
  tokens.forEach((word, i) => {
    if (grammatical(word)) {
      found.add(symbol('word', word));
      if (i > 0) found.add(symbol('before', tokens[i - 1]?.slice(-3) ?? '', word));
      found.add(symbol('after', word, tokens[i + 1]?.slice(-3) ?? ''));
    } else {
      found.add(symbol('ending', language, word.slice(-3)));
      found.add(symbol('ending', language, word.slice(-2)));
    }
    if (/^\d/.test(word)) found.add(symbol('number'));
  });
  found.add(symbol('length', Math.min(6, Math.floor(tokens.length / 5))));
  return [...found];
}

const table = readTable(moodTable, 1);
const strongest = 3;

/**
 * Whether a sentence asks for something or lays down a rule (above 0), or tells what is so (below 0); −3 to 3. Learnt
 * from the needs' wordings against the data and the statements of the exercises: `candor learn --judgement`.
 */
export function moodOf(text: string, language: Language): number {
  return moodBy(soundOf(text, language), table, moodBias);
}

/** The mood of a sound by given weights. */
export function moodBy(
  sound: readonly number[],
  weights: ReadonlyMap<number, readonly number[]>,
  bias: number,
): number {
  let sum = 0;
  let known = 0;
  for (const one of sound) {
    const weight = weights.get(one);
    if (!weight) continue;
    known++;
    sum += weight[0] ?? 0;
  }
  const mood = bias + sum / Math.sqrt(known || 1);
  return Math.max(-strongest, Math.min(strongest, mood));
}
