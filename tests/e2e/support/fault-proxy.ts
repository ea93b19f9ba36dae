import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to a call on its way; nothing: it is passed on. */
export type Fault =
  | { kind: 'refuse'; status: number; headers?: Record<string, string>; message?: string }
  /** Breaks off after some words, as the simulated server does when asked to. */
  | { kind: 'drop' };

export interface FaultProxy {
  /** Base address of the protocol. */
  url: string;
  origin: string;
  /** Decides on each chat call from now on. */
  faults: (call: { number: number; authorization: string | undefined }) => Fault | undefined;
  close(): Promise<void>;
}

/** Stands before a server and fails where it is told to, as real ones do. `cors: false`: pages may not read its answers. */
export async function faultProxy(target: string, { cors = true } = {}): Promise<FaultProxy> {
  let calls = 0;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (cors) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
      response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '*');
    }
    if (request.method === 'OPTIONS') return void response.writeHead(cors ? 204 : 405).end();
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    let body = Buffer.concat(pieces).toString();
    if (request.url?.endsWith('/chat/completions')) {
      const fault = proxy.faults({ number: ++calls, authorization: request.headers.authorization });
      if (fault?.kind === 'refuse') {
        response.writeHead(fault.status, { 'Content-Type': 'application/json', ...fault.headers });
        return void response.end(JSON.stringify({ error: { message: fault.message ?? 'refused on purpose' } }));
      }
      if (fault) body = body.replace(/"model":\s*"([^"]+)"/, '"model":"$1+drop"');
    }
    const { pathname } = new URL(request.url ?? '/', origin);
    const aborted = new AbortController();
    response.on('close', () => aborted.abort());
    try {
      const passed = await fetch(target.replace(/\/v1$/, '') + pathname, {
        method: request.method ?? 'GET',
        headers: { 'Content-Type': 'application/json' },
        ...(body ? { body } : {}),
        signal: aborted.signal,
      });
      response.writeHead(passed.status, { 'Content-Type': passed.headers.get('content-type') ?? 'text/plain' });
      for await (const piece of passed.body ?? []) response.write(piece);
      response.end();
    } catch {
      response.destroy(); // what broke behind breaks before
    }
  }

  const proxy: FaultProxy = {
    url: `${origin}/v1`,
    origin,
    faults: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}
