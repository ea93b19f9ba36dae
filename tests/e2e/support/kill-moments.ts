import type { Page } from '@playwright/test';

/** At which write to storage the page is hit, counted from when it is armed, and where in that write. */
export interface Moment {
  write: number;
  /**
   * `before`: the write was not asked for yet. `asked`: it was, and is not committed. `committed`: it is, and the page has
   * not been told. In all three the page stands still. `after`: the page goes on for so many milliseconds.
   */
  where: 'before' | 'asked' | 'committed' | 'after';
  afterMs: number;
}

/** What the page had told the person at the moment when it was hit. */
export interface Said {
  attempts: number;
  /** Outputs of the run that goes on. */
  done: number;
  /** A run that is over: its score stands there. */
  score: boolean;
  draftSaved: boolean;
  /** What stands in the editor. */
  typed: string;
  /** What stood there a second ago. */
  typedASecondAgo: string;
}

declare global {
  interface Window {
    arm(moment: Moment): void;
    hit(said: Said): Promise<void>;
    say(): Said;
  }
}

/** From the next load on: counts writes to storage and, once armed, calls `hit` at the moment that was asked for. */
export async function watchWrites(page: Page, hit: (said: Said) => void): Promise<void> {
  await page.exposeFunction('hit', hit);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'serviceWorker', { value: undefined }); // the copy on the device is not what is tested
    let moment: Moment | undefined;
    let writes = 0;
    window.arm = (asked) => {
      moment = asked;
      writes = 0;
    };

    // What was typed when, by the page's own count of time: a page that did not run could not have saved either.
    const ticksInASecond = 10;
    let tick = 0;
    setInterval(() => tick++, 1000 / ticksInASecond);
    const typed: { text: string; tick: number }[] = [];
    const editor = () => document.querySelector('.cm-content')?.textContent ?? '';
    addEventListener('input', () => typed.push({ text: editor(), tick }));

    window.say = () => {
      const result = document.querySelector('section[aria-label=Result]');
      return {
        attempts: document.querySelectorAll('[role=toolbar][aria-label^="Attempts of"] button').length,
        done: Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') ?? 0),
        score: /Score \d+ of 100/.test(result?.textContent ?? '') && !document.querySelector('[role=progressbar]'),
        draftSaved: document.body.innerText.includes('Draft saved'),
        typed: editor(),
        typedASecondAgo: typed.findLast((one) => tick - one.tick > ticksInASecond)?.text ?? '',
      };
    };
    const strike = (still: boolean) => {
      moment = undefined;
      void window.hit(window.say());
      if (!still) return;
      const longest = performance.now() + 20_000;
      while (performance.now() < longest); // until it is killed
    };
    const written = (write: () => void, committed: (then: () => void) => void) => {
      if (!moment || ++writes !== moment.write) return write();
      const { where, afterMs } = moment;
      if (where === 'before') strike(true);
      write();
      if (where === 'asked') strike(true);
      if (where === 'committed') committed(() => strike(true));
      if (where === 'after') setTimeout(() => strike(false), afterMs);
    };

    for (const method of ['put', 'add'] as const) {
      const original = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function (this: IDBObjectStore, ...row: Parameters<IDBObjectStore['put']>) {
        let request!: IDBRequest<IDBValidKey>;
        written(
          () => (request = original.apply(this, row)),
          (then) => this.transaction.addEventListener('complete', then),
        );
        return request;
      };
    }
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (this: Storage, ...entry: [string, string]) {
      written(
        () => setItem.apply(this, entry),
        (then) => then(),
      );
    };
  });
}
