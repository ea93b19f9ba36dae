import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Pages of any origin may ask: there is nothing here to protect, no key and no account, and a page that practises
 * is often served from another address than this one.
 */
export function allowOrigins(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
  // A star would not cover Authorization, which every client sends.
  const wanted = request.headers['access-control-request-headers'];
  response.setHeader('Access-Control-Allow-Headers', wanted ?? 'Authorization, Content-Type');
  response.setHeader('Access-Control-Max-Age', '600');
  response.setHeader('Vary', 'Access-Control-Request-Headers');
  if (request.headers['access-control-request-private-network']) {
    response.setHeader('Access-Control-Allow-Private-Network', 'true');
  }
}
