import {
  countCharacters,
  countItems,
  countLines,
  countParagraphs,
  countSentences,
  countWords,
} from '#core/language/measure.ts';
import { bounded } from '#core/language/bounded.ts';
import type { Unit } from '../reading/reading.ts';

/** A length that a text must have. */
export interface Limit {
  unit: Unit;
  min?: number;
  max?: number;
  /** The part of the answer it holds for; the whole when absent. */
  part?: string;
  /** Decision that it comes from. */
  because: string;
}

/** How each unit is measured; checks measure alike. */
export const measures: Readonly<Record<Unit, (text: string) => number>> = {
  word: countWords,
  sentence: countSentences,
  paragraph: countParagraphs,
  line: countLines,
  item: countItems,
  character: countCharacters,
  section: countParagraphs,
};

/** The same for what comes from a bank of sentences and is measured again at every step. */
export const measuredOnce: Readonly<Record<Unit, (text: string) => number>> = {
  ...measures,
  word: bounded(2_000, countWords),
  sentence: bounded(2_000, countSentences),
};
