import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';

/** The head of a response that goes on while there is something to say. */
export const eventStreamHead = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache',
  'X-Accel-Buffering': 'no',
};

/** One server-sent event. JSON has no line breaks of its own, so an event is one line of data. */
export function eventOf(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

/** What ends a stream of chat completions. */
export const lastEvent = 'data: [DONE]\n\n';

/**
 * Sends a text, no faster than the client reads, and lets other requests and a client's leaving be noticed.
 * Throws when the client has left.
 */
export async function send(response: ServerResponse, body: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!response.write(body)) await once(response, 'drain', { signal });
  await setImmediate(undefined, { signal });
}
