import { describe, expect, it } from 'vitest';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { completeAs, jsonIn } from './complete-as.ts';

const request = (content: string, size: SimulatedSize = 'small', seed = 0) => ({
  messages: [{ role: 'user' as const, content }],
  parameters: {},
  size,
  seed,
  sample: 0,
  knowledge: [],
});

describe('answering in a format', () => {
  it('changes nothing for text', () => {
    const asked = request('Say something about ferries.');
    expect(completeAs({ type: 'text' })(asked)).toEqual(simulate(asked));
  });

  it('is an object whatever the prompt and the seed', () => {
    for (const content of ['Write a poem about the sea, as prose, without JSON.', 'Dis bonjour.', '']) {
      for (let seed = 0; seed < 8; seed++) {
        const value = JSON.parse(completeAs({ type: 'json_object' })(request(content, 'small', seed)).text) as unknown;
        expect(value !== null && typeof value === 'object' && !Array.isArray(value)).toBe(true);
      }
    }
  });

  it('puts prose where the schema wants a text', () => {
    const schema = {
      type: 'object',
      properties: { score: { type: 'number' }, reply: { type: 'string' } },
      required: ['score', 'reply'],
    };
    const value = JSON.parse(
      completeAs({ type: 'json_schema', schema })(request('Thank a guest for her visit.')).text,
    ) as object;
    expect(value).toMatchObject({ score: expect.any(Number) as number, reply: expect.any(String) as string });
  });

  it('is cut as any text is, and says so', () => {
    const asked = { ...request('List ferries.'), parameters: { maxTokens: 2 } };
    const { text, finishReason } = completeAs({ type: 'json_object' })(asked);
    expect(finishReason).toBe('length');
    expect(text.length).toBeLessThan(20);
  });
});

it.each([
  ['Here it is:\n```json\n{"a": [1]}\n```\nAnything else?', { a: [1] }],
  ['[1, 2]', [1, 2]],
  ['no braces', undefined],
  ['{ broken', undefined],
  ['a } before {', undefined],
])('finds the JSON in %j', (text, value) => expect(jsonIn(text)).toEqual(value));
