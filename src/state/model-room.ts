import type { OpinionGiver } from '#core/grading/opinion.ts';
import type { BrowserModel } from '#core/models/browser-model.ts';
import type { Connection } from '#core/models/connection.ts';
import type { ConnectionStore } from '#core/models/connection-store.ts';
import type { Connector } from '#core/models/connector.ts';
import type { KeyVault } from '#core/models/key-vault.ts';
import type { LocalModels } from '#core/models/local-models.ts';
import type { TokenCounter } from '#core/models/token-count.ts';
import type { Traffic } from '#core/models/traffic.ts';

/** What setting up real models, and watching them, needs of the floors below. */
export interface ModelRoom {
  connections: ConnectionStore;
  vault: KeyVault;
  traffic: Traffic;
  connectorOf(connection: Connection): Promise<Connector>;
  browser: () => Promise<BrowserModel>;
  files: () => Promise<LocalModels>;
  opinions: OpinionGiver;
  tokens: TokenCounter;
  newId: () => string;
  /** Milliseconds since the epoch. */
  now: () => number;
}
