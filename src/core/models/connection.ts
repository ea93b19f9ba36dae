import type { Price } from './price.ts';

/** What all connections have in common. A key is never part of a connection: see {@link KeyVault}. */
interface ConnectionBase {
  /** Stable and without a slash; part of the ids of its models. */
  id: string;
  /** What the person calls it. */
  name: string;
  /** Model asked when nobody chose another. */
  model: string;
  /** Prices by model, when the person or a preset told us. */
  prices: Record<string, Price>;
}

/** A server that speaks the chat completions protocol. */
export interface ServerConnection extends ConnectionBase {
  kind: 'server';
  /** Id in the list of presets; `other` when none fits. */
  preset: string;
  /** With its version path, for instance `http://127.0.0.1:11434/v1`. */
  baseUrl: string;
  /** Whether requests carry a key. */
  keyed: boolean;
  /** Model names the server listed or the person typed, in the order in which they are offered. */
  models: string[];
  /** Most requests under way at once. A page gets six connections to an HTTP/1.1 host. */
  concurrency: number;
  requestsPerMinute?: number;
  timeouts: Timeouts;
}

/** Milliseconds without a sign of life before a call is given up. */
export interface Timeouts {
  connectInMs: number;
  firstTokenInMs: number;
  stallInMs: number;
}

/** The browser's own model (Prompt API). */
export interface BrowserConnection extends ConnectionBase {
  kind: 'browser';
}

/** A GGUF file, run in this page. */
export interface FileConnection extends ConnectionBase {
  kind: 'file';
  file: { name: string; sizeInBytes: number };
  /** The file lies in this browser's private storage; otherwise it is asked for again after a reload. */
  kept: boolean;
  threads: number;
  contextInTokens: number;
}

/** A way to real models that the person set up. */
export type Connection = ServerConnection | BrowserConnection | FileConnection;
export type ConnectionKind = Connection['kind'];

/** Id of a model behind a connection: `<connection>/<model>`. Ids of simulated models have no slash. */
export function modelIdOf(connection: Pick<Connection, 'id'>, model: string): string {
  return `${connection.id}/${model}`;
}

/** Takes an id of a model apart; `undefined` for simulated models. Model names may contain slashes themselves. */
export function readModelId(id: string): { connection: string; model: string } | undefined {
  const slash = id.indexOf('/');
  return slash > 0 ? { connection: id.slice(0, slash), model: id.slice(slash + 1) } : undefined;
}
