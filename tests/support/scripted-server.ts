import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import type { ChatRequest, StreamPart } from '#core/models/chat-model.ts';
import type { ServerConnection } from '#core/models/connection.ts';
import { ServerConnector } from '#services/models/servers/server-connector.ts';
import { collect } from '../contracts/chat-model.ts';
import { startFaultServer, type Fault, type FaultServer } from './fault-server.ts';
import { noKeys, serverConnection } from './server-connection.ts';

export const greeting: ChatRequest = {
  messages: [{ role: 'user', content: 'Hi' }],
  parameters: {},
  sample: 0,
  seed: 0,
};

/** A stream of these events. */
export const events =
  (...list: string[]): Fault =>
  (response) =>
    void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(list.join(''));

/** A refusal with this body. */
export const refusal =
  (status: number, body: unknown): Fault =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** A real server for the tests of a file, which does what each test says: one step for each request, then well. */
export class ScriptedServer {
  faults!: FaultServer;
  #steps: (Fault | string)[] = [];

  constructor() {
    vi.setConfig({ testTimeout: 30_000 }); // the first call loads the client
    beforeAll(async () => {
      this.faults = await startFaultServer((asked) =>
        asked.body['model'] === 'any' ? this.#steps.shift() : undefined,
      );
    });
    afterEach(() => this.does());
    afterAll(() => this.faults.close());
  }

  get url(): string {
    return this.faults.url;
  }

  does(...steps: (Fault | string)[]): this {
    this.#steps = steps;
    return this;
  }

  /** A model behind it. */
  model(name = 'any', more: Partial<ServerConnection> = {}) {
    return new ServerConnector({ keys: noKeys, surroundings: { fetch } }).open(serverConnection(this.url, more), name);
  }

  /** Asks once, and tells what came back and what was sent for it. */
  async asked(
    more: Partial<ChatRequest> = {},
    preset = 'other',
  ): Promise<{ parts: StreamPart[]; sent: Record<string, unknown>[] }> {
    const before = this.faults.requests.length;
    const parts = await collect(this.model('any', { preset }).stream({ ...greeting, ...more }));
    return { parts, sent: this.faults.requests.slice(before).map(({ body }) => body) };
  }
}
