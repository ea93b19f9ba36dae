import type { Message } from '#core/prompts/prompt.ts';

/** Tokens of one request; `exact` when they were counted as the model counts them. */
export interface TokenCount {
  tokens: number;
  exact: boolean;
}

/** The port for counting before anything is asked. Never rejects: what cannot be counted is estimated. */
export interface TokenCounter {
  /** Counts whole requests, for the model of this id, in their order. */
  count(model: string, requests: readonly (readonly Message[])[]): Promise<TokenCount[]>;
}

/** Vocabularies that are published, and that we have. */
export type TokenEncoding = 'o200k_base' | 'cl100k_base';

const encodings: readonly [RegExp, TokenEncoding][] = [
  [/^(?:chatgpt-4o|gpt-4o|gpt-4\.[15]|gpt-5|gpt-oss|o[134](?![a-z0-9]))/, 'o200k_base'],
  [/^(?:gpt-4|gpt-3\.5|gpt-35)(?![0-9.])/, 'cl100k_base'],
];

/**
 * The vocabulary of a model by its name, as its maker published it; `undefined` for all others. Routers put the maker
 * before the name: `openai/gpt-4o`.
 */
export function encodingOf(model: string): TokenEncoding | undefined {
  const name = model.toLowerCase().split('/').at(-1)!;
  return encodings.find(([pattern]) => pattern.test(name))?.[1];
}

/** What is added to each message and to the whole, as OpenAI documents it for its chat models. */
const aroundMessage = 3;
const beforeAnswer = 3;

/** Tokens of a conversation, given those of its texts and of the names of its roles. */
export function conversationTokens(messages: readonly Message[], countOf: (text: string) => number): number {
  return messages.reduce(
    (sum, { role, content }) => sum + aroundMessage + countOf(role) + countOf(content),
    beforeAnswer,
  );
}
