import { describe, expect, it, onTestFinished } from 'vitest';
import { collect } from '../../../../tests/contracts/chat-model.ts';
import { startFaultServer } from '../../../../tests/support/fault-server.ts';
import { greeting, ScriptedServer } from '../../../../tests/support/scripted-server.ts';
import { oneKey, serverConnection } from '../../../../tests/support/server-connection.ts';
import { ServerConnector } from './server-connector.ts';

const surroundings = { fetch };
const server = new ScriptedServer();

describe('what is sent', () => {
  it('is what the person set, and nothing of the client or of the environment', async () => {
    process.env['OPENAI_ORG_ID'] = 'org-secret';
    process.env['OPENAI_API_KEY'] = 'sk-other';
    try {
      const { sent } = await server.asked({
        seed: 2 ** 32 - 1,
        parameters: { temperature: 0, topP: 0.5, maxTokens: 9, stop: ['\n'], reasoningEffort: 'low' },
      });
      expect(sent).toEqual([
        {
          model: 'any',
          messages: [{ role: 'user', content: 'Hi' }],
          stream: true,
          stream_options: { include_usage: true },
          temperature: 0,
          top_p: 0.5,
          max_tokens: 9,
          stop: ['\n'],
          reasoning_effort: 'low',
          seed: 2 ** 31 - 1,
        },
      ]);
      const { headers } = server.faults.requests.at(-1)!;
      expect(headers.authorization).toBeUndefined();
      expect(JSON.stringify(headers)).not.toMatch(/stainless|org-secret|sk-other/);
    } finally {
      delete process.env['OPENAI_ORG_ID'];
      delete process.env['OPENAI_API_KEY'];
    }
  });

  it('has another seed for each sample', async () => {
    const seeds = [];
    for (const sample of [0, 1, 2]) seeds.push((await server.asked({ seed: 3, sample })).sent[0]!['seed']);
    expect(seeds[0]).toBe(3);
    expect(new Set(seeds).size).toBe(3);
  });

  it('has the key, to the origin it was entered for alone', async () => {
    const connection = serverConnection(server.url, { keyed: true });
    const elsewhere = await startFaultServer();
    onTestFinished(() => elsewhere.close());
    const other = serverConnection(elsewhere.url, { keyed: true });
    const connector = new ServerConnector({ keys: oneKey('sk-mine', server.faults.origin), surroundings });
    await collect(connector.open(connection, 'any').stream(greeting));
    expect(server.faults.requests.at(-1)?.headers.authorization).toBe('Bearer sk-mine');
    expect((await collect(connector.open(other, 'any').stream(greeting))).at(-1)).toMatchObject({
      type: 'error',
      error: { kind: 'key-missing', retryable: false },
    });
    expect(elsewhere.requests).toEqual([]);
  });

  it('says when the key is locked away', async () => {
    const keys = { ...oneKey('sk-mine', server.faults.origin), state: 'locked' as const, keyFor: () => undefined };
    const model = new ServerConnector({ keys, surroundings }).open(
      serverConnection(server.url, { keyed: true }),
      'any',
    );
    expect((await collect(model.stream(greeting))).at(-1)).toMatchObject({ error: { kind: 'key-locked' } });
  });

  it('follows the preset', async () => {
    const parameters = { temperature: 1.5, maxTokens: 9 };
    const { sent, parts } = await server.asked({ parameters }, 'anthropic');
    expect(sent[0]).toMatchObject({ temperature: 1, max_tokens: 9 });
    expect(sent[0]).not.toHaveProperty('seed');
    expect(server.faults.requests.at(-1)?.headers).toMatchObject({
      'anthropic-dangerous-direct-browser-access': 'true',
    });
    expect(parts.filter(({ type }) => type === 'warning')).toEqual([
      { type: 'warning', setting: 'temperature', reason: 'clamped' },
      { type: 'warning', setting: 'seed', reason: 'ignored' },
    ]);
    expect((await server.asked({ parameters }, 'openai')).sent[0]).toMatchObject({ max_completion_tokens: 9 });
    expect((await server.asked({ parameters }, 'mistral')).sent[0]).toMatchObject({ random_seed: 0 });
  });
});
