import { getEventListeners } from 'node:events';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChatRequest } from '#core/models/chat-model.ts';
import type { ServerConnection } from '#core/models/connection.ts';
import type { Parameters } from '#core/prompts/prompt.ts';
import { chatModelContract, collect, textOf } from '../../../../tests/contracts/chat-model.ts';
import { serveCandor, type CandorServer } from '../../../../tests/support/candor-server.ts';
import {
  delta,
  event,
  startFaultServer,
  type Fault,
  type FaultServer,
} from '../../../../tests/support/fault-server.ts';
import { CountedTimers, noKeys, oneKey, serverConnection } from '../../../../tests/support/server-connection.ts';
import { ModelQueues } from '../queue/queues.ts';
import { ServerConnector } from './server-connector.ts';

const surroundings = { fetch };

/** What the server does with requests for a model that is no fault's name: one after the other, then well. */
let script: (Fault | string)[] = [];
let server: FaultServer;
let candor: CandorServer;
const mock = new LLMock({ port: 0, logLevel: 'silent' });
const bread = Array.from({ length: 12 }, (_, at) => `Bread is good, ${at}.`).join(' ');
beforeAll(async () => {
  server = await startFaultServer((asked) => (asked.body['model'] === 'any' ? script.shift() : undefined));
  candor = await serveCandor('--exercises', 'tests/fixtures/exercises');
  // It knows no limit of tokens by itself.
  mock.onMessage(/bread/, ({ max_tokens: most }) =>
    most ? { content: bread.slice(0, 3 * most), finishReason: 'length' } : { content: bread },
  );
  await mock.start();
}, 60_000);
afterEach(() => void (script = []));
afterAll(async () => {
  await Promise.all([server.close(), candor.stop(), mock.stop()]);
});

const open = (url: string, model: string, more: Partial<ServerConnection> = {}) =>
  new ServerConnector({ keys: noKeys, surroundings }).open(serverConnection(url, more), model);

async function silent(when: 'before' | 'after') {
  const timers = new CountedTimers();
  const arrived = server.arrived(server.requests.length + 1);
  const connector = new ServerConnector({ keys: noKeys, surroundings, timers });
  const model = connector.open(serverConnection(server.url), when === 'before' ? 'silent' : 'stall');
  return { model, reached: arrived, timers: () => timers.count };
}

/** Says a text in pieces that cut characters in half, and sends it byte by byte. */
const bytewise =
  (text: string): Fault =>
  async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const pieces = text.match(/[^]{1,3}/g)!.map((content) => delta({ content }));
    for (const byte of Buffer.from(`${pieces.join('')}${delta({}, 'stop')}${event('[DONE]')}`)) {
      response.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  };

chatModelContract('a model behind candor serve', {
  make: () => open(candor.url, 'simulated-medium'),
  makeFailing: () => open(candor.url, 'simulated-medium+500'),
  repeatable: true,
  reportsUsage: true,
  makeSilent: silent,
  makeSaying(text) {
    script = [bytewise(text)];
    return open(server.url, 'any');
  },
});

chatModelContract('a model behind a mock server kept by others', {
  make: () => open(`${mock.url}/v1`, 'gpt-4o'),
  makeFailing() {
    mock.nextRequestError(503, { message: 'Overloaded' });
    return open(`${mock.url}/v1`, 'gpt-4o');
  },
  reportsUsage: true,
});

chatModelContract('a model behind a server that ignores settings', {
  make: () => open(candor.url, 'simulated-medium', { preset: 'anthropic' }),
  ignores: { reasoningEffort: 'low', temperature: 2 },
});

const request: ChatRequest = { messages: [{ role: 'user', content: 'Hi' }], parameters: {}, sample: 0, seed: 0 };
const events =
  (...list: string[]): Fault =>
  (response) =>
    void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(list.join(''));
const ask = async (steps: (Fault | string)[], more: Partial<ChatRequest> = {}, preset = 'other') => {
  script = steps;
  const before = server.requests.length;
  const parts = await collect(open(server.url, 'any', { preset }).stream({ ...request, ...more }));
  return { parts, sent: server.requests.slice(before).map(({ body }) => body) };
};
const says = (parts: Awaited<ReturnType<typeof ask>>['parts'], type: 'text-delta' | 'reasoning-delta') =>
  parts.map((part) => (part.type === type ? part.text : '')).join('');

describe('what is sent', () => {
  it('is what the person set, and nothing of the client or of the environment', async () => {
    process.env['OPENAI_ORG_ID'] = 'org-secret';
    process.env['OPENAI_API_KEY'] = 'sk-other';
    try {
      const { sent } = await ask([], {
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
      const { headers } = server.requests.at(-1)!;
      expect(headers.authorization).toBeUndefined();
      expect(JSON.stringify(headers)).not.toMatch(/stainless|org-secret|sk-other/);
    } finally {
      delete process.env['OPENAI_ORG_ID'];
      delete process.env['OPENAI_API_KEY'];
    }
  });

  it('has another seed for each sample', async () => {
    const seeds = [];
    for (const sample of [0, 1, 2]) seeds.push((await ask([], { seed: 3, sample })).sent[0]!['seed']);
    expect(seeds[0]).toBe(3);
    expect(new Set(seeds).size).toBe(3);
  });

  it('has the key, to the origin it was entered for alone', async () => {
    const connection = serverConnection(server.url, { keyed: true });
    const other = serverConnection(candor.url, { keyed: true });
    const connector = new ServerConnector({ keys: oneKey('sk-mine', server.origin), surroundings });
    await collect(connector.open(connection, 'any').stream(request));
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer sk-mine');
    expect((await collect(connector.open(other, 'any').stream(request))).at(-1)).toMatchObject({
      type: 'error',
      error: { kind: 'key-missing', retryable: false },
    });
  });

  it('says when the key is locked away', async () => {
    const keys = { ...oneKey('sk-mine', server.origin), state: 'locked' as const, keyFor: () => undefined };
    const model = new ServerConnector({ keys, surroundings }).open(
      serverConnection(server.url, { keyed: true }),
      'any',
    );
    expect((await collect(model.stream(request))).at(-1)).toMatchObject({ error: { kind: 'key-locked' } });
  });

  it('follows the preset', async () => {
    const parameters = { temperature: 1.5, maxTokens: 9 };
    const { sent, parts } = await ask([], { parameters }, 'anthropic');
    expect(sent[0]).toMatchObject({ temperature: 1, max_tokens: 9 });
    expect(sent[0]).not.toHaveProperty('seed');
    expect(server.requests.at(-1)?.headers).toMatchObject({ 'anthropic-dangerous-direct-browser-access': 'true' });
    expect(parts.filter(({ type }) => type === 'warning')).toEqual([
      { type: 'warning', setting: 'temperature', reason: 'clamped' },
      { type: 'warning', setting: 'seed', reason: 'ignored' },
    ]);
    expect((await ask([], { parameters }, 'openai')).sent[0]).toMatchObject({ max_completion_tokens: 9 });
    expect((await ask([], { parameters }, 'mistral')).sent[0]).toMatchObject({ random_seed: 0 });
  });
});

describe('what is learnt from refusals', () => {
  const refusal =
    (status: number, body: unknown): Fault =>
    (response) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const openai = (param: string, message: string, code = 'unsupported_parameter') =>
    refusal(400, { error: { message, type: 'invalid_request_error', param, code } });
  const parameters: Parameters = {
    temperature: 0.2,
    topP: 0.5,
    maxTokens: 50,
    stop: ['x'],
    reasoningEffort: 'low',
  };

  it.each<[string, Fault, string, string]>([
    [
      'OpenAI',
      openai(
        'temperature',
        "Unsupported value: 'temperature' does not support 0.2 with this model.",
        'unsupported_value',
      ),
      'temperature',
      'temperature',
    ],
    [
      'OpenAI, of old',
      openai('', 'Unrecognized request argument supplied: reasoning_effort'),
      'reasoning_effort',
      'reasoningEffort',
    ],
    [
      'Google',
      refusal(400, [
        { error: { code: 400, message: 'Invalid JSON payload received. Unknown name "seed": Cannot find field.' } },
      ]),
      'seed',
      'seed',
    ],
    [
      'FastAPI',
      refusal(422, {
        detail: [{ type: 'extra_forbidden', loc: ['body', 'top_p'], msg: 'Extra inputs are not permitted' }],
      }),
      'top_p',
      'topP',
    ],
    ['others', refusal(400, { message: 'Parameter `stop` is not supported by this model' }), 'stop', 'stop'],
    [
      'one of two',
      refusal(400, { error: { message: '`temperature` and `top_p` cannot both be specified for this model.' } }),
      'top_p',
      'topP',
    ],
  ])('a setting that is not taken is left out and said so (%s)', async (_, fault, name, setting) => {
    const { sent, parts } = await ask([fault], { parameters });
    expect(sent.map((body) => name in body)).toEqual([true, false]);
    expect(Object.keys(sent[1]!)).toHaveLength(Object.keys(sent[0]!).length - 1);
    expect(parts.map(({ type }) => type)).toEqual(['start', 'warning', 'text-delta', 'text-delta', 'finish']);
    expect(parts[1]).toEqual({ type: 'warning', setting, reason: 'ignored' });
  });

  it('the name for the most tokens is exchanged, without a warning', async () => {
    const fault = openai(
      'max_tokens',
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    );
    const { sent, parts } = await ask([fault], { parameters });
    expect(sent[1]).toMatchObject({ max_completion_tokens: 50 });
    expect(sent[1]).not.toHaveProperty('max_tokens');
    expect(parts.some(({ type }) => type === 'warning')).toBe(false);
  });

  it('too many tokens are an error and no reason to send none', async () => {
    const fault = openai('max_tokens', 'max_tokens is too large: 50. This model supports at most 16.', 'invalid_value');
    const { sent, parts } = await ask([fault], { parameters });
    expect(sent).toHaveLength(1);
    expect(parts.at(-1)).toMatchObject({ error: { kind: 'bad-request' } });
  });

  it('the usage is not asked for where that is refused, and is estimated where it does not come', async () => {
    const fault = refusal(422, {
      detail: [{ loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' }],
    });
    const { sent, parts } = await ask([fault, 'usage missing'], { parameters });
    expect(sent[1]).not.toHaveProperty('stream_options');
    expect(parts.at(-1)).toMatchObject({ type: 'finish', usage: { estimated: true } });
    const finish = parts.at(-1);
    expect(finish?.type === 'finish' && finish.usage.outputTokens).toBeGreaterThan(0);
  });

  it('a form of answer is asked for as well as the server can', async () => {
    const responseFormat = { name: 'mail', schema: { type: 'object', properties: { a: {} } } };
    const fault = openai(
      'response_format',
      "'response_format' of type 'json_schema' is not supported with this model.",
    );
    const one = await ask([fault], { responseFormat });
    expect(one.sent.map((body) => (body['response_format'] as { type: string } | undefined)?.type)).toEqual([
      'json_schema',
      'json_object',
    ]);
    expect(one.parts[1]).toEqual({ type: 'warning', setting: 'responseFormat', reason: 'clamped' });
    const two = await ask([fault, fault], { responseFormat });
    expect(two.sent[2]).not.toHaveProperty('response_format');
    expect(two.parts[1]).toEqual({ type: 'warning', setting: 'responseFormat', reason: 'ignored' });
  });

  it('a schema is strict where OpenAI could hold a model to it', async () => {
    const strict = async (schema: Record<string, unknown>) =>
      (
        (await ask([], { responseFormat: { name: 'x', schema } })).sent[0]!['response_format'] as {
          json_schema: { strict: boolean };
        }
      ).json_schema.strict;
    const closed = {
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
      additionalProperties: false,
    };
    expect(await strict(closed)).toBe(true);
    expect(await strict({ ...closed, required: [] })).toBe(false);
    expect(await strict({ ...closed, properties: { a: { type: 'object', properties: {} } } })).toBe(false);
  });

  it('is remembered, and the next call warns at once', async () => {
    script = [openai('temperature', "'temperature' is not supported")];
    const model = open(server.url, 'any');
    await collect(model.stream({ ...request, parameters }));
    const before = server.requests.length;
    const parts = await collect(model.stream({ ...request, parameters }));
    expect(server.requests).toHaveLength(before + 1);
    expect(parts[1]).toEqual({ type: 'warning', setting: 'temperature', reason: 'ignored' });
  });

  it('nothing, from a refusal that names no setting that was sent', async () => {
    for (const fault of [openai('tools', "'tools' is not supported"), refusal(400, { error: 'Stop it. No seed.' })]) {
      const { sent, parts } = await ask([fault], { parameters });
      expect(sent).toHaveLength(1);
      expect(parts.at(-1)).toMatchObject({ error: { kind: 'bad-request', retryable: false } });
    }
  });

  it('ends when a server refuses everything', async () => {
    const all = Array.from({ length: 50 }, () =>
      refusal(400, { error: 'temperature top_p `stop` `seed` reasoning_effort max_tokens unsupported stream_options' }),
    );
    const { sent, parts } = await ask(all, { parameters });
    expect(sent.length).toBeLessThan(12);
    expect(parts.at(-1)?.type).toBe('error');
  });
});

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
    const { parts } = await ask([events(...list, end)]);
    expect([says(parts, 'reasoning-delta'), says(parts, 'text-delta')]).toEqual(['Let me see.', 'Yes.']);
  });

  it('is counted', async () => {
    const usage = {
      prompt_tokens: 5,
      completion_tokens: 90,
      completion_tokens_details: { reasoning_tokens: 80 },
    };
    const { parts } = await ask([events(delta({ content: 'Yes' }, 'stop'), event({ choices: [], usage }))]);
    expect(parts.at(-1)).toMatchObject({
      usage: { inputTokens: 5, outputTokens: 90, reasoningTokens: 80, estimated: false },
    });
  });
});

describe('odd but healthy streams', () => {
  it.each(['whole', 'wrong type of a good stream', 'keep alive', 'slow drip', 'usage missing'])('%s', async (name) => {
    const parts = await collect(open(server.url, name).stream(request));
    expect(textOf(parts)).toBe('Hello there');
    expect(parts.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
  });

  it.each([
    ['length', 'length'],
    ['content_filter', 'content-filter'],
    ['tool_calls', 'unknown'],
  ])('a reason to finish: %s', async (given, reason) => {
    const { parts } = await ask([events(delta({ content: 'Hel' }, given))]);
    expect(parts.at(-1)).toMatchObject({ type: 'finish', reason });
  });

  it('nonsense of all kinds is passed over', async () => {
    const odd = [null, 1, [], {}, { choices: null }, { choices: [null] }, { choices: [{ delta: { content: 3 } }] }];
    const { parts } = await ask([
      events(...odd.map(event), delta({ content: 'Yes' }, 'stop'), event({ usage: 'much' })),
    ]);
    expect(textOf(parts)).toBe('Yes');
    expect(parts.at(-1)).toMatchObject({ type: 'finish', usage: { estimated: true } });
  });
});

describe('the connector', () => {
  it('lists models of servers of any kind', async () => {
    const connector = new ServerConnector({ keys: noKeys, surroundings });
    expect(await connector.models(serverConnection(candor.url))).toEqual({
      models: ['simulated-small', 'simulated-medium', 'simulated-large'],
    });
    const listed = await connector.models(serverConnection(`${mock.url}/v1`));
    expect('models' in listed && listed.models.length).toBeGreaterThan(0);
    expect(await connector.models(serverConnection(`${server.url}/nowhere`))).toMatchObject({
      models: expect.any(Array) as unknown,
    });
    expect(await connector.models(serverConnection('nonsense'))).toEqual({
      error: { kind: 'unreachable', retryable: false },
    });
  });

  it('leaves nothing behind on the signal of a run that goes on', async () => {
    const { signal } = new AbortController();
    for (const name of ['any', '500', 'no finish', 'reset at once']) {
      const queued = new ModelQueues({ policy: { attempts: {}, firstDelayInMs: 0, mostDelayInMs: 0 } });
      const model = queued.wrap({ id: 'c', concurrency: 1 }, open(server.url, name));
      await collect(model.stream({ ...request, signal }));
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    }
  });

  it('tells how a try went', async () => {
    const connector = new ServerConnector({ keys: noKeys, surroundings });
    const connection = serverConnection(server.url);
    expect(await connector.probe(connection, 'any')).toMatchObject({
      ok: true,
      model: 'any',
      streams: true,
      reportsUsage: true,
    });
    expect(await connector.probe(connection, 'whole')).toMatchObject({ ok: true, streams: false });
    expect(await connector.probe(connection, 'usage missing')).toMatchObject({ ok: true, reportsUsage: false });
    expect(await connector.probe(connection, '403')).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  });
});
