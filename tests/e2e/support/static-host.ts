import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

const compressible = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.wasm']);

/** A plain static host on loopback, as anybody may use one: one folder under one path, and nothing else. */
export class StaticHost {
  readonly #path: string;
  #folder: string;
  readonly #compress: boolean;
  #server: Server | undefined;
  #port: number;

  /**
   * With `compress`, text goes out in gzip, as most hosts send it; figures of loading need that. Without a port, any
   * free one.
   */
  constructor(folder: string, path = '/', { compress = false, port = 0 } = {}) {
    this.#folder = folder;
    this.#path = path;
    this.#compress = compress;
    this.#port = port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.#path}`;
  }

  /** Puts another build in its place, as a new release does. */
  deploy(folder: string): void {
    this.#folder = folder;
  }

  /** On the same port as before, if it ran before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://host');
      const inside = pathname.startsWith(this.#path) ? pathname.slice(this.#path.length) : undefined;
      const file = join(this.#folder, normalize(`/${inside || 'index.html'}`));
      if (inside === undefined || !existsSync(file) || !statSync(file).isFile()) {
        response.writeHead(404).end();
        return;
      }
      const type = { 'content-type': types[extname(file)] ?? 'application/octet-stream' };
      const gzip = this.#compress && compressible.has(extname(file));
      response.writeHead(200, gzip ? { ...type, 'content-encoding': 'gzip' } : type);
      const content = createReadStream(file);
      (gzip ? content.pipe(createGzip()) : content).pipe(response);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
