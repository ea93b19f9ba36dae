import type { ChatModel } from '#core/models/chat-model.ts';
import { readModelId, type Connection, type ConnectionKind } from '#core/models/connection.ts';
import type { ConnectionStore } from '#core/models/connection-store.ts';
import type { Connector } from '#core/models/connector.ts';

/** How to get at the connector of each kind; its code and what it stands on come with the first call. */
export type ConnectorLoaders = {
  [Kind in ConnectionKind]: () => Promise<Connector<Extract<Connection, { kind: Kind }>>>;
};

/** Puts calls in line before a connection. */
interface Queue {
  wrap(
    limits: { id: string; concurrency: number; requestsPerMinute?: number | undefined },
    model: ChatModel,
  ): ChatModel;
}

interface Services {
  connections: Pick<ConnectionStore, 'all'>;
  connectors: ConnectorLoaders;
  queue: Queue;
}

/** Opens the models behind connections, whatever kind those are of. */
export class ModelOpener {
  #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** The connector for a connection's kind. */
  connectorOf(connection: Connection): Promise<Connector> {
    return this.#services.connectors[connection.kind]() as Promise<Connector>;
  }

  /** A model by its id, its calls in line; nothing when its connection is not there any more. */
  async open(id: string): Promise<ChatModel | undefined> {
    const read = readModelId(id);
    if (!read) return undefined;
    const connection = (await this.#services.connections.all()).find((one) => one.id === read.connection);
    if (!connection) return undefined;
    const connector = await this.connectorOf(connection);
    return this.#services.queue.wrap(limitsOf(connection), connector.open(connection, read.model));
  }
}

/** What runs on this device has one mind, and does one thing at a time. */
function limitsOf(connection: Connection): { id: string; concurrency: number; requestsPerMinute?: number | undefined } {
  if (connection.kind !== 'server') return { id: connection.id, concurrency: 1 };
  const { id, concurrency, requestsPerMinute } = connection;
  return { id, concurrency, requestsPerMinute };
}
