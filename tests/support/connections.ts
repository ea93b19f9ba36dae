import type { ServerConnection } from '#core/models/connection.ts';

/** A connection to a server on this machine. */
export function someConnection(change: Partial<ServerConnection> = {}): ServerConnection {
  return {
    id: 'local',
    name: 'My server',
    kind: 'server',
    preset: 'other',
    baseUrl: 'http://127.0.0.1:4870/v1',
    keyed: false,
    model: 'tiny',
    models: ['tiny'],
    prices: {},
    concurrency: 4,
    timeouts: { connectInMs: 10_000, firstTokenInMs: 60_000, stallInMs: 30_000 },
    ...change,
  };
}
