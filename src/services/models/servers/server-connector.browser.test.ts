import { expect, inject, it } from 'vitest';
import { chatModelContract, collect, textOf } from '../../../../tests/contracts/chat-model.ts';
import { CountedTimers, noKeys, oneKey, serverConnection } from '../../../../tests/support/server-connection.ts';
import { browserPage } from './browser-page.ts';
import { ServerConnector } from './server-connector.ts';

/** From a real page to a server of another origin, through the official client. */
const { url, closedUrl, unexposedUrl, goneUrl } = inject('faultServer');
const { origin } = new URL(url);
/** One key for every origin asked, so that what is told is about the servers. */
const keys = { ...oneKey('sk-mine-mine', origin), keyFor: () => 'sk-mine-mine' };
const request = { messages: [{ role: 'user' as const, content: 'Hi' }], parameters: {}, sample: 0, seed: 0 };
const ask = (baseUrl: string, model: string) =>
  collect(new ServerConnector({ keys }).open(serverConnection(baseUrl, { keyed: true }), model).stream(request));

chatModelContract('a model behind a server, asked from a page', {
  make: () => new ServerConnector({ keys: noKeys }).open(serverConnection(url), 'counts'),
  makeFailing: () => new ServerConnector({ keys: noKeys }).open(serverConnection(url), '500'),
  reportsUsage: true,
  makeSilent(when) {
    const timers = new CountedTimers();
    let reach = () => {};
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const page = browserPage();
    const surroundings = {
      fetch: (...given: Parameters<typeof fetch>) => {
        reach();
        return fetch(...given);
      },
      ...(page ? { page } : {}),
    };
    const connector = new ServerConnector({ keys: noKeys, surroundings, timers });
    const model = connector.open(serverConnection(url), when === 'before' ? 'silent' : 'stall');
    return { model, reached, timers: () => timers.count };
  },
});

it('sends what a strict server lets pages send, and the key', async () => {
  const parts = await ask(url, 'echo key');
  expect(textOf(parts)).toBe('Bearer sk-mine-mine');
  expect(parts.at(-1)).toMatchObject({ type: 'finish', usage: { estimated: false } });
});

it('lists the models', async () => {
  const listed = await new ServerConnector({ keys: noKeys }).models(serverConnection(url));
  expect('models' in listed && listed.models).toContain('429');
});

it('reads how long to wait where the server shows it, and does without where not', async () => {
  expect((await ask(url, '429 Retry-After')).at(-1)).toMatchObject({
    error: { kind: 'rate-limited', retryAfterInMs: 7000 },
  });
  const parts = await ask(unexposedUrl, '429 Retry-After');
  expect(parts.at(-1)).toMatchObject({ error: { kind: 'rate-limited', retryable: true } });
  expect(parts.at(-1)).not.toHaveProperty('error.retryAfterInMs');
});

it.each<[string, string, string, string]>([
  ['a server that lets no page ask', closedUrl, 'any', 'cross-origin'],
  ['a server that is not there', goneUrl, 'any', 'unreachable'],
  ['a key that is not taken', url, '401', 'unauthorized'],
  ['a page in place of an answer', url, 'page', 'bad-response'],
  ['a redirect', url, 'redirect', 'bad-response'],
  ['an endless line', url, 'huge line', 'bad-response'],
  ['a connection that breaks', url, 'reset midway', 'broken-stream'],
])('tells %s', async (_, baseUrl, model, kind) => {
  const parts = await ask(baseUrl, model);
  expect(parts.at(-1)).toMatchObject({ type: 'error', error: { kind } });
  expect(JSON.stringify(parts)).not.toContain('sk-mine');
});

it('does not take a server that answered before for one that lets no page ask', async () => {
  const connector = new ServerConnector({ keys: noKeys });
  const last = async (model: string) =>
    (await collect(connector.open(serverConnection(url), model).stream(request))).at(-1);
  expect(await last('any')).toMatchObject({ type: 'finish' });
  expect(await last('reset at once')).toMatchObject({ error: { kind: 'unreachable', retryable: true } });
});
