import { describe, expect, it, vi } from 'vitest';
import { StoreError } from '#core/attempts/attempt-store.ts';
import { LateAttemptStore } from './late-store.ts';
import { MemoryAttemptStore } from './memory-store.ts';

describe('LateAttemptStore', () => {
  it('loads once, when something is first asked of it', async () => {
    const load = vi.fn(async () => new MemoryAttemptStore());
    const store = new LateAttemptStore(load);
    expect(load).not.toHaveBeenCalled();
    await Promise.all([store.list({ limit: 1 }), store.showHint('a/b', 2, 0)]);
    expect(load).toHaveBeenCalledOnce();
    expect((await store.progress('a/b'))?.hintsShown).toBe(2);
  });

  it('watches as soon as it is there, and tells of changes', async () => {
    const store = new LateAttemptStore(async () => new MemoryAttemptStore());
    const seen: number[] = [];
    const stop = store.watchProgress()(
      (rows) => seen.push(rows.length),
      () => {},
    );
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await store.showHint('a/b', 1, 0);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    stop();
  });

  it('tells nothing to those who left before it came', async () => {
    const memory = new MemoryAttemptStore();
    const store = new LateAttemptStore(async () => memory);
    const next = vi.fn();
    store.watchProgress()(next, next)();
    await store.list({ limit: 1 });
    await memory.showHint('a/b', 1, 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(next).not.toHaveBeenCalled();
  });

  it('says why it could not be loaded, and tries again when asked again', async () => {
    let fails = true;
    const store = new LateAttemptStore(async () => {
      if (fails) throw new TypeError('no network');
      return new MemoryAttemptStore();
    });
    const failed = vi.fn();
    store.watchList({ limit: 1 })(() => {}, failed);
    await expect(store.list({ limit: 1 })).rejects.toMatchObject({ failure: 'unknown' });
    await vi.waitFor(() => expect(failed.mock.calls[0]?.[0]).toBeInstanceOf(StoreError));
    fails = false;
    await expect(store.list({ limit: 1 })).resolves.toEqual([]);
  });
});
