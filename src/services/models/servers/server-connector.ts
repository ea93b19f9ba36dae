import type { ServerConnection } from '#core/models/connection.ts';
import type { Connector, ProbeReport } from '#core/models/connector.ts';
import type { KeyVault } from '#core/models/key-vault.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { systemTimers, type Timers } from '../../system/timers.ts';
import { readAddress } from './address.ts';
import { browserPage } from './browser-page.ts';
import { GuardedCall } from './guarded-call.ts';
import { presetOf } from './presets.ts';
import { mannerOf, type Manner } from './request-body.ts';
import { ServerModel } from './server-model.ts';
import type { Surroundings } from './surroundings.ts';

export interface ServerConnectorOptions {
  keys: Pick<KeyVault, 'state' | 'has' | 'keyFor'>;
  surroundings?: Surroundings;
  timers?: Timers;
}

/** Enough to see that it answers; reasoning models may use all of it before they say a word. */
const probeTokens = 16;

/** Models behind servers that speak the chat completions protocol, through the official client. */
export class ServerConnector implements Connector<ServerConnection> {
  readonly #keys: ServerConnectorOptions['keys'];
  readonly #surroundings: Surroundings;
  readonly #timers: Timers;
  /** What was learnt of each model: how it has to be asked. */
  readonly #manners = new Map<string, Manner>();
  readonly #heard = new Map<string, { at: number }>();

  constructor({ keys, surroundings, timers = systemTimers }: ServerConnectorOptions) {
    this.#keys = keys;
    this.#surroundings = surroundings ?? pageSurroundings();
    this.#timers = timers;
  }

  async models(
    connection: ServerConnection,
    signal?: AbortSignal,
  ): Promise<{ models: string[] } | { error: ModelError }> {
    const call = this.#begin(connection, 'json', signal);
    if ('kind' in call) return { error: call };
    try {
      const client = await clientOf(connection, call);
      return { models: namesIn(await client.get<unknown>('/models')) };
    } catch (thrown) {
      return { error: call.failure ?? { kind: 'internal', retryable: true, detail: String(thrown) } };
    } finally {
      call.end();
    }
  }

  async probe(connection: ServerConnection, model: string, signal?: AbortSignal): Promise<ProbeReport> {
    const calls: GuardedCall[] = [];
    const asked = this.#model(connection, model, (call) => calls.push(call));
    const messages = [{ role: 'user' as const, content: 'Count from one to five in words.' }];
    const parameters = { maxTokens: probeTokens };
    for await (const part of asked.stream({
      messages,
      parameters,
      sample: 0,
      seed: 0,
      ...(signal ? { signal } : {}),
    })) {
      if (part.type === 'error') return { ok: false, error: part.error };
      if (part.type !== 'finish') continue;
      const streams = calls.at(-1)?.streamed ?? false;
      return { ok: true, model, ...part.timings, streams, reportsUsage: !part.usage.estimated };
    }
    return { ok: false, error: { kind: 'broken-stream', retryable: true } };
  }

  open(connection: ServerConnection, model: string): ServerModel {
    return this.#model(connection, model, () => {});
  }

  #model(connection: ServerConnection, model: string, begun: (call: GuardedCall) => void): ServerModel {
    const place = JSON.stringify([connection.baseUrl, connection.preset, model]);
    return new ServerModel(connection, model, {
      begin: (signal) => {
        const call = this.#begin(connection, 'events', signal);
        if (!('kind' in call)) begun(call);
        return call;
      },
      events: async (call, body) => {
        const client = await clientOf(connection, call);
        return client.chat.completions.create(body as unknown as StreamingBody);
      },
      manner: {
        get: () => this.#manners.get(place) ?? mannerOf(presetOf(connection.preset).quirks),
        set: (learnt) => void this.#manners.set(place, learnt),
      },
      now: this.#timers.now,
      key: () => this.#keyOf(connection),
    });
  }

  #begin(
    connection: ServerConnection,
    expects: 'events' | 'json',
    signal: AbortSignal | undefined,
  ): GuardedCall | ModelError {
    const address = readAddress(connection.baseUrl);
    if (!address) return { kind: 'unreachable', retryable: false };
    const key = this.#keyOf(connection);
    if (connection.keyed && key === undefined) {
      const locked = this.#keys.state === 'locked' && this.#keys.has(connection.id)?.origin === address.origin;
      return { kind: locked ? 'key-locked' : 'key-missing', retryable: false };
    }
    const { headers } = presetOf(connection.preset).quirks;
    const { timeouts } = connection;
    const [surroundings, timers] = [this.#surroundings, this.#timers];
    const heard = this.#heard.get(address.origin) ?? { at: -Infinity };
    this.#heard.set(address.origin, heard);
    return new GuardedCall({ address, key, headers, timeouts, expects, surroundings, timers, heard, signal });
  }

  #keyOf(connection: ServerConnection): string | undefined {
    const address = readAddress(connection.baseUrl);
    return connection.keyed && address ? this.#keys.keyFor(connection.id, address.origin) : undefined;
  }
}

type StreamingBody = import('openai').OpenAI.ChatCompletionCreateParamsStreaming;

function pageSurroundings(): Surroundings {
  const page = browserPage();
  return { fetch: (...given) => fetch(...given), ...(page ? { page } : {}) };
}

/**
 * The official client, loaded when it is first needed. It sees no key and no environment variable: the call adds what
 * the server is to get. Retries and patience are ours too.
 */
async function clientOf({ baseUrl }: ServerConnection, call: GuardedCall) {
  const { OpenAI } = await import('openai');
  return new OpenAI({
    baseURL: baseUrl.replace(/\/+$/, ''),
    apiKey: 'handed over by the call',
    adminAPIKey: null,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: 2 ** 31 - 1,
    logLevel: 'off',
    dangerouslyAllowBrowser: true,
    fetch: call.fetch,
  });
}

const mostModels = 2000;
const longestName = 200;

/** Model names in a list of the protocol's form, or of Ollama's. */
function namesIn(list: unknown): string[] {
  const { data, models } = (typeof list === 'object' && list !== null ? list : {}) as Record<string, unknown>;
  const found = [list, data, models].find((one): one is unknown[] => Array.isArray(one)) ?? [];
  const names = found.map((one) => {
    const { id, name, model } = (typeof one === 'object' && one !== null ? one : { id: one }) as Record<
      string,
      unknown
    >;
    return id ?? name ?? model;
  });
  const usable = names.filter(
    (one): one is string => typeof one === 'string' && one !== '' && one.length <= longestName,
  );
  return [...new Set(usable)].slice(0, mostModels);
}
