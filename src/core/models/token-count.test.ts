import { expect, it } from 'vitest';
import { encodingOf } from './token-count.ts';

it.each([
  ['gpt-4o-mini', 'o200k_base'],
  ['openai/gpt-4o', 'o200k_base'],
  ['gpt-4.1-nano-2025-04-14', 'o200k_base'],
  ['GPT-5', 'o200k_base'],
  ['openai/gpt-oss-20b', 'o200k_base'],
  ['o1', 'o200k_base'],
  ['o3-mini', 'o200k_base'],
  ['gpt-4-turbo', 'cl100k_base'],
  ['gpt-4', 'cl100k_base'],
  ['gpt-3.5-turbo-0125', 'cl100k_base'],
  ['gpt-35-turbo', 'cl100k_base'],
  ['gpt-2', undefined],
  ['o1x', undefined],
  ['olmo-2', undefined],
  ['claude-sonnet-4-5', undefined],
  ['mistral-small-latest', undefined],
  ['meta-llama/llama-3.1-8b-instruct', undefined],
  ['', undefined],
])('%s counts with %s', (model, encoding) => {
  expect(encodingOf(model)).toBe(encoding);
});
