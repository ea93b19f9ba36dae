/** Milliseconds since the epoch. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** A clock for tests: stands still until it is moved. */
export class FakeClock {
  #now: number;

  constructor(start = 1_700_000_000_000) {
    this.#now = start;
  }

  readonly now: Clock = () => this.#now;

  advance(byMs: number): void {
    this.#now += byMs;
  }
}
