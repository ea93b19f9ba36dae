import { acts } from './act.ts';
import { bounded } from './bounded.ts';
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

/**
 * What a stretch of text shows of itself: all that meanings are told from one another by. Its place is within the
 * sentence it begins in.
 */
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

/** Sentences taken apart: the same ones come back in every case, sample and output. */
const takenApart = bounded(2_000, (key): Sentence => {
  const language = key.slice(0, 2) as Language;
  const text = key.slice(2);
  return {
    parsed: parse(text, language),
    language,
    mood: moodOf(text, language),
    smallWords: words(text).flatMap(({ text: word, start, end }) => {
      const small = fold(word);
      return small.length > longestSmallWord ? [] : [{ start, end, symbol: symbol('small', language, small) }];
    }),
  };
});

function take(spans: readonly (Span & { text: string })[], text: string, language?: Language): Sentence[] {
  const whole = language ?? englishOrFrench(text).language;
  return spans.map((sentence) => {
    const own = language ? undefined : englishOrFrench(sentence.text);
    const spoken = own && own.confidence > 0.3 ? own.language : whole;
    return takenApart(`${spoken}${sentence.text}`);
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

/** A sentence as it stands so many characters further on. */
function moved(sentence: Sentence, by: number): Sentence {
  const move = <T extends Span>(one: T): T => ({ ...one, start: one.start + by, end: one.end + by });
  return {
    ...sentence,
    parsed: { ...move(sentence.parsed), frames: sentence.parsed.frames.map(move) },
    smallWords: sentence.smallWords.map(move),
  };
}

const ofSentence = new WeakMap<Sentence, Marks[]>();
const ofPair = new WeakMap<Sentence, WeakMap<Sentence, { apart: number; marks: Marks }>>();

/** The sentence as a whole, and its clauses. */
function marksAlone(sentence: Sentence): Marks[] {
  const known = ofSentence.get(sentence) ?? [together([sentence]), ...clausesOf(sentence)].filter(topical);
  ofSentence.set(sentence, known);
  return known;
}

function marksWithNext(sentence: Sentence, next: Sentence, apart: number): Marks {
  const pairs = ofPair.get(sentence) ?? new WeakMap<Sentence, { apart: number; marks: Marks }>();
  ofPair.set(sentence, pairs);
  const known = pairs.get(next);
  if (known?.apart === apart) return known.marks;
  const marks = together([sentence, moved(next, apart)]);
  pairs.set(next, { apart, marks });
  return marks;
}

const topical = (marks: Marks) => marks.terms > 0;

/** A stretch of a text, and where the sentence begins that its marks count from. */
export interface Stretch {
  marks: Marks;
  at: number;
}

/** The stretches of a text that may state a meaning: each sentence, its clauses, and sentences two by two. */
export function stretchesOf(text: string, spans: readonly (Span & { text: string })[], language?: Language): Stretch[] {
  const taken = take(spans, text, language);
  const found: Stretch[] = [];
  taken.forEach((sentence, i) => {
    const at = spans[i]?.start ?? 0;
    for (const marks of marksAlone(sentence)) found.push({ marks, at });
    const next = taken[i + 1];
    if (!next) return;
    const marks = marksWithNext(sentence, next, (spans[i + 1]?.start ?? 0) - at);
    if (topical(marks)) found.push({ marks, at });
  });
  return found;
}

/** A text as one stretch, as examples are learnt from. */
export const wholeOf = (text: string, spans: readonly (Span & { text: string })[], language?: Language): Marks =>
  together(take(spans, text, language).map((sentence, i) => moved(sentence, spans[i]?.start ?? 0)));
