/**
 * Works on several items at once and gives the results in the order of the items, each as soon as those before it are
 * there. Reading goes on meanwhile, but never far ahead. When an item cannot be read, the results of those before it
 * are given first.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  let active = 0;
  let end: { error?: unknown } | undefined;
  let waiting: (() => void)[] = [];
  const changed = () => new Promise<void>((resolve) => waiting.push(resolve));
  const notify = () => {
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve();
  };
  const begin = (item: Item) => {
    active += 1;
    const result = work(item).finally(() => {
      active -= 1;
      notify();
    });
    result.catch(() => {}); // it is heard of when its turn comes
    begun.push(result);
    notify();
  };
  const read = async () => {
    const reading = items[Symbol.asyncIterator]();
    for (;;) {
      // Many may be done and wait for a slow one before them; then reading waits, too.
      while (active >= atOnce || begun.length >= 8 * atOnce) await changed();
      const next = await reading.next();
      if (next.done) return;
      begin(next.value);
    }
  };
  void read().then(
    () => ((end = {}), notify()),
    (error: unknown) => ((end = { error }), notify()),
  );
  for (;;) {
    const first = begun.shift();
    if (first) {
      notify();
      yield await first;
    } else if (end) {
      if ('error' in end) throw end.error;
      return;
    } else {
      await changed();
    }
  }
}
