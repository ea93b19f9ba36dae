import type { ModelError } from './model-error.ts';

/** What is going on towards one connection right now. */
export interface TrafficState {
  /** Calls under way. */
  active: number;
  /** Calls waiting for their turn. */
  queued: number;
  /** Calls the server lets through at once, as far as we have learnt from its refusals. */
  limit: number;
  /** Why calls wait before they are tried again, and until when (milliseconds since the epoch). */
  pause?: { error: ModelError; until: number; attempt: number; attempts: number };
}

/** The port for watching the queue before a connection; every connection has one queue, whoever asks. */
export interface Traffic {
  state(connection: string): TrafficState;
  watch(connection: string, changed: (state: TrafficState) => void): () => void;
  /** Ends the pause: what waits is tried at once. */
  tryNow(connection: string): void;
}
