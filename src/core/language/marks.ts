import { acts } from './act.ts';
import { type Frame, type Parsed, parse } from './frame.ts';
import { englishOrFrench } from './function-words.ts';
import type { Language } from './language.ts';
import { lexicon } from './lexicon/lexicon.ts';
import { moodOf } from './mood.ts';
import { fold } from './normalise.ts';
import { words } from './segment.ts';
import type { Span } from './span.ts';
import { symbol } from './symbol.ts';

/** What a stretch of text does, apart from its topic; in the order of {@link Marks.ways}. */
export const ways = [...acts, 'directive', 'question', 'negated', 'sign', 'heap', 'condition', 'reported'] as const;
export type Way = (typeof ways)[number];

/** What a stretch of text shows of itself: all that meanings are told from one another by. */
export interface Marks extends Span {
  /** 24-bit hashes of its concepts with their sign, of what is broader, of stems, neighbours and small words. */
  symbols: readonly number[];
  /** One for each of {@link ways}. */
  ways: readonly boolean[];
  /** How many words or expressions with a topic it has. */
  terms: number;
  /** How much it sounds like a requirement (above 0) rather than a report (below 0). */
  mood: number;
}

/** Words with no topic that still tell: short ones, as they stand. */
const longestSmallWord = 4;

/** How much of a word that no lexicon has is looked at, so that forms and cognates fall together. */
const stemHead = 7;

/** A sentence taken apart, with what its stretches share. */
interface Sentence {
  parsed: Parsed;
  language: Language;
  mood: number;
  smallWords: readonly (Span & { symbol: number })[];
}

function marksOf(frames: readonly Frame[], sentences: readonly Sentence[], mood: number): Marks {
  const { concepts } = lexicon();
  const language = sentences[0]?.language ?? 'en';
  const symbols = new Set<number>();
  let terms = 0;
  for (const frame of frames) {
    let before = '';
    for (const term of frame.terms) {
      terms++;
      for (const { concept, sign } of term.senses) {
        const name = concept.startsWith('~') ? concept.slice(0, stemHead + 1) : concept;
        symbols.add(symbol('concept', sign, name));
        for (const broader of concepts.get(concept)?.broader ?? []) symbols.add(symbol('broader', sign, broader));
      }
      symbols.add(symbol('stem', language, term.stem));
      const [first] = term.senses;
      const here = first ? `${first.sign}${first.concept}` : '';
      if (before !== '') symbols.add(symbol('pair', before, here));
      before = here;
    }
  }
  const start = frames[0]?.start ?? sentences[0]?.parsed.start ?? 0;
  const end = frames.at(-1)?.end ?? sentences.at(-1)?.parsed.end ?? 0;
  for (const { smallWords } of sentences) {
    for (const word of smallWords) if (word.start >= start && word.end <= end) symbols.add(word.symbol);
  }
  const main = new Set(frames.filter((frame) => frame.mode === 'main').flatMap((frame) => [...frame.acts]));
  const parsed = sentences.map((sentence) => sentence.parsed);
  return {
    start,
    end,
    symbols: [...symbols],
    ways: [
      ...acts.map((act) => main.has(act)),
      frames.some((frame) => frame.directive),
      parsed.some((sentence) => sentence.question),
      frames.some((frame) => frame.negated),
      parsed.some((sentence) => sentence.sign),
      parsed.some((sentence) => sentence.heap),
      frames.some((frame) => frame.mode === 'condition'),
      frames.some((frame) => frame.mode === 'reported'),
    ],
    terms,
    mood,
  };
}

function take(spans: readonly (Span & { text: string })[], text: string, language?: Language): Sentence[] {
  const whole = language ?? englishOrFrench(text).language;
  return spans.map((sentence) => {
    const own = language ? undefined : englishOrFrench(sentence.text);
    const spoken = own && own.confidence > 0.3 ? own.language : whole;
    return {
      parsed: parse(sentence.text, spoken, sentence.start),
      language: spoken,
      mood: moodOf(sentence.text, spoken),
      smallWords: words(sentence.text).flatMap((word) => {
        const small = fold(word.text);
        if (small.length > longestSmallWord) return [];
        const [start, end] = [sentence.start + word.start, sentence.start + word.end];
        return [{ start, end, symbol: symbol('small', spoken, small) }];
      }),
    };
  });
}

/** The clauses of a sentence, and each with its neighbour. */
function clausesOf(sentence: Sentence): Marks[] {
  const { frames } = sentence.parsed;
  if (frames.length < 2) return [];
  return frames.flatMap((frame, i) => {
    const next = frames[i + 1];
    return [
      ...(frame.mode === 'condition' ? [] : [marksOf([frame], [sentence], sentence.mood)]),
      ...(next && frames.length > 2 ? [marksOf([frame, next], [sentence], sentence.mood)] : []),
    ];
  });
}

const together = (sentences: readonly Sentence[]): Marks =>
  marksOf(
    sentences.flatMap(({ parsed }) => parsed.frames),
    sentences,
    sentences.reduce((sum, { mood }) => sum + mood, 0) / Math.max(1, sentences.length),
  );

const topical = (marks: Marks) => marks.terms > 0;

/** The stretches of a text that may state a meaning: each sentence, its clauses, and sentences two by two. */
export function stretchesOf(text: string, spans: readonly (Span & { text: string })[], language?: Language): Marks[] {
  const taken = take(spans, text, language);
  return taken
    .flatMap((sentence, i) => {
      const next = taken[i + 1];
      return [together([sentence]), ...clausesOf(sentence), ...(next ? [together([sentence, next])] : [])];
    })
    .filter(topical);
}

/** A text as one stretch, as examples are learnt from. */
export const wholeOf = (text: string, spans: readonly (Span & { text: string })[], language?: Language): Marks =>
  together(take(spans, text, language));
