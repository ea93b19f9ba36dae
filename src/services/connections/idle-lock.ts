/** What tells that somebody is there. */
const signs = ['pointerdown', 'keydown', 'wheel', 'visibilitychange'] as const;

interface Options {
  lock: () => void;
  now: () => number;
  /** Milliseconds without a sign of anybody; asked anew each time. */
  afterInMs: () => number;
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  timers?: { set: (work: () => void, inMs: number) => unknown; clear: (timer: never) => void };
}

/**
 * Locks when nobody has been there for a while. Timers stand still while a device sleeps, so the clock is asked too: the
 * first sign of somebody after that finds the vault locked.
 */
export class IdleLock {
  #options: Options;
  #seenAt: number;
  #timer: unknown;

  constructor(options: Options) {
    this.#options = options;
    this.#seenAt = options.now();
    for (const sign of signs) options.page.addEventListener(sign, this.#seen, { passive: true, capture: true });
  }

  /** Somebody is there, or at work. */
  readonly touch = (): void => {
    const { now, afterInMs, timers } = this.#options;
    this.#seenAt = now();
    const { set, clear } = timers ?? { set: setTimeout, clear: clearTimeout };
    clear(this.#timer as never);
    this.#timer = set(() => this.#check(), afterInMs());
  };

  readonly #seen = (): void => {
    if (!this.#check()) this.touch();
  };

  #check(): boolean {
    const { now, afterInMs, lock } = this.#options;
    const idle = now() - this.#seenAt >= afterInMs();
    if (idle) {
      this.#seenAt = now();
      lock();
    }
    return idle;
  }

  dispose(): void {
    (this.#options.timers?.clear ?? clearTimeout)(this.#timer as never);
    for (const sign of signs) this.#options.page.removeEventListener(sign, this.#seen, { capture: true });
  }
}
