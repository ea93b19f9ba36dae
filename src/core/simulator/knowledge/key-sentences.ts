import { sentences } from '#core/language/segment.ts';
import { plainWords } from './shingles.ts';

const mostRead = 30_000;

/** The sentences of a text that carry most of its words, in the order of the text; `rank` 0 carries most. */
export function keySentences(text: string, most: number): { text: string; rank: number }[] {
  const read = text.length <= mostRead ? text : `${text.slice(0, mostRead / 2)}\n${text.slice(-mostRead / 2)}`;
  const all = sentences(read)
    .map((one) => one.text.replace(/\s+/g, ' ').trim())
    .filter((one) => one.length > 15 && one.length < 400);
  const counts = new Map<string, number>();
  const wordsOf = all.map((one) => plainWords(one).filter((word) => word.length > 3));
  for (const words of wordsOf) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scored = wordsOf.map((words, index) => ({
    index,
    score:
      words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.sqrt(words.length + 1) +
      (index === 0 ? 2 : 0) +
      (/\d/.test(all[index] ?? '') ? 1 : 0),
  }));
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, most)
    .map(({ index }, rank) => ({ index, rank }))
    .sort((a, b) => a.index - b.index)
    .map(({ index, rank }) => ({ text: all[index]!, rank }));
}

const asking = new Set(
  'who what when where which how many much long does did the was were and qui que quoi quand quel quelle combien est les des une'.split(
    ' ',
  ),
);

/** What a question is after, where the answer looks like it rather than says the word. */
const shapes: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:prices?|costs?|amounts?|how much|prix|montants?|couts?|combien)\b/,
    /[€$£]|\d\s?(?:euros?|dollars?|pounds?|eur|usd)\b/i,
  ],
  [
    /\b(?:when|dates?|deadlines?|quand|echeances?)\b/,
    /\b\d{1,2}(?:[:h/.]\d{0,2}| \p{L}{3,9})|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\b20\d\d\b/iu,
  ],
];

/** The sentence of a text that shares most words with a question; undefined when none shares any. */
export function bestSentence(text: string, question: string, low = ''): string | undefined {
  const stem = (word: string) => word.slice(0, 5);
  const wanted = new Set(
    plainWords(question)
      .filter((word) => word.length > 2 && !asking.has(word))
      .map(stem),
  );
  const shape = shapes.find(([asked]) => asked.test(low))?.[1];
  let best: { text: string; score: number } | undefined;
  for (const one of sentences(text.slice(0, mostRead))) {
    const own = new Set(plainWords(one.text).map(stem));
    const shared = [...wanted].filter((word) => own.has(word)).length;
    const score = shared * 2 + (shape?.test(one.text) === true ? 1 : 0);
    if (score > 0 && (!best || score > best.score)) best = { text: one.text.replace(/\s+/g, ' ').trim(), score };
  }
  return best?.text;
}
