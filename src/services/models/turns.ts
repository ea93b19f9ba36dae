/** Lets one through at a time, in the order in which they came: a model in the page has one mind. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /**
   * Waits for one's turn; the answer ends it. `undefined` when the signal came first. Whoever got a turn must end it, and
   * may do so later than its caller is told.
   */
  async take(signal?: AbortSignal): Promise<(() => void) | undefined> {
    const before = this.#last;
    let end = () => {};
    this.#last = new Promise((resolve) => (end = resolve));
    await unlessAborted(before, signal);
    if (!signal?.aborted) return end;
    void before.then(end); // those behind still wait for those before
    return undefined;
  }
}

/** What comes of the work, or nothing when the signal says so first; leaves no listener on it. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (!signal) return work;
  let stop = () => {};
  const stopped = new Promise<undefined>((resolve) => (stop = () => resolve(undefined)));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
