import type { Differ } from '#core/comparisons/diff/differ.ts';

/** The differ, fetched with the first question. */
export function lateDiffer(load: () => Promise<Differ>): Differ {
  let differ: Promise<Differ> | undefined;
  const loaded = () =>
    (differ ??= load().catch((error: unknown) => {
      differ = undefined; // the next question tries again
      throw error;
    }));
  return {
    texts: async (...question) => (await loaded()).texts(...question),
    json: async (...question) => (await loaded()).json(...question),
    forget: (slot) => void differ?.then((ready) => ready.forget(slot)).catch(() => {}),
  };
}
