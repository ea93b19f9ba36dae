import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';

/** Where a Chromium lies that tests can use: the one named by CANDOR_CHROMIUM, Playwright's own, or the system's; `undefined` when there is none. */
export function findChromium(): string | undefined {
  const given = givenChromium();
  if (given) return given;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return onThePath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

/**
 * The same browser built without windows: all that a page sees is there, and a test takes a third less of the processor's
 * time. The one named by CANDOR_CHROMIUM, Playwright's own, or the system's.
 */
export function findHeadlessShell(): string | undefined {
  return givenChromium() ?? ownHeadlessShell() ?? onThePath('chromium-headless-shell');
}

function givenChromium(): string | undefined {
  const given = process.env['CANDOR_CHROMIUM'];
  return given && existsSync(given) ? given : undefined;
}

/** Playwright downloads it beside the whole browser, `chromium_headless_shell-1234` beside `chromium-1234`. */
function ownHeadlessShell(): string | undefined {
  const found = /^(.*[\\/])chromium(-\d+)[\\/]/.exec(chromium.executablePath() ?? '');
  if (!found) return undefined;
  const folder = `${found[1]}chromium_headless_shell${found[2]}`;
  if (!existsSync(folder)) return undefined;
  const shell = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    /(?:^|[\\/])(?:chrome-)?headless[-_]shell(?:\.exe)?$/.test(name),
  );
  return shell && join(folder, shell);
}

function onThePath(...names: string[]): string | undefined {
  for (const name of names) {
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
