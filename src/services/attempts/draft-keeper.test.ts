import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Draft } from '#core/attempts/attempt.ts';
import { StoreError } from '#core/attempts/attempt-store.ts';
import { StoredDraftKeeper } from './draft-keeper.ts';
import { MemoryAttemptStore } from './memory-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const draft = (user: string, updatedAt: number): Draft => ({
  exercise: 'everyone/greet',
  prompt: { system: '', turns: [], user, parameters: {} },
  updatedAt,
});

/** The part of `Storage` that is used, in memory. */
function fakeStorage(): Storage {
  const rows = new Map<string, string>();
  return {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
    get length() {
      return rows.size;
    },
  } as Storage;
}

const blocked = (): Storage => {
  throw new DOMException('denied', 'SecurityError');
};

test('someone who types without a pause is saved all the same, within a second', async () => {
  const attempts = new MemoryAttemptStore();
  const keeper = new StoredDraftKeeper({ attempts, storage: fakeStorage });
  for (let key = 1; key <= 12; key++) {
    keeper.keep(draft('x'.repeat(key), key), () => {});
    await vi.advanceTimersByTimeAsync(80);
  }
  expect((await attempts.draft('everyone/greet'))?.updatedAt).toBeGreaterThanOrEqual(8);
});

test('the copy is there before the database has answered, and goes when it has', async () => {
  const storage = fakeStorage();
  let save = () => {};
  const attempts = {
    draft: async () => undefined,
    saveDraft: () => new Promise<void>((resolve) => (save = resolve)),
  };
  const keeper = new StoredDraftKeeper({ attempts, storage: () => storage });
  const settled = vi.fn();
  keeper.keep(draft('half', 1), settled);
  const flushed = keeper.flush();
  expect(storage.length).toBe(1);
  expect(settled).not.toHaveBeenCalled();
  // the page dies here; the next one finds the copy
  const next = new StoredDraftKeeper({ attempts, storage: () => storage });
  expect(await next.restore('everyone/greet')).toEqual(draft('half', 1));
  save();
  await flushed;
  expect(settled).toHaveBeenCalledWith('saved');
  expect(storage.length).toBe(0);
});

test.each([
  ['the copy', 1, 2],
  ['the database', 2, 1],
])('the newest wins: %s', async (_, stored, copied) => {
  const storage = fakeStorage();
  const attempts = new MemoryAttemptStore();
  await attempts.saveDraft(draft('stored', stored));
  storage.setItem('candor.draft.everyone/greet', JSON.stringify(draft('copied', copied)));
  const found = await new StoredDraftKeeper({ attempts, storage: () => storage }).restore('everyone/greet');
  expect(found?.updatedAt).toBe(2);
});

test('a copy that someone tampered with is not taken', async () => {
  const storage = fakeStorage();
  storage.setItem('candor.draft.everyone/greet', '{"exercise":"everyone/greet","prompt":{"user":7},"updatedAt":9}');
  const keeper = new StoredDraftKeeper({ attempts: new MemoryAttemptStore(), storage: () => storage });
  expect(await keeper.restore('everyone/greet')).toBeUndefined();
});

test('says failed only when neither place took it', async () => {
  const full = { draft: async () => undefined, saveDraft: () => Promise.reject(new StoreError('full')) };
  const outcome = async (keeper: StoredDraftKeeper) => {
    const settled = vi.fn();
    keeper.keep(draft('text', 1), settled);
    await keeper.flush();
    return settled.mock.calls;
  };
  const storage = fakeStorage();
  expect(await outcome(new StoredDraftKeeper({ attempts: full, storage: () => storage }))).toEqual([['saved']]);
  expect(storage.length).toBe(1);
  const attempts = new MemoryAttemptStore();
  expect(await outcome(new StoredDraftKeeper({ attempts, storage: blocked }))).toEqual([['saved']]);
  expect(await outcome(new StoredDraftKeeper({ attempts: full, storage: blocked }))).toEqual([['failed']]);
});
