import { fold, squash } from '#core/language/normalise.ts';
import type { Message } from '#core/prompts/prompt.ts';
import { remember } from '../remember.ts';

/** Tells whether a passage stands in the prompt, white space, case and typography aside. */
export type Stands = (anchors: string | readonly string[] | undefined) => boolean;

/** Quote marks and bullets may have been put at the start of each line of pasted data. */
const withoutLineMarks = (text: string) => text.replace(/^[ \t]*(?:[>|*]+[ \t]*)+/gm, '');
const even = (text: string) => squash(fold(withoutLineMarks(text))).trim();

const promptOf = remember((messages: readonly Message[], how: typeof even) =>
  how(messages.map((message) => message.content).join('\n')),
);

export function standsIn(messages: readonly Message[]): Stands {
  const prompt = promptOf(messages, even);
  return (anchors) => {
    if (anchors === undefined) return true;
    return (typeof anchors === 'string' ? [anchors] : anchors).every((anchor) => prompt.includes(even(anchor)));
  };
}
