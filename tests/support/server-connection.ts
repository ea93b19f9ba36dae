import type { ServerConnection } from '#core/models/connection.ts';
import type { KeyVault } from '#core/models/key-vault.ts';
import type { Timers } from '#services/system/timers.ts';
import { systemTimers } from '#services/system/timers.ts';

/** A connection for tests. */
export function serverConnection(baseUrl: string, more: Partial<ServerConnection> = {}): ServerConnection {
  return {
    kind: 'server',
    id: 'c',
    name: 'Test',
    model: 'any',
    prices: {},
    preset: 'other',
    baseUrl,
    keyed: false,
    models: [],
    concurrency: 6,
    timeouts: { connectInMs: 60_000, firstTokenInMs: 60_000, stallInMs: 60_000 },
    ...more,
  };
}

export const noKeys: Pick<KeyVault, 'state' | 'has' | 'keyFor'> = {
  state: 'empty',
  has: () => undefined,
  keyFor: () => undefined,
};

/** Holds one key, for one origin. */
export function oneKey(key: string, origin: string): typeof noKeys {
  return {
    state: 'open',
    has: () => ({ origin, kept: false }),
    keyFor: (_, asked) => (asked === origin ? key : undefined),
  };
}

/** Real time, with the running timers counted. */
export class CountedTimers implements Timers {
  count = 0;
  readonly now = systemTimers.now;
  readonly after = (milliseconds: number, done: () => void): (() => void) => {
    this.count += 1;
    let running = true;
    const ended = () => {
      if (running) this.count -= 1;
      running = false;
    };
    const cancel = systemTimers.after(milliseconds, () => {
      ended();
      done();
    });
    return () => {
      ended();
      cancel();
    };
  };
}
