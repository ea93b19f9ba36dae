/** Time as the services see it, handed in so that tests need not wait. */
export interface Timers {
  /** Milliseconds since the epoch, never going back. */
  now(): number;
  /** Calls `done` later; the returned function calls it off. */
  after(milliseconds: number, done: () => void): () => void;
}

/** Longest wait that timers of browsers and Node take; longer ones would fire at once. */
const longest = 2 ** 31 - 1;

export const systemTimers: Timers = {
  now: () => performance.timeOrigin + performance.now(),
  after(milliseconds, done) {
    const timer = setTimeout(done, Math.min(Math.max(milliseconds, 0), longest));
    return () => clearTimeout(timer);
  },
};
