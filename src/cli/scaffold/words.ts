import { gap } from '#core/exercises/gaps.ts';
import type { Profession } from '#core/exercises/vocabulary.ts';

/** What a scaffold is made for. */
export interface Wanted<Kind extends string = string> {
  id: string;
  profession: Profession;
  kind: Kind;
}

/** Files by their name below the exercise's folder. */
export type Scaffold = Record<string, string>;

/** A text of these lines; lists of lines stand among the lines. */
export const lines = (...parts: (string | string[])[]) => `${parts.flat().join('\n')}\n`;

/** Asks for words in a language. */
export type Say = (asks: string) => string;

/** An entry for each of some ids, each asked for. */
export const entries = (say: Say, ids: readonly string[], asks: (id: string) => string) =>
  ids.map((id) => `- ${id}: ${say(asks(id))}`);

/** What is asked for in the word file of one kind. */
interface WordsAsked {
  brief: string;
  cases: readonly string[];
  /** The sections that only this kind has, between its cases and its hints. */
  own: (say: Say) => string[];
  debrief: string;
  fairness: string;
}

/** The word file of a new exercise. */
export function wordsFile(language: string, { brief, cases, own, debrief, fairness }: WordsAsked): string {
  const say = (asks: string) => gap(`in ${language}: ${asks}`);
  return lines(
    '---',
    `title: ${say('a title of two to five words')}`,
    `summary: ${say('one line for the catalogue')}`,
    '---',
    '## brief',
    say(brief),
    '## cases',
    entries(say, cases, (id) => `a name for ${id} that gives nothing away`),
    own(say),
    '## hints',
    ['a question before an answer', 'a second one, nearer', 'a third one'].map(
      (asks, index) => `${index + 1}. ${say(asks)}`,
    ),
    '## debrief',
    say(debrief),
    '## fairness',
    say(fairness),
  );
}
