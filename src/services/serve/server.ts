import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Served } from './answer.ts';
import { allowOrigins } from './cors.ts';
import { ApiError, failure } from './errors.ts';
import { route } from './routes.ts';
import { sendJson } from './send-json.ts';

/** A server that is listening. */
export interface RunningServer {
  /** Base address for clients, `http://127.0.0.1:PORT/v1`. */
  url: string;
  /** Ends what is under way and stops listening. */
  close(): Promise<void>;
}

/** Serves the simulated model on this machine only; port 0 takes any free one. Rejects when the port cannot be had. */
export async function startServer(served: Served, port: number): Promise<RunningServer> {
  const server = createServer((request, response) => void handle(request, response, served));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  response.setHeader('X-Request-Id', `req_${randomUUID()}`);
  allowOrigins(request, response);
  try {
    await route(request, response, served);
  } catch (error) {
    if (response.destroyed || request.errored) return; // the client has left
    const said = error instanceof ApiError ? error : failure(`The server failed: ${String(error)}.`);
    if (response.headersSent) {
      // Too late for a status: clients of a stream read errors as events, others see the connection end.
      if (String(response.getHeader('Content-Type')).startsWith('text/event-stream')) {
        response.end(`data: ${JSON.stringify(said.body)}\n\n`);
      } else response.destroy();
      return;
    }
    request.resume();
    sendJson(response, said.status, JSON.stringify(said.body), said.details.headers);
  }
}
