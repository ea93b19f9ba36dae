import type { Page } from 'playwright';
import { CandorPage } from '../e2e/support/candor-page.ts';
import { inFreshPage, type BuiltApp } from './built-app.ts';
import { median, milliseconds, type Figure } from './figure.ts';

const exercise = 'support/refund-outside-policy';
const keys = 80;
const runs = 2;

/** How the practice page keeps up with its writer, and how soon the simulated model begins to answer. */
export function measurePractice(app: BuiltApp): Promise<Figure[]> {
  return inFreshPage(app, { locale: 'en-GB', viewport: { width: 1600, height: 1000 } }, async (page) => {
    await page.addInitScript(listen);
    await page.goto(`${app.url}#/practice/${exercise}`);
    const { editor } = new CandorPage(page);
    await editor.click(); // the simulated model is fetched while the person still writes
    await editor.press('Control+End'); // clear of the variables
    await editor.press('Enter');
    await page.waitForLoadState('networkidle');

    const idle = await typed(page);
    const firstWords: number[] = [];
    let streaming: Typed | undefined;
    for (let run = 0; run < runs; run++) {
      firstWords.push(await firstWord(page));
      streaming ??= await typed(page, () => page.locator('.text.streaming').count());
      await page.getByText(/^Score \d+ of 100$/).waitFor({ state: 'attached', timeout: 300_000 });
      await page.getByRole('button', { name: /^Run/ }).waitFor();
    }
    return [...typing(idle, streaming!), begins(firstWords)];
  });
}

function typing(idle: Typed, streaming: Typed): Figure[] {
  const ratio = streaming.toPaint / idle.toPaint;
  return [
    {
      what: `practice page: key to paint while 6 outputs stream, 95th percentile (idle: ${milliseconds(idle.toPaint)}; by Event Timing ${milliseconds(streaming.byEventTiming)}, idle ${milliseconds(idle.byEventTiming)})`,
      measured: `${milliseconds(streaming.toPaint)}, ${ratio.toFixed(1)} × idle`,
      goal: '≤ 33 ms or 1.5 ×',
      kept: streaming.toPaint <= 33 || ratio <= 1.5,
    },
  ];
}

function begins([first = 0, ...later]: readonly number[]): Figure {
  return {
    what: `Run pressed to first streamed text on the screen, simulated and loaded (the very first: ${milliseconds(first)})`,
    measured: milliseconds(median(later)),
    goal: '≤ 50 ms',
    kept: median(later) <= 50,
  };
}

interface Heard {
  /** From the press of each key to the frame that shows it. */
  toPaint: number[];
  /** The same by the browser's own account. */
  events: number[];
  pressedAt?: number;
  firstWordAt?: number;
}

/** Listens on the page itself, from before its first script. */
function listen(): void {
  const heard: Heard = { toPaint: [], events: [] };
  Object.assign(window, { heard });
  const painted = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
  addEventListener(
    'keydown',
    ({ timeStamp, key, ctrlKey }) => {
      if (key !== 'Enter') return void painted((at) => heard.toPaint.push(at - timeStamp));
      if (!ctrlKey) return;
      heard.pressedAt = timeStamp;
      delete heard.firstWordAt;
      const look = () => {
        const begun = [...document.querySelectorAll('.text.streaming')].some(({ textContent }) => textContent.trim());
        if (!begun) return void requestAnimationFrame(look);
        painted((at) => (heard.firstWordAt = at));
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') heard.events.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

interface Typed {
  toPaint: number;
  byEventTiming: number;
}

/** Types into the editor and says how late the letters showed; `busy` must hold all the while. */
async function typed(page: Page, busy?: () => Promise<number>): Promise<Typed> {
  await page.evaluate(() => Object.assign((window as unknown as { heard: Heard }).heard, { toPaint: [], events: [] }));
  let pressed = 0;
  for (; pressed < keys; pressed++) {
    if (busy && pressed % 10 === 0 && (await busy()) === 0) break;
    await page.keyboard.press('abcdefgh'[pressed % 8]!, { delay: 5 });
  }
  if (pressed < keys / 4) throw new Error('the outputs came too fast to type beside them');
  await page.waitForFunction((count) => (window as unknown as { heard: Heard }).heard.toPaint.length >= count, pressed);
  const { toPaint, events } = await page.evaluate(() => (window as unknown as { heard: Heard }).heard);
  // Events below its threshold are not told; they were at most that long.
  const all = [...events, ...Array.from({ length: Math.max(0, pressed - events.length) }, () => 16)];
  return { toPaint: percentile95(toPaint), byEventTiming: percentile95(all) };
}

async function firstWord(page: Page): Promise<number> {
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => (window as unknown as { heard: Heard }).heard.firstWordAt !== undefined);
  const { pressedAt, firstWordAt } = await page.evaluate(() => (window as unknown as { heard: Heard }).heard);
  return firstWordAt! - pressedAt!;
}

function percentile95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
}
