/**
 * Keeps the whole app on the device: after one visit it opens without a network, every exercise included. The build puts
 * the list of files in front of it and its hash into it, so a new build is a new worker.
 *
 * It only ever answers for files of this app; requests to models go past it untouched.
 */
const keep = __CANDOR_FILES__;

/** Types of the worker's world that the page's own do not have. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: { includeUncontrolled: boolean }): Promise<{ postMessage(message: unknown): void }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', heard: (event: Fetching) => void): void;
  addEventListener(type: 'message', heard: (event: MessageEvent) => void): void;
}
const worker = globalThis as unknown as Scope;

const prefix = 'candor-files-';
const cacheName = `${prefix}${keep.version}`;
const scope = worker.registration.scope;
const home = new URL('index.html', scope).href;

worker.addEventListener('install', (event) => event.waitUntil(fill().catch(sayWhy)));

worker.addEventListener('activate', (event) => event.waitUntil(clearOld().then(() => worker.clients.claim())));

// The person has been asked, and wants the new version now.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : find(request));
});

/** Every file or none: a worker whose list is incomplete is not installed, and the browser tries again later. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  const addresses = keep.files.map((file) => new URL(file, scope).href);
  const queue = [...addresses];
  const lane = async () => {
    for (let address = queue.shift(); address; address = queue.shift()) {
      // A file with a hash in its name never changes: what the last version has need not travel again.
      const old = address.includes('/assets/') ? await caches.match(address) : undefined;
      const answer = old ?? (await fetch(address, { cache: 'reload' }));
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      await cache.put(address, answer);
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
}

/** Tells the pages when there was no room; that a file did not arrive they take for granted. */
async function sayWhy(error: unknown): Promise<never> {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    const pages = await worker.clients.matchAll({ includeUncontrolled: true });
    for (const page of pages) page.postMessage('copy-full');
  }
  throw error;
}

/** The last version stays: a tab that still runs it may yet ask for a page it has not opened. */
async function clearOld(): Promise<void> {
  const others = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== cacheName);
  await Promise.all(others.slice(0, -1).map((one) => caches.delete(one)));
}

async function page(request: Request): Promise<Response> {
  const own = await caches.open(cacheName);
  const { origin, pathname } = new URL(request.url);
  return (await own.match(`${origin}${pathname}`)) ?? (await own.match(home)) ?? fetch(request);
}

/** From this version, else from the last, else from the network; large files are kept when first used. */
async function find(request: Request): Promise<Response> {
  const own = await caches.open(cacheName);
  const kept = (await own.match(request)) ?? (await caches.match(request));
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && keep.later.some((file) => new URL(file, scope).href === request.url)) {
    await own.put(request, answer.clone());
  }
  return answer;
}

/** Put in by the build. `later`: files so large that only those who use them should fetch them. */
declare const __CANDOR_FILES__: { version: string; files: string[]; later: string[] };
