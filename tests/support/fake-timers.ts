import type { Timers } from '#services/system/timers.ts';

/** Time that stands still until a test moves it. */
export class FakeTimers implements Timers {
  #now: number;
  #timers: { at: number; done: () => void }[] = [];

  constructor(start = 1_700_000_000_000) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  readonly after = (milliseconds: number, done: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, done };
    this.#timers.push(timer);
    return () => void (this.#timers = this.#timers.filter((one) => one !== timer));
  };

  /** Timers that are running. */
  get count(): number {
    return this.#timers.length;
  }

  /** Milliseconds until the next timer is due. */
  get next(): number | undefined {
    const at = Math.min(...this.#timers.map((one) => one.at));
    return Number.isFinite(at) ? at - this.#now : undefined;
  }

  /** Moves time, calls what has become due, in order, and lets promises settle after each. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = this.#timers.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#now = Math.max(this.#now, due.at);
      this.#timers = this.#timers.filter((one) => one !== due);
      due.done();
      await settled();
    }
    this.#now = end;
    await settled();
  }
}

/** A turn of the event loop: whatever was promised has happened. */
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
