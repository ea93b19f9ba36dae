import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  /** The body as JSON, `{}` where there was none. */
  body: Record<string, unknown>;
}

export interface FaultServer {
  /** Without path, `http://127.0.0.1:PORT`. */
  origin: string;
  /** Base address for clients. Pages of any origin may ask there and read all headers. */
  url: string;
  /** The same, but pages of other origins may not ask. */
  closedUrl: string;
  /** The same, but pages of other origins cannot read the headers. */
  unexposedUrl: string;
  requests: Asked[];
  /** Bytes of the last answer that were handed to the network. */
  sent(): number;
  /** Resolves when so many requests have arrived in all. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

export type Fault = (response: ServerResponse, asked: Asked) => void | Promise<void>;

const head = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });
export const event = (value: unknown) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`;
export const delta = (fields: Record<string, unknown>, finish: string | null = null) =>
  event({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta: fields, finish_reason: finish }] });
const usage = event({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 5, total_tokens: 12 } });
const done = event('[DONE]');

/** What a healthy server says: "Hello there", in two pieces. */
const healthy = () =>
  delta({ role: 'assistant', content: '' }) +
  delta({ content: 'Hello' }) +
  delta({ content: ' there' }) +
  delta({}, 'stop') +
  usage +
  done;

const refuse =
  (status: number, error: Record<string, unknown>, headers: Record<string, string> = {}): Fault =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error: { type: 'invalid_request_error', code: null, param: null, ...error } }));

const limited = { message: 'Rate limit reached.', code: 'rate_limit_exceeded', type: 'requests' };
const page = '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

/** Ways in which a server can fail, each asked for by the name of the model. All other names are served well. */
export const faults: Record<string, Fault> = {
  '401': (response, { headers }) =>
    refuse(401, { message: `Incorrect API key provided: ${headers.authorization}.`, code: 'invalid_api_key' })(
      response,
      {
        method: '',
        path: '',
        headers,
        body: {},
      },
    ),
  '403': refuse(403, { message: 'Your project may not use this model.' }),
  '404 model': refuse(404, { message: 'The model `x` does not exist.', code: 'model_not_found', param: 'model' }),
  '404 page': (response) => void response.writeHead(404, { 'content-type': 'text/html' }).end(page),
  '413': refuse(413, { message: 'Request entity too large.' }),
  '400 context': refuse(400, {
    message: "This model's maximum context length is 8192 tokens.",
    code: 'context_length_exceeded',
    param: 'messages',
  }),
  '400 other': refuse(400, { message: 'Messages must alternate.' }),
  '429': refuse(429, limited),
  '429 Retry-After': refuse(429, limited, { 'Retry-After': '7' }),
  '429 retry-after-ms': refuse(429, limited, { 'retry-after-ms': '1234', 'Retry-After': '2' }),
  '429 date': refuse(429, limited, { 'Retry-After': new Date(1_700_000_030_000).toUTCString() }),
  '429 words': refuse(429, { ...limited, message: 'Please try again in 1m2.5s.' }),
  '429 quota': refuse(429, { message: 'You exceeded your current quota.', code: 'insufficient_quota' }),
  '500': refuse(500, { message: 'The server had an error.', type: 'server_error' }),
  '503': refuse(503, { message: 'Loading the model.' }, { 'Retry-After': '3' }),
  '529': refuse(529, { message: 'Overloaded', type: 'overloaded_error' }),
  '502 page': (response) => void response.writeHead(502, { 'content-type': 'text/html' }).end(page),
  page: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  redirect: (response) => void response.writeHead(307, { location: 'http://localhost:1/v1/chat/completions' }).end(),
  silent: () => {},
  'reset at once': (response) => void response.socket?.resetAndDestroy(),
  async 'reset midway'(response) {
    head(response).write(delta({ content: 'Hel' }));
    await new Promise((resolve) => setTimeout(resolve, 30)); // so that it arrives before the reset does
    response.socket?.resetAndDestroy();
  },
  stall: (response) => void head(response).write(delta({ content: 'Hel' })),
  'stall at the end': (response) => void head(response).write(delta({ content: 'Hello' }) + delta({}, 'stop')),
  'no finish': (response) => void head(response).end(delta({ content: 'Hel' }) + done),
  nothing: (response) => void head(response).end(),
  malformed: (response) =>
    void head(response).end(`${delta({ content: 'Hel' })}data: {"choices":[{"delta":{"content":\n\n`),
  'error midway': (response) =>
    void head(response).end(
      delta({ content: 'Hel' }) + event({ error: { message: 'Upstream is overloaded', code: 503 } }),
    ),
  'wrong type': (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
  'wrong type of a good stream': (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(healthy()),
  whole: (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        choices: [{ index: 0, message: { role: 'assistant', content: 'Hello there' }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 7, completion_tokens: 5 },
      }),
    ),
  'huge line': async (response) => {
    head(response).write('data: {"choices":[{"delta":{"content":"');
    await flood(response);
  },
  'huge error': async (response) => {
    response.writeHead(500, { 'content-type': 'application/json' });
    await flood(response);
  },
  'slow drip': async (response) => {
    head(response);
    response.socket?.setNoDelay(true);
    for (const byte of Buffer.from(healthy())) {
      response.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  },
  'usage missing': (response) =>
    void head(response).end(delta({ content: 'Hello' }) + delta({ content: ' there' }, 'stop') + done),
  counts(response, { body }) {
    const most = typeof body['max_tokens'] === 'number' ? body['max_tokens'] : 20;
    const said = Array.from({ length: Math.min(most, 20) }, (_, at) => delta({ content: `${at} ` })).join('');
    head(response).end(said + delta({}, most < 20 ? 'length' : 'stop') + usage + done);
  },
  'echo key': (response, { headers }) =>
    void head(response).end(delta({ content: headers.authorization ?? 'none' }, 'stop') + usage + done),
  'keep alive': (response) => void head(response).end(`: PROCESSING\n\n: PROCESSING\n\n${healthy()}`),
};

/** More than anybody should keep in memory, or until whoever reads hangs up. */
async function flood(response: ServerResponse): Promise<void> {
  const piece = 'x'.repeat(64 * 1024);
  const left = new Promise((resolve) => response.once('close', resolve));
  for (let i = 0; i < 1024 && !response.destroyed; i++) {
    if (!response.write(piece)) await Promise.race([left, new Promise((resolve) => response.once('drain', resolve))]);
  }
  response.end();
}

/** Speaks the protocol on this machine, and fails as the name of the model says. */
export async function startFaultServer(choose?: (asked: Asked) => string | Fault | undefined): Promise<FaultServer> {
  const requests: Asked[] = [];
  let waiting: { count: number; resolve: () => void }[] = [];
  let last: ServerResponse | undefined;
  const server = createServer((request, response) => void handle(request, response));
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allow(request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = 'GET', headers } = request;
    const asked: Asked = {
      method,
      path: request.url ?? '/',
      headers,
      body: (text ? JSON.parse(text) : {}) as Asked['body'],
    };
    if (asked.path.endsWith('/models')) {
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ object: 'list', data: Object.keys(faults).map((id) => ({ id, object: 'model' })) }));
    }
    if (!asked.path.endsWith('/chat/completions')) return void response.writeHead(404).end();
    last = response;
    requests.push(asked);
    waiting = waiting.filter(({ count, resolve }) => requests.length < count || void resolve());
    const chosen = choose?.(asked) ?? (asked.body['model'] as string);
    const fault = typeof chosen === 'function' ? chosen : faults[chosen];
    if (fault) await fault(response, asked);
    else head(response).end(healthy());
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/v1`,
    closedUrl: `${origin}/closed/v1`,
    unexposedUrl: `${origin}/unexposed/v1`,
    requests,
    sent: () => last?.socket?.bytesWritten ?? 0,
    arrived: (count) =>
      new Promise((resolve) => (requests.length >= count ? resolve() : waiting.push({ count, resolve }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function allow(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/closed')) return;
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (!request.url?.startsWith('/unexposed')) {
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After, retry-after-ms');
  }
  if (request.method !== 'OPTIONS') return;
  // As strict as Mistral's: nothing but what a request needs.
  response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
}
