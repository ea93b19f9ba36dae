import type { Prompt } from '#core/prompts/prompt.ts';
import { stepPrompts } from '#core/prompts/steps.ts';

/** In one glance, how a prompt differs from the one before it. */
export type WhatChanged =
  | { kind: 'first' | 'same' | 'parameters' }
  /** `text` is the beginning of what came in, or went. */
  | { kind: 'added' | 'removed'; text: string };

const mostWords = 9;

/** Names the first change between two prompts: what was added, else what was taken out, else the parameters. */
export function whatChanged(prompt: Prompt, previous: Prompt | undefined): WhatChanged {
  if (!previous) return { kind: 'first' };
  const before = wordsOf(previous);
  const after = wordsOf(prompt);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (end < shorter && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;

  const added = after.slice(start, after.length - end);
  if (added.length) return { kind: 'added', text: beginning(added) };
  const removed = before.slice(start, before.length - end);
  if (removed.length) return { kind: 'removed', text: beginning(removed) };
  return { kind: JSON.stringify(prompt.parameters) === JSON.stringify(previous.parameters) ? 'same' : 'parameters' };
}

function wordsOf(prompt: Prompt): string[] {
  return stepPrompts(prompt)
    .flatMap(({ system, turns, user }) => [system, ...turns.map(({ content }) => content), user])
    .join('\n')
    .split(/\s+/)
    .filter(Boolean);
}

function beginning(words: string[]): string {
  return words.length > mostWords ? `${words.slice(0, mostWords).join(' ')}…` : words.join(' ');
}
