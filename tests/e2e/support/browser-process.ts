import type { Buffer } from 'node:buffer';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumLaunch } from '../../support/chromium.ts';

/** A Chromium that can be killed as a power cut or an impatient person kills it, and started again on the same profile. */
export class BrowserProcess {
  readonly #profile: string;
  #process: ChildProcess | undefined;
  #browser: Browser | undefined;

  constructor(profile: string) {
    this.#profile = profile;
  }

  async start(): Promise<void> {
    const { executablePath = chromium.executablePath(), args } = chromiumLaunch();
    // A killed browser leaves a lock behind in its name.
    for (const left of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
      rmSync(join(this.#profile, left), { force: true });
    this.#process = spawn(
      executablePath,
      [
        ...args,
        '--headless=new',
        '--remote-debugging-port=0',
        `--user-data-dir=${this.#profile}`,
        '--lang=en-GB',
        '--window-size=1280,900',
        '--no-default-browser-check',
        '--password-store=basic',
        'about:blank',
      ],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] }, // a group of its own, to be killed whole
    );
    this.#browser = await chromium.connectOverCDP(await addressSaid(this.#process));
  }

  /** A new tab in the profile itself, and no other beside it. */
  async page(): Promise<Page> {
    const context = this.#context();
    const earlier = context.pages();
    const page = await context.newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' }); // the simulated model then answers at once
    await Promise.all(earlier.map((one) => one.close().catch(() => {})));
    return page;
  }

  #context() {
    const context = this.#browser?.contexts()[0];
    if (!context) throw new Error('the browser is not running');
    return context;
  }

  /** Ends the whole browser at once: nothing in it hears of it. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (!process?.pid) return;
    const gone = process.exitCode === null && process.signalCode === null ? once(process, 'exit') : undefined;
    globalThis.process.kill(-process.pid, 'SIGKILL');
    await gone;
    await this.#browser?.close().catch(() => {});
    this.#browser = undefined;
  }

  /** Ends the processes in which pages run: to the browser, tabs that crashed. */
  async killPages(): Promise<void> {
    const session = await this.#browser!.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
    await session.detach();
  }
}

/** Where a starting browser says that it can be driven. */
function addressSaid(started: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    started.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000); // read on all the same: a full pipe would stop the browser
      const address = /DevTools listening on (ws:\S+)\s/.exec(said)?.[1];
      if (address) resolve(address);
    });
    started.once('exit', (code) => reject(new Error(`the browser ended with ${code}: ${said}`)));
  });
}
