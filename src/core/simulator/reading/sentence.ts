import type { Parsed } from '#core/language/frame.ts';
import type { Language } from '#core/language/language.ts';
import { plain } from './plain.ts';
import type { Instruction, KeySpec, Request } from './reading.ts';

/** A sentence of the instructions, ready for the rules. */
export interface Sentence {
  text: string;
  /** The text without case and accents, place for place (see `plain`). */
  low: string;
  /** The plain text with blanks for what stands in quotation marks. */
  bare: string;
  quoted: readonly { text: string; start: number; end: number }[];
  /** Where it begins in its message. */
  start: number;
  message: number;
  language: Language;
  parsed: Parsed;
  source: 'system' | 'user' | 'example' | 'data';
}

/** What a rule found in a sentence; places are within the sentence. */
export interface Found {
  request: Request;
  polarity?: 1 | -1;
  start: number;
  end: number;
}

/** What the rules may know of the rest of the prompt. */
export interface Surroundings {
  readonly keys: readonly KeySpec[];
  /** The whole message. */
  readonly text: string;
  /** The sentence and what stands behind it in its line. */
  readonly line: string;
  /** Instructions read so far in this prompt. */
  readonly earlier: readonly Instruction[];
  /** The sentence before, and the one after. */
  readonly previous?: Sentence | undefined;
  readonly next?: Sentence | undefined;
  /** Where quoted texts begin that an earlier rule has found a use for. */
  readonly claimed: Set<number>;
}

export type Rule = (sentence: Sentence, surroundings: Surroundings) => Found[];

/** Whether the words at a place stand in a clause that is negated. */
export function negatedAt(sentence: Sentence, at: number): boolean {
  const place = sentence.parsed.start + at;
  const frame = sentence.parsed.frames.find((one) => place >= one.start && place < one.end);
  return frame?.negated ?? false;
}

/** Texts in quotation marks or backticks, with their places. */
export function quotesIn(text: string): { text: string; start: number; end: number }[] {
  const found: { text: string; start: number; end: number }[] = [];
  if (!/["“«`']/.test(text)) return found;
  for (const match of text.matchAll(
    /"([^"\n]{0,300})"|“([^”\n]{0,300})”|«\s?([^»\n]{0,300}?)\s?»|`([^`\n]{1,300})`|(?<![\p{L}\p{N}])['‘]([^'’\n]{1,120}(?:['’](?=\p{L})[^'’\n]{1,60}){0,3})['’](?![\p{L}\p{N}])/gu,
  )) {
    const said = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
    found.push({ text: said.trim(), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** A sentence with all that the rules look at. */
export function sentenceOf(text: string, at: Omit<Sentence, 'text' | 'low' | 'bare' | 'quoted'>): Sentence {
  const known = spellings.get(at.parsed) ?? spellingsOf(text);
  spellings.set(at.parsed, known);
  return { ...at, text, ...known };
}

type Spellings = Pick<Sentence, 'low' | 'bare' | 'quoted'>;

/** The same text taken apart in the same language is the same object (see `parse`), which what is known hangs on. */
const spellings = new WeakMap<Parsed, Spellings>();

function spellingsOf(text: string): Spellings {
  const low = plain(text);
  const quoted = quotesIn(text);
  let bare = low;
  for (const { start, end } of quoted)
    bare = `${bare.slice(0, start + 1)}${'_'.repeat(end - start - 2)}${bare.slice(end - 1)}`;
  return { low, bare, quoted };
}

/** Remembers what was found in a sentence by itself: the same ones come back with every case and every attempt. */
export function perSentence<Result>(work: (sentence: Sentence) => Result): (sentence: Sentence) => Result {
  const known = new WeakMap<Parsed, { result: Result }>();
  return (sentence) => {
    const found = known.get(sentence.parsed) ?? { result: work(sentence) };
    known.set(sentence.parsed, found);
    return found.result;
  };
}

/** Items of "a, b and c", "a | b", "a/b", quotation marks and articles taken off. */
export function itemsOf(text: string): string[] {
  return text
    .split(/\s*(?:[,;|]|\s\/\s|\n|(?<=\w)\/(?=\w))\s*|\s+(?:and|or|et|ou)\s+/i)
    .map((item) =>
      item
        .replace(/^(?:and|or|et|ou|either|soit|the|a|an)\s+/i, '')
        .replace(/^[\s"'“”«»`*•-]+|[\s"'“”«»`*.:;-]+$/g, '')
        .trim(),
    )
    .filter((item) => item !== '');
}
