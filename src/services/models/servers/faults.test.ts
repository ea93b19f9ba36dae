import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StreamPart } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { StreamingRunner } from '#services/grading/runner.ts';
import { countingIds } from '#services/system/ids.ts';
import { collect, textOf } from '../../../../tests/contracts/chat-model.ts';
import { directGrader } from '../../../../tests/support/direct-grader.ts';
import { FakeTimers } from '../../../../tests/support/fake-timers.ts';
import { startFaultServer, type Asked, type FaultServer } from '../../../../tests/support/fault-server.ts';
import { CountedTimers, noKeys, oneKey, serverConnection } from '../../../../tests/support/server-connection.ts';
import { smallExercise } from '../../../../tests/support/small-exercise.ts';
import { ModelQueues } from '../queue/queues.ts';
import { ServerConnector } from './server-connector.ts';

vi.setConfig({ testTimeout: 30_000 }); // the first call loads the client

/** Requests that hold this text are served as the model's name says; all others well. */
let only: string | undefined;
let server: FaultServer;
beforeAll(async () => {
  const said = ({ body }: Asked) => JSON.stringify(body['messages']);
  server = await startFaultServer((asked) => (only !== undefined && !said(asked).includes(only) ? 'well' : undefined));
});
afterAll(() => server.close());

const surroundings = { fetch };
const request = { messages: [{ role: 'user' as const, content: 'Hi' }], parameters: {}, sample: 0, seed: 0 };
const timeouts = { connectInMs: 1000, firstTokenInMs: 5000, stallInMs: 2000 };
const last = (parts: readonly StreamPart[]) => parts.at(-1);

/** Every fault that a server shows by itself, as the person hears of it. */
const cases: [fault: string, error: Partial<ModelError>, partial?: string][] = [
  ['401', { kind: 'unauthorized', retryable: false, detail: '401 Incorrect API key provided: …' }],
  ['403', { kind: 'forbidden', retryable: false, detail: '403 Your project may not use this model.' }],
  ['404 model', { kind: 'model-not-found', retryable: false }],
  ['404 page', { kind: 'bad-response', retryable: false, detail: '404 502 Bad Gateway' }],
  ['413', { kind: 'request-too-large', retryable: false }],
  ['400 context', { kind: 'request-too-large', retryable: false }],
  ['400 other', { kind: 'bad-request', retryable: false, detail: '400 Messages must alternate.' }],
  ['429', { kind: 'rate-limited', retryable: true }],
  ['429 Retry-After', { kind: 'rate-limited', retryable: true, retryAfterInMs: 7000 }],
  ['429 retry-after-ms', { kind: 'rate-limited', retryable: true, retryAfterInMs: 1234 }],
  ['429 words', { kind: 'rate-limited', retryable: true, retryAfterInMs: 62_500 }],
  ['429 quota', { kind: 'quota-exceeded', retryable: false }],
  ['500', { kind: 'overloaded', retryable: true, detail: '500 The server had an error.' }],
  ['502 page', { kind: 'overloaded', retryable: true, detail: '502 502 Bad Gateway' }],
  ['503', { kind: 'overloaded', retryable: true, retryAfterInMs: 3000 }],
  ['529', { kind: 'overloaded', retryable: true }],
  ['page', { kind: 'bad-response', retryable: true, detail: '502 Bad Gateway' }],
  ['wrong type', { kind: 'bad-response', retryable: true, detail: '{"ok":true}' }],
  ['redirect', { kind: 'bad-response', retryable: false }],
  ['reset at once', { kind: 'unreachable', retryable: true }],
  ['reset midway', { kind: 'broken-stream', retryable: true }, 'Hel'],
  ['no finish', { kind: 'broken-stream', retryable: true }, 'Hel'],
  ['nothing', { kind: 'broken-stream', retryable: true }],
  ['malformed', { kind: 'bad-response', retryable: true }, 'Hel'],
  ['error midway', { kind: 'overloaded', retryable: true, detail: 'Upstream is overloaded' }, 'Hel'],
  ['huge line', { kind: 'bad-response', retryable: true }],
  ['huge error', { kind: 'overloaded', retryable: true }],
];

describe('a fault, as the person hears of it', () => {
  it.each(cases)('%s', async (fault, error, partial = '') => {
    const timers = new CountedTimers();
    const connector = new ServerConnector({ keys: oneKey('sk-mine-mine', server.origin), surroundings, timers });
    const model = connector.open(serverConnection(server.url, { keyed: true, timeouts }), fault);
    const parts = await collect(model.stream(request));
    expect(last(parts)).toMatchObject({ type: 'error', error });
    expect(textOf(parts)).toBe(partial);
    expect(timers.count).toBe(0);
    expect(JSON.stringify(parts)).not.toContain('sk-mine');
    if (error.retryAfterInMs === undefined) expect(last(parts)).not.toHaveProperty('error.retryAfterInMs');
    expect(last(parts)).toSatisfy((part: { error: ModelError }) => (part.error.detail ?? '').length <= 400);
    if (fault.startsWith('huge')) expect(server.sent()).toBeLessThan(16 * 1024 * 1024); // of 64 MiB
  });

  it('a date to come again is read against our clock', async () => {
    const timers = new FakeTimers(1_700_000_000_000);
    const connector = new ServerConnector({ keys: noKeys, surroundings, timers });
    const parts = await collect(connector.open(serverConnection(server.url), '429 date').stream(request));
    expect(last(parts)).toMatchObject({ error: { kind: 'rate-limited', retryAfterInMs: 30_000 } });
  });

  it('a server that is not there', async () => {
    const gone = await startFaultServer();
    await gone.close();
    const model = new ServerConnector({ keys: noKeys, surroundings }).open(serverConnection(gone.url), 'any');
    expect(last(await collect(model.stream(request)))).toMatchObject({
      error: { kind: 'unreachable', retryable: true, detail: expect.stringContaining('ECONNREFUSED') as string },
    });
  });
});

describe('silence', () => {
  /** Asks with time standing still, and moves it once the server has been asked and has said what it says. */
  async function asked(fault: string, fetchOf: typeof fetch = fetch) {
    const timers = new FakeTimers();
    const connector = new ServerConnector({ keys: noKeys, surroundings: { fetch: fetchOf }, timers });
    const arrived = server.arrived(server.requests.length + 1);
    const parts: StreamPart[] = [];
    let spoke = () => {};
    const spoken = new Promise<void>((resolve) => (spoke = resolve));
    const done = (async () => {
      for await (const part of connector.open(serverConnection(server.url, { timeouts }), fault).stream(request)) {
        parts.push(part);
        if (part.type === 'text-delta') spoke();
      }
    })();
    await arrived;
    return { timers, parts, done, spoken };
  }

  it('before the first word is borne while the server is there, and given up after its time', async () => {
    const { timers, parts, done } = await asked('silent');
    await timers.advance(1000);
    await expect.poll(() => timers.count, { timeout: 20_000 }).toBe(1); // asked a second time, the server has shown that it is there
    await timers.advance(3999);
    expect(parts.map(({ type }) => type)).toEqual(['start']);
    await timers.advance(1);
    await done;
    expect(last(parts)).toEqual({
      type: 'error',
      error: { kind: 'timed-out', retryable: true, detail: 'first token' },
    });
    expect(timers.count).toBe(0);
  });

  it('after the first word is a stall, and the word is kept', async () => {
    const { timers, parts, done, spoken } = await asked('stall');
    await spoken;
    await timers.advance(1999);
    expect(last(parts)?.type).toBe('text-delta');
    await timers.advance(1);
    await done;
    expect(textOf(parts)).toBe('Hel');
    expect(last(parts)).toMatchObject({ error: { kind: 'timed-out', detail: 'stall' } });
    expect(timers.count).toBe(0);
  });

  it('after the last word is no harm', async () => {
    const { timers, parts, done, spoken } = await asked('stall at the end');
    await spoken;
    await timers.advance(2000);
    await done;
    expect(last(parts)).toMatchObject({ type: 'finish', reason: 'stop' });
    expect(timers.count).toBe(0);
  });

  describe('of a host that does not answer anything', () => {
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    const setup = () => {
      const timers = new FakeTimers();
      let ask = never;
      const connector = new ServerConnector({
        keys: noKeys,
        surroundings: { fetch: (...given) => ask(...given) },
        timers,
      });
      const model = connector.open(serverConnection(server.url, { timeouts }), 'any');
      const parts = collect(model.stream(request));
      return { timers, model, parts, answer: () => (ask = fetch) };
    };
    const second = async (timers: FakeTimers) => {
      await expect.poll(() => timers.next, { timeout: 20_000 }).toBeDefined();
      await timers.advance(1000);
    };

    it('ends after the time to connect', async () => {
      const { timers, parts } = setup();
      await second(timers);
      await second(timers);
      expect(last(await parts)).toMatchObject({ error: { kind: 'timed-out', detail: 'connect' } });
      expect(timers.count).toBe(0);
    });

    it('goes on while other calls hear of it', async () => {
      const { timers, model, parts, answer } = setup();
      await second(timers);
      answer();
      expect(textOf(await collect(model.stream(request)))).toBe('Hello there');
      await second(timers);
      await timers.advance(2999);
      expect(timers.count).toBe(1);
      await timers.advance(1);
      expect(last(await parts)).toMatchObject({ error: { kind: 'timed-out', detail: 'first token' } });
    });
  });
});

describe('a run over several cases', () => {
  const bundle = smallExercise();

  it.each(cases)(
    'goes on past a case that failed (%s), and draws just that one again',
    async (fault, error, partial = '') => {
      only = 'Bob';
      try {
        const policy = { attempts: {}, firstDelayInMs: 0, mostDelayInMs: 0 };
        const model = new ModelQueues({ policy }).wrap(
          { id: 'c', concurrency: 6 },
          new ServerConnector({ keys: noKeys, surroundings }).open(serverConnection(server.url, { timeouts }), fault),
        );
        const store = new MemoryAttemptStore();
        const runner = new StreamingRunner({
          attempts: store,
          model: () => model,
          grader: directGrader,
          hold: () => () => {},
          newId: countingIds(),
          now: () => 0,
        });
        const signal = new AbortController().signal;
        const prompt = { system: '', turns: [], user: 'Greet {{name}}', parameters: {} };
        const end = await runner.run({ bundle, prompt, model: { id: 'c/m', seed: 0 }, samples: 1 }, () => {}, signal);
        if (end.status !== 'done') throw new Error(`the run ended as ${end.status}`);
        const outputs = await store.outputs('id-1');
        expect(outputs.map((output) => [output.case, output.text, output.error?.kind])).toEqual([
          ['ann', 'Hello there', undefined],
          ['bob', partial, error.kind],
          ['eve', 'Hello there', undefined],
        ]);

        only = 'nobody';
        const before = server.requests.length;
        const again = await runner.retry(end.attempt, bundle, () => {}, signal);
        expect(again).toMatchObject({ status: 'done', grade: { score: 100 } });
        expect(server.requests.slice(before).map(({ body }) => JSON.stringify(body['messages']))).toEqual([
          expect.stringContaining('Bob'),
        ]);
      } finally {
        only = undefined;
      }
    },
  );
});
