import { sentences } from '#core/language/segment.ts';
import { plainWords } from './shingles.ts';

const mostRead = 30_000;

/** The sentences of a text that carry most of its words, in the order of the text. */
export function keySentences(text: string, most: number): string[] {
  const read = text.length <= mostRead ? text : `${text.slice(0, mostRead / 2)}\n${text.slice(-mostRead / 2)}`;
  const all = sentences(read)
    .map((one) => one.text.replace(/\s+/g, ' ').trim())
    .filter((one) => one.length > 15 && one.length < 400);
  if (all.length <= most) return all;
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
  const chosen = scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index);
  return chosen.sort((a, b) => a - b).map((index) => all[index]!);
}

const asking = new Set(
  'who what when where which how many much long does did the was were and qui que quoi quand quel quelle combien est les des une'.split(
    ' ',
  ),
);

/** The sentence of a text that shares most words with a question; undefined when none shares any. */
export function bestSentence(text: string, question: string): string | undefined {
  const stem = (word: string) => word.slice(0, 5);
  const wanted = new Set(
    plainWords(question)
      .filter((word) => word.length > 2 && !asking.has(word))
      .map(stem),
  );
  let best: { text: string; score: number } | undefined;
  for (const one of sentences(text.slice(0, mostRead))) {
    const own = new Set(plainWords(one.text).map(stem));
    const score = [...wanted].filter((word) => own.has(word)).length;
    if (score > 0 && (!best || score > best.score)) best = { text: one.text.replace(/\s+/g, ' ').trim(), score };
  }
  return best?.text;
}
