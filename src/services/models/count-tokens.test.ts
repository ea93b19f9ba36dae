import { describe, expect, it } from 'vitest';
import type { Message } from '#core/prompts/prompt.ts';
import { ModelTokenCounter } from './count-tokens.ts';
import { countWith } from './encodings.ts';
import { countMessageTokens } from './simulated/tokens.ts';

const counter = new ModelTokenCounter({ countWith });
const said = (content: string): Message[] => [{ role: 'user', content }];

describe('counting with a published vocabulary', () => {
  // counts as given in the documentation of tiktoken, and by it
  it.each([
    ['cl100k_base', 'tiktoken is great!', 6],
    ['cl100k_base', 'antidisestablishmentarianism', 6],
    ['cl100k_base', '2 + 2 = 4', 7],
    ['cl100k_base', 'お誕生日おめでとう', 9],
    ['o200k_base', 'お誕生日おめでとう', 8],
    ['o200k_base', '', 0],
  ] as const)('%s: %s', async (encoding, text, tokens) => {
    expect(await countWith(encoding, [text])).toEqual([tokens]);
  });

  it('takes for text what looks like a control token', async () => {
    const [tokens] = await countWith('cl100k_base', ['<|endoftext|>']);
    expect(tokens).toBeGreaterThan(1);
  });
});

describe('counting a request', () => {
  it('is exact where the vocabulary is known, what surrounds the messages included', async () => {
    // OpenAI's cookbook: 3 around each message, 1 for the role, 3 before the answer
    expect(await counter.count('mine/gpt-4', [said('tiktoken is great!')])).toEqual([{ tokens: 13, exact: true }]);
  });

  it('is an estimate, and says so, where it is not', async () => {
    const messages = said('How many tokens is this?');
    for (const model of ['mine/claude-sonnet', 'simulated-medium'])
      expect(await counter.count(model, [messages])).toEqual([{ tokens: countMessageTokens(messages), exact: false }]);
  });

  it('asks the model in memory for its own', async () => {
    const countLocally = (connection: string, requests: readonly unknown[]) =>
      Promise.resolve(connection === 'file' ? requests.map(() => 7) : undefined);
    const local = new ModelTokenCounter({ countWith, countLocally });
    expect(await local.count('file/tiny', [said('a'), said('b')])).toEqual([
      { tokens: 7, exact: true },
      { tokens: 7, exact: true },
    ]);
    expect(await local.count('other/tiny', [said('a')])).toMatchObject([{ exact: false }]);
  });

  it('falls back to an estimate when the vocabulary did not arrive', async () => {
    const broken = new ModelTokenCounter({ countWith: () => Promise.reject(new Error('offline')) });
    expect(await broken.count('mine/gpt-4o', [said('a')])).toMatchObject([{ exact: false }]);
  });
});
