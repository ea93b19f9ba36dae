import type { Connection } from './connection.ts';

/** The port for connections: those of this device, in the person's order. */
export interface ConnectionStore {
  all(): Promise<Connection[]>;
  /** Adds it at the end, or replaces the one with its id where it stands. */
  put(connection: Connection): Promise<void>;
  remove(id: string): Promise<void>;
  /** Ids in their new order; those left out keep their place behind. */
  order(ids: readonly string[]): Promise<void>;
  /** Hears of changes, in other tabs too. */
  watch(changed: () => void): () => void;
}
