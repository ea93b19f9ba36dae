import { setMaxListeners } from 'node:events';
import type { ChatModel } from '#core/models/chat-model.ts';
import type { ServerConnection } from '#core/models/connection.ts';
import type { KeyVault } from '#core/models/key-vault.ts';
import type { Traffic } from '#core/models/traffic.ts';
import { ModelQueues } from '#services/models/queue/queues.ts';
import { readAddress } from '#services/models/servers/address.ts';
import { ServerConnector } from '#services/models/servers/server-connector.ts';
import { readConnection, type DescribedConnection } from './connection-file.ts';
import { InputError } from './input-error.ts';
import { wholeNumber } from './options.ts';

/** A real model, its calls in line, ready to be asked. */
export interface OpenConnection {
  connection: ServerConnection;
  model: ChatModel;
  traffic: Traffic;
}

/** The options that choose and open a connection, as commands name them. */
export const connectionOptions = { connection: 'text', connections: 'text', concurrency: 'text' } as const;

/** The options that only a connection has use for. */
export function rejectWithoutConnection(options: { connections?: string; concurrency?: string }): void {
  const extra = (['connections', 'concurrency'] as const).find((name) => options[name] !== undefined);
  if (extra) throw new InputError(`--${extra} is about a real model; choose one with --connection NAME`);
}

/** Opens the connection that `--connection` names. */
export function openConnection(
  called: string,
  options: { connections?: string | undefined; concurrency?: string | undefined; model?: string | undefined },
): OpenConnection {
  const concurrency = wholeNumber('concurrency', options.concurrency, 1, 64);
  // Every call of a run listens to the one signal that would stop it; Node takes more than ten for a leak.
  setMaxListeners(1000);
  const described = readConnection(called, { ...options, concurrency });
  const { connection } = described;
  const queues = new ModelQueues();
  const connector = new ServerConnector({ keys: keysOf(described) });
  return {
    connection,
    model: queues.wrap(connection, connector.open(connection, connection.model)),
    traffic: queues,
  };
}

/** The one key of the environment, for the one origin of the connection. */
function keysOf({ connection, keyVariable }: DescribedConnection): Pick<KeyVault, 'state' | 'has' | 'keyFor'> {
  const key = keyVariable === undefined ? undefined : process.env[keyVariable]?.trim();
  if (keyVariable !== undefined && !key) {
    throw new InputError(
      `the connection "${connection.name}" takes its key from the environment variable ${keyVariable}, which is not set`,
    );
  }
  const own = readAddress(connection.baseUrl)?.origin;
  return {
    state: key ? 'open' : 'empty',
    has: () => (key && own ? { origin: own, kept: false } : undefined),
    keyFor: (_, origin) => (origin === own ? key : undefined),
  };
}

/** What the queue does right now, for one line of progress. */
export function trafficText(traffic: Traffic, connection: ServerConnection, now: number): string {
  const { active, queued, limit, pause } = traffic.state(connection.id);
  const calls = `${active} under way, ${queued} waiting, at most ${limit} at once`;
  if (!pause) return calls;
  const seconds = Math.max(0, Math.ceil((pause.until - now) / 1000));
  return `${calls}; ${pause.error.kind.replaceAll('-', ' ')}, again in ${seconds} s`;
}
