import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, type Served } from './answer.ts';
import { modelBody, modelsBody } from './bodies.ts';
import { ApiError, noSuchModel } from './errors.ts';
import { servedModel } from './faults.ts';
import { parseRequest } from './parse-request.ts';
import { readBody } from './read-body.ts';
import { sendJson } from './send-json.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, served: Served) => Promise<void> | void;

/** What can be asked at a path, by method. */
function handlersAt(path: string): Record<string, Handler> | undefined {
  if (path === '/v1/models') return { GET: (_, response) => sendJson(response, 200, JSON.stringify(modelsBody())) };
  if (path === '/v1/chat/completions') {
    return {
      POST: async (request, response, served) => answer(parseRequest(await readBody(request)), served, response),
    };
  }
  const model = /^\/v1\/models\/([^/]+)$/.exec(path)?.[1];
  if (model === undefined) return undefined;
  return {
    GET: (_, response) => {
      const id = decoded(model);
      if (!servedModel(id)) throw noSuchModel(id);
      sendJson(response, 200, JSON.stringify(modelBody(id)));
    },
  };
}

/** Finds who answers a request, and lets them. */
export async function route(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const method = request.method ?? 'GET';
  const path = (request.url ?? '/').replace(/[?#].*$/s, '').replace(/(?<=.)\/+$/, '');
  const handlers = handlersAt(path);
  if (method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  if (!handlers) {
    const meant = handlersAt(`/v1${path}`) ? ` Did you mean /v1${path}?` : '';
    throw new ApiError(404, `Unknown request URL: ${method} ${path}.${meant}`, { code: 'unknown_url' });
  }
  // HEAD is GET whose body is kept back, which Node does by itself.
  const handler = handlers[method === 'HEAD' ? 'GET' : method];
  if (!handler) {
    const allowed = Object.keys(handlers).join(', ');
    throw new ApiError(405, `Not allowed to ${method} on ${path}; what is allowed is ${allowed}.`, {
      code: 'method_not_supported',
      headers: { Allow: `${allowed}, OPTIONS` },
    });
  }
  await handler(request, response, served);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
