import { bounded } from '#core/language/bounded.ts';
import { fold, squash } from '#core/language/normalise.ts';
import type { Message } from '#core/prompts/prompt.ts';
import { remember } from '../remember.ts';

/** Tells whether a passage stands in the prompt, white space, case and typography aside. */
export type Stands = (anchors: string | readonly string[] | undefined) => boolean;

/** Quote marks and bullets may have been put at the start of each line of pasted data. */
const withoutLineMarks = (text: string) => text.replace(/^[ \t]*(?:[>|*]+[ \t]*)+/gm, '');
const even = (text: string) => squash(fold(withoutLineMarks(text))).trim();

const evenAnchor = bounded(2_000, even);

/** The prompt made even, and what was looked for in it. */
const promptOf = remember((messages: readonly Message[], how: typeof even) => ({
  text: how(messages.map((message) => message.content).join('\n')),
  found: new Map<string, boolean>(),
}));

export function standsIn(messages: readonly Message[]): Stands {
  const { text, found } = promptOf(messages, even);
  const stands = (anchor: string) => {
    const known = found.get(anchor) ?? text.includes(evenAnchor(anchor));
    found.set(anchor, known);
    return known;
  };
  return (anchors) => anchors === undefined || (typeof anchors === 'string' ? stands(anchors) : anchors.every(stands));
}
