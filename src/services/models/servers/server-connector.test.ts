import { getEventListeners } from 'node:events';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerConnection } from '#core/models/connection.ts';
import { chatModelContract, collect } from '../../../../tests/contracts/chat-model.ts';
import { serveCandor, type CandorServer } from '../../../../tests/support/candor-server.ts';
import { delta, event, type Fault } from '../../../../tests/support/fault-server.ts';
import { greeting, ScriptedServer } from '../../../../tests/support/scripted-server.ts';
import { CountedTimers, noKeys, serverConnection } from '../../../../tests/support/server-connection.ts';
import { ModelQueues } from '../queue/queues.ts';
import { ServerConnector } from './server-connector.ts';

const surroundings = { fetch };

const server = new ScriptedServer();
let candor: CandorServer;
const mock = new LLMock({ port: 0, logLevel: 'silent' });
const bread = Array.from({ length: 12 }, (_, at) => `Bread is good, ${at}.`).join(' ');
beforeAll(async () => {
  candor = await serveCandor('--exercises', 'tests/fixtures/exercises');
  // It knows no limit of tokens by itself.
  mock.onMessage(/bread/, ({ max_tokens: most }) =>
    most ? { content: bread.slice(0, 3 * most), finishReason: 'length' } : { content: bread },
  );
  await mock.start();
}, 60_000);
afterAll(async () => {
  await Promise.all([candor.stop(), mock.stop()]);
});

const open = (url: string, model: string, more: Partial<ServerConnection> = {}) =>
  new ServerConnector({ keys: noKeys, surroundings }).open(serverConnection(url, more), model);

async function silent(when: 'before' | 'after') {
  const timers = new CountedTimers();
  const arrived = server.faults.arrived(server.faults.requests.length + 1);
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
    return server.does(bytewise(text)).model();
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
      const model = queued.wrap({ id: 'c', concurrency: 1 }, server.model(name));
      await collect(model.stream({ ...greeting, signal }));
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
