import { describe, expect, it } from 'vitest';
import type { StreamPart } from '#core/models/chat-model.ts';
import { collect, textOf } from '../../../../tests/contracts/chat-model.ts';
import { delta, event } from '../../../../tests/support/fault-server.ts';
import { events, greeting, ScriptedServer } from '../../../../tests/support/scripted-server.ts';

const server = new ScriptedServer();
const says = (parts: readonly StreamPart[], type: 'text-delta' | 'reasoning-delta') =>
  parts.map((part) => (part.type === type ? part.text : '')).join('');

describe('reasoning', () => {
  const end = delta({}, 'stop') + event('[DONE]');
  it.each<[string, string[]]>([
    [
      'DeepSeek',
      [delta({ reasoning_content: 'Let me ' }), delta({ reasoning_content: 'see.' }), delta({ content: 'Yes.' })],
    ],
    ['OpenRouter', [delta({ reasoning: 'Let me see.', content: '' }), delta({ content: 'Yes.' })]],
    [
      'both names for the same',
      [delta({ reasoning: 'Let me see.', reasoning_content: 'Let me see.' }), delta({ content: 'Yes.' })],
    ],
    [
      'tags',
      [delta({ content: '<thi' }), delta({ content: 'nk>Let me see.</think>\n' }), delta({ content: '\nYes.' })],
    ],
    [
      'Mistral',
      [
        delta({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Let me see.' }] }] }),
        delta({ content: [{ type: 'text', text: 'Yes.' }] }),
      ],
    ],
  ])('comes apart from the answer (%s)', async (_, list) => {
    const { parts } = await server.does(events(...list, end)).asked();
    expect([says(parts, 'reasoning-delta'), says(parts, 'text-delta')]).toEqual(['Let me see.', 'Yes.']);
  });

  it('is counted', async () => {
    const usage = {
      prompt_tokens: 5,
      completion_tokens: 90,
      completion_tokens_details: { reasoning_tokens: 80 },
    };
    const { parts } = await server
      .does(events(delta({ content: 'Yes' }, 'stop'), event({ choices: [], usage })))
      .asked();
    expect(parts.at(-1)).toMatchObject({
      usage: { inputTokens: 5, outputTokens: 90, reasoningTokens: 80, estimated: false },
    });
  });
});

describe('odd but healthy streams', () => {
  it.each(['whole', 'wrong type of a good stream', 'keep alive', 'slow drip', 'usage missing'])('%s', async (name) => {
    const parts = await collect(server.model(name).stream(greeting));
    expect(textOf(parts)).toBe('Hello there');
    expect(parts.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
  });

  it.each([
    ['length', 'length'],
    ['content_filter', 'content-filter'],
    ['tool_calls', 'unknown'],
  ])('a reason to finish: %s', async (given, reason) => {
    const { parts } = await server.does(events(delta({ content: 'Hel' }, given))).asked();
    expect(parts.at(-1)).toMatchObject({ type: 'finish', reason });
  });

  it('nonsense of all kinds is passed over', async () => {
    const odd = [null, 1, [], {}, { choices: null }, { choices: [null] }, { choices: [{ delta: { content: 3 } }] }];
    const { parts } = await server
      .does(events(...odd.map(event), delta({ content: 'Yes' }, 'stop'), event({ usage: 'much' })))
      .asked();
    expect(textOf(parts)).toBe('Yes');
    expect(parts.at(-1)).toMatchObject({ type: 'finish', usage: { estimated: true } });
  });
});
