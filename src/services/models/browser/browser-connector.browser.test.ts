import { describe, expect, it } from 'vitest';
import type { ChatRequest } from '#core/models/chat-model.ts';
import type { BrowserConnection } from '#core/models/connection.ts';
import { chatModelContract, collect, textOf } from '../../../../tests/contracts/chat-model.ts';
import { stubPromptApi, type StubBehaviour } from '../../../../tests/support/prompt-api.ts';
import { BrowserConnector } from './browser-connector.ts';
import { OwnModel } from './own-model.ts';

const connection: BrowserConnection = {
  kind: 'browser',
  id: 'own',
  name: 'This browser',
  model: 'built-in',
  prices: {},
};

const request = (more: Partial<ChatRequest> = {}): ChatRequest => ({
  messages: [{ role: 'user', content: 'What is bread made of?' }],
  parameters: {},
  sample: 0,
  seed: 0,
  ...more,
});

function setUp(behaviour: StubBehaviour = {}) {
  const api = stubPromptApi(behaviour);
  const connector = new BrowserConnector(() => api);
  const model = connector.open(connection, 'built-in');
  return { api, connector, model, ask: (more?: Partial<ChatRequest>) => collect(model.stream(request(more))) };
}

chatModelContract("the browser's own model", {
  make: () => setUp().model,
  makeFailing: () => setUp({ fails: { after: 2, name: 'UnknownError' } }).model,
  makeSilent: (when) => {
    let arrived = () => {};
    const reached = new Promise<void>((resolve) => (arrived = resolve));
    const { model } = setUp({ silent: { after: when === 'before' ? 0 : 1, reached: arrived } });
    return { model, reached, timers: () => 0 }; // it has none of its own
  },
  makeSaying: (text) => setUp({ answer: text.split('') }).model,
  ignores: { temperature: 0.5, topP: 0.5, reasoningEffort: 'low' },
  reportsUsage: true,
});

describe("the browser's own model", () => {
  it('hears the instructions and examples before the question, and forgets them afterwards', async () => {
    const { api, ask } = setUp();
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hi' },
      { role: 'user', content: 'And now?' },
    ] as const;
    await ask({ messages });
    await ask({ messages: [{ role: 'system', content: 'Only instructions.' }] });
    expect(api.seen.created[0]).toMatchObject({ initialPrompts: messages.slice(0, 3) });
    expect(api.seen.asked.map(({ input }) => input)).toEqual([
      [messages[3]],
      [{ role: 'user', content: 'Only instructions.' }],
    ]);
    expect(api.seen.open).toBe(0);
  });

  it.each([false, true])('counts tokens as the browser does (under its names before 2026: %s)', async (oldNames) => {
    const { ask } = setUp({ answer: ['abcd', 'efgh'], oldNames });
    const finish = (await ask({ messages: [{ role: 'user', content: 'x'.repeat(40) }] })).at(-1);
    expect(finish).toMatchObject({ usage: { inputTokens: 10, outputTokens: 2, estimated: false } });
  });

  it('says in warnings what it does not follow, and what only nearly', async () => {
    const parameters = { temperature: 0.3, topP: 0.5, maxTokens: 500, reasoningEffort: 'low' as const };
    const warnings = async (behaviour: StubBehaviour) =>
      (await setUp(behaviour).ask({ parameters })).flatMap((part) =>
        part.type === 'warning' ? [`${part.setting} ${part.reason}`] : [],
      );
    const others = ['topP ignored', 'maxTokens clamped', 'reasoningEffort ignored'];
    expect(await warnings({})).toEqual(['temperature ignored', ...others]);
    expect(await warnings({ sampling: 'modes' })).toEqual(['temperature clamped', ...others]);
    expect(await warnings({ sampling: 'numbers' })).toEqual(others);
  });

  it('asks for a temperature by number where that is possible, else by the nearest word', async () => {
    const asked = async (behaviour: StubBehaviour, temperature: number) => {
      const { api, ask } = setUp(behaviour);
      await ask({ parameters: { temperature } });
      const { temperature: number, topK, samplingMode } = api.seen.created[0]!;
      return { number, topK, samplingMode };
    };
    expect(await asked({ sampling: 'numbers' }, 2)).toEqual({ number: 1.5, topK: 3 });
    expect(await asked({ sampling: 'modes' }, 0)).toEqual({ samplingMode: 'most-predictable' });
    expect(await asked({ sampling: 'modes' }, 0.7)).toEqual({ samplingMode: 'balanced' });
    expect(await asked({ sampling: 'modes' }, 2)).toEqual({ samplingMode: 'most-creative' });
  });

  it('is held to a shape, or says that it cannot be', async () => {
    const responseFormat = { name: 'answer', schema: { type: 'object' } };
    const able = setUp();
    await able.ask({ responseFormat });
    expect(able.api.seen.asked[0]).toMatchObject({ responseConstraint: { type: 'object' } });
    const parts = await setUp({ shapes: false }).ask({ responseFormat });
    expect(parts[1]).toEqual({ type: 'warning', setting: 'responseFormat', reason: 'ignored' });
    expect(parts.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
  });

  it('ends where it was told to', async () => {
    const { api, ask } = setUp({ answer: ['One. ', 'Tw', 'o. Three.'] });
    const parts = await ask({ parameters: { stop: ['Two'] } });
    expect(textOf(parts)).toBe('One. ');
    expect(parts.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
    expect(api.seen.open).toBe(0);
  });

  it.each([
    ['a question too long for its context', { contextWindow: 2 }, 'request-too-large'],
    ['a model that is switched off', { fails: { after: 0, name: 'NotAllowedError' } }, 'forbidden'],
    ['a failure it does not explain', { fails: { after: 1, name: 'UnknownError' } }, 'internal'],
    ['a model that is not fetched yet', { availability: 'downloadable' }, 'unavailable'],
    ['no model at all', { availability: 'unavailable' }, 'unavailable'],
  ] as const)('tells of %s', async (_, behaviour, kind) => {
    const { api, ask } = setUp(behaviour);
    expect((await ask()).at(-1)).toMatchObject({ type: 'error', error: { kind } });
    expect(api.seen.open).toBe(0);
  });

  it('ends an answer that the browser held back as filtered', async () => {
    const parts = await setUp({ fails: { after: 2, name: 'NotReadableError' } }).ask();
    expect(textOf(parts)).toBe('Bread is ');
    expect(parts.at(-1)).toMatchObject({ type: 'finish', reason: 'content-filter' });
  });

  it('is stopped when whoever listens goes away', async () => {
    const { api, model } = setUp();
    for await (const part of model.stream(request())) if (part.type === 'text-delta') break;
    expect(api.seen.open).toBe(0);
  });

  it('is tried as every connection is', async () => {
    const { connector } = setUp();
    expect(await connector.models()).toEqual({ models: ['built-in'] });
    expect(await connector.probe(connection, 'built-in')).toMatchObject({ ok: true, model: 'built-in', streams: true });
    const none = new BrowserConnector(() => undefined);
    expect(await none.models()).toEqual({ error: { kind: 'unavailable', retryable: false } });
    expect(await none.probe(connection, 'built-in')).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });
});

describe('what the browser offers', () => {
  const offer = (behaviour: StubBehaviour) => new OwnModel(() => stubPromptApi(behaviour)).offer();

  it('is data, with the languages it vouches for', async () => {
    expect(await offer({})).toEqual({ status: 'available', languages: ['en', 'fr'] });
    expect(await offer({ languages: ['en', 'es'] })).toEqual({ status: 'available', languages: ['en'] });
    expect(await offer({ languages: [] })).toEqual({ status: 'available', languages: [] });
    expect(await offer({ availability: 'downloading' })).toMatchObject({ status: 'downloading' });
    expect(await offer({ availability: 'unavailable' })).toEqual({ status: 'unavailable', languages: [] });
    expect(await new OwnModel(() => undefined).offer()).toEqual({ status: 'unsupported', languages: [] });
  });

  it('is never more than the browser says, in this very browser too', async () => {
    const { status } = await new OwnModel().offer();
    expect(['unsupported', 'unavailable', 'downloadable']).toContain(status);
  });

  it('is fetched with progress, and is there afterwards', async () => {
    const api = stubPromptApi({ availability: 'downloadable' });
    const own = new OwnModel(() => api);
    const shares: number[] = [];
    expect(await own.download((share) => shares.push(share))).toBeUndefined();
    expect(shares).toEqual([0, 0.5, 1]);
    expect(await own.offer()).toMatchObject({ status: 'available' });
    expect(api.seen.open).toBe(0);
  });

  it('can be waited for no longer, and can fail', async () => {
    const stop = new AbortController();
    const own = new OwnModel(() => stubPromptApi({ availability: 'downloadable' }));
    expect(await own.download(() => stop.abort(), stop.signal)).toBeUndefined();
    const none = new OwnModel(() => stubPromptApi({ availability: 'unavailable' }));
    expect(await none.download(() => {})).toMatchObject({ kind: 'bad-request' });
  });
});
