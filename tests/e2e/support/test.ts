import { test as playwright, expect, type BrowserContext, type Page } from '@playwright/test';
import { CandorPage } from './candor-page.ts';

/** Tells a fault that a test brings about on purpose. */
type Excuse = (fault: string) => boolean;

export interface Guard {
  /** Faults that this test brings about itself. */
  excuse(meant: Excuse): void;
  /** Whatever was wrong so far: requests that left the page's origin, errors. */
  readonly faults: readonly string[];
}

interface Fixtures {
  guard: Guard;
  candor: CandorPage;
}

/**
 * Every test stands under guard: a request that leaves the page's origin, by a page or by a worker of any kind, an error
 * in the console or one that nobody caught fails it, whatever else it finds.
 */
export const test = playwright.extend<Fixtures>({
  guard: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = [];
      const excuses: Excuse[] = [];
      watch(context, new URL(baseURL ?? '').origin, (fault) => faults.push(fault));
      await use({ excuse: (excuse) => void excuses.push(excuse), faults });
      const unexcused = faults.filter((fault) => !excuses.some((excuse) => excuse(fault)));
      expect(unexcused, 'requests to elsewhere, and errors').toEqual([]);
    },
    { auto: true },
  ],
  candor: async ({ page }, use) => use(new CandorPage(page)),
});

export { expect };

function watch(context: BrowserContext, origin: string, report: (fault: string) => void): void {
  const leaves = (address: string) => {
    const { protocol, host } = new URL(address);
    if (protocol === 'data:' || protocol === 'blob:') return false; // made by the page, and read from its own memory
    return host !== new URL(origin).host;
  };
  // Of the context, so that pages opened later, dedicated workers and service workers are heard too.
  context.on('request', (request) => {
    if (leaves(request.url())) report(`request: ${request.method()} ${request.url()}`);
  });
  context.on('console', (message) => {
    // Tests do without a copy on the device, except those that are about it.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'error' || message.type() === 'warning') report(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => report(`error: ${error.error().stack ?? error.error().message}`));
  const listen = (page: Page) => {
    page.on('websocket', (socket) => report(`request: WebSocket ${socket.url()}`));
  };
  context.pages().forEach(listen);
  context.on('page', listen);
}
