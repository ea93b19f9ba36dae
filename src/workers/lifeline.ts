/**
 * A worker that runs out of memory or is ended by the browser dies without a word: no event tells of it. But whatever
 * dies lets go of its locks. So a worker holds one for as long as it lives and says its name; whoever asks for the same
 * lock gets it when the worker is gone, at once.
 */
export interface Lifeline {
  readonly lifeline: string;
}

/** In the worker. Does nothing where there are no locks, as on pages that are not served securely. */
export function holdLifeline(): void {
  const { locks } = navigator as Partial<Navigator>;
  const lifeline = `worker ${Math.random()}`;
  const held = locks?.request(lifeline, () => {
    self.postMessage({ lifeline } satisfies Lifeline);
    return new Promise<never>(() => {});
  });
  held?.catch(() => {}); // not here either: silence will tell
}

/** In the page: calls `gone` when the worker that holds it is no more. */
export function watchLifeline({ lifeline }: Lifeline, gone: () => void): void {
  navigator.locks.request(lifeline, gone).catch(() => {});
}
