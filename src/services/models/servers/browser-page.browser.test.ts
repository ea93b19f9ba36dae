import { expect, inject, it, onTestFinished } from 'vitest';
import { collect } from '../../../../tests/contracts/chat-model.ts';
import { noKeys, serverConnection } from '../../../../tests/support/server-connection.ts';
import { ServerConnector } from './server-connector.ts';

const { url } = inject('faultServer');
const request = { messages: [{ role: 'user' as const, content: 'Hi' }], parameters: {}, sample: 0, seed: 0 };

it('tells a server that the page’s own policy forbids from one that is not there', async () => {
  const model = new ServerConnector({ keys: noKeys }).open(serverConnection(url), 'any');
  expect((await collect(model.stream(request))).at(-1)).toMatchObject({ type: 'finish' });

  // What runs the tests speaks to localhost; the server is at 127.0.0.1.
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'self' http://localhost:* ws://localhost:*";
  document.head.append(policy);
  onTestFinished(() => policy.remove());
  expect((await collect(model.stream(request))).at(-1)).toEqual({
    type: 'error',
    error: { kind: 'blocked-by-policy', retryable: false },
  });
});
