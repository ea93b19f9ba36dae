import type { ChatModel } from './chat-model.ts';
import type { Connection } from './connection.ts';
import type { ModelError } from './model-error.ts';

/** What came of trying a connection: how it answers, or why not. */
export type ProbeReport =
  | { ok: true; model: string; firstTokenInMs: number; totalInMs: number; streams: boolean; reportsUsage: boolean }
  | { ok: false; error: ModelError };

/** The port that turns a connection into models; one for each kind of connection. */
export interface Connector<C extends Connection = Connection> {
  /** Names of the models behind it; an error when they cannot be listed (then they are typed). */
  models(connection: C, signal?: AbortSignal): Promise<{ models: string[] } | { error: ModelError }>;
  /** Asks for a few words and tells how that went. */
  probe(connection: C, model: string, signal?: AbortSignal): Promise<ProbeReport>;
  /** A model ready to be asked; its id is `modelIdOf(connection, model)`. */
  open(connection: C, model: string): ChatModel;
}
