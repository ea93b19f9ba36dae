import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Where a Chromium lies that tests can use: the one named by CANDOR_CHROMIUM, Playwright's own, or the system's; `undefined` when there is none. */
export function findChromium(): string | undefined {
  const given = process.env['CANDOR_CHROMIUM'];
  if (given && existsSync(given)) return given;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    try {
      const path = execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
      if (path) return path;
    } catch {
      // not on the PATH; try the next name
    }
  }
  return undefined;
}

/** Launch options for Playwright and Vitest; background traffic is switched off so that tests see only the page's. */
export function chromiumLaunch() {
  const executablePath = findChromium();
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}
