import { setTimeout as wait } from 'node:timers/promises';
import { inFreshPage, slowDown, type BuiltApp } from './built-app.ts';
import { median, milliseconds, type Figure } from './figure.ts';

interface Arrival {
  usableInMs: number;
  shift: number;
  longestLaterInMs: number;
}

const runs = 5;

/** How soon the catalogue can be used by somebody who was never here, on a slow device and a slow network. */
export async function measureFirstView(app: BuiltApp): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [language, locale] of [
    ['English', 'en-GB'],
    ['French', 'fr-FR'],
  ] as const) {
    const arrivals: Arrival[] = [];
    for (let run = 0; run < runs; run++) arrivals.push(await arrive(app, locale));
    const usable = median(arrivals.map(({ usableInMs }) => usableInMs));
    const shift = Math.max(...arrivals.map((arrival) => arrival.shift));
    const longest = median(arrivals.map(({ longestLaterInMs }) => longestLaterInMs));
    const what = `catalogue in ${language}, cold, CPU at a quarter, fast 3G`;
    figures.push(
      { what: `${what}: usable`, measured: `${(usable / 1000).toFixed(2)} s`, goal: '≤ 2.0 s', kept: usable <= 2000 },
      { what: `${what}: layout shift`, measured: shift.toFixed(3), goal: '0', kept: shift === 0 },
      {
        what: `${what}: longest task after that`,
        measured: longest === 0 ? 'none > 50' : milliseconds(longest),
        goal: '≤ 50 ms',
        kept: longest <= 50,
      },
    );
  }
  return figures;
}

/** What a run notes on the page itself, from before its first script. */
interface Notes {
  usableInMs?: number;
  shift: number;
  tasks: { at: number; inMs: number }[];
}

function takeNotes(): void {
  const notes: Notes = { shift: 0, tasks: [] };
  Object.assign(window, { notes });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.tasks.push({ at: startTime, inMs: duration });
  }).observe({ type: 'longtask', buffered: true });
  // Usable: the rows are on the screen, and the page answers. A message is answered only after the frame was made.
  const look = () => {
    if (!document.querySelector('[data-row]')) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (notes.usableInMs = performance.now());
    port2.postMessage(null);
    return 0;
  };
  requestAnimationFrame(look);
}

function arrive(app: BuiltApp, locale: string): Promise<Arrival> {
  return inFreshPage(app, { locale }, async (page, session) => {
    // Asked over the bare protocol: what Playwright puts into a page to ask it is itself a long task on a slow device.
    const ask = async <T>(expression: string): Promise<T> => {
      const { result } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value as T;
    };
    await page.addInitScript(takeNotes);
    await slowDown(session);
    await page.goto(app.url, { waitUntil: 'commit' });
    while (!(await ask<boolean>('notes.usableInMs !== undefined'))) await wait(200);
    // Until what comes after the first view has come too: database, history of the device, the start of the offline copy.
    await ask('navigator.serviceWorker.ready.then(() => undefined)');
    const { usableInMs, shift, tasks } = await ask<Required<Notes>>('notes');
    const later = tasks.filter(({ at }) => at >= usableInMs).map(({ inMs }) => inMs);
    return { usableInMs, shift, longestLaterInMs: Math.max(0, ...later) };
  });
}
