import { chromium, type Browser, type BrowserContextOptions, type CDPSession, type Page } from 'playwright';
import { chromiumLaunch } from '../support/chromium.ts';
import { StaticHost } from '../e2e/support/static-host.ts';

/** The built app as a person meets it: on a static host that compresses, in a Chromium. */
export interface BuiltApp {
  /** Where it lies, with a slash at the end. */
  url: string;
  browser: Browser;
}

export async function withBuiltApp<T>(dist: string, work: (app: BuiltApp) => Promise<T>): Promise<T> {
  const host = new StaticHost(dist, '/', { compress: true });
  await host.start();
  const browser = await chromium.launch(chromiumLaunch());
  try {
    return await work({ url: host.url, browser });
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** A page in a context of its own: nothing cached, nothing stored, closed when the work is done. */
export async function inFreshPage<T>(
  { browser }: BuiltApp,
  options: BrowserContextOptions,
  work: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options });
  try {
    // Functions that are handed to the page name themselves by a helper of the loader that ran this file.
    await context.addInitScript('globalThis.__name = (one) => one');
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    page.on('pageerror', (error) => console.error(error.message));
    return await work(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** Half of a telephone's speed and less; "Fast 3G" as the browser's own tools have it (latency is that of a request). */
export async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562.5,
    downloadThroughput: (1_600_000 * 0.9) / 8,
    uploadThroughput: (750_000 * 0.9) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
