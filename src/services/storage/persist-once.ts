const asked = 'candor.asked-to-persist';

interface Options {
  /** The browser's storage manager, where it has one. */
  manager?: Pick<StorageManager, 'persist' | 'persisted'>;
  /** A function because even touching a blocked `localStorage` throws. */
  memory?: () => Storage;
}

/**
 * Asks the browser to keep the data, when there is something to keep for the first time, and once only: some browsers put
 * the question to the person, who may have said no. Settings ask again whenever the person wants it.
 */
export function persistOnce({
  manager = globalThis.navigator?.storage,
  memory = () => localStorage,
}: Options = {}): () => Promise<void> {
  let done = false;
  return async () => {
    if (done) return;
    done = true;
    try {
      const remembered = memory();
      if (remembered.getItem(asked) !== null) return;
      remembered.setItem(asked, '1');
      if (!(await manager?.persisted())) await manager?.persist();
    } catch {
      // blocked, or a browser that cannot promise: Settings say so
    }
  };
}
