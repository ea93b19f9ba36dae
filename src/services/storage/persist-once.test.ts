import { expect, test, vi } from 'vitest';
import { persistOnce } from './persist-once.ts';

const storage = () => {
  const rows = new Map<string, string>();
  return {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
  } as Storage;
};
const browser = (persisted = false) => ({
  persisted: vi.fn(async () => persisted),
  persist: vi.fn(async () => false),
});

test('the browser is asked once, whatever it answered, and never again after loading anew', async () => {
  const manager = browser();
  const kept = storage();
  const ask = persistOnce({ manager, memory: () => kept });
  expect(manager.persist).not.toHaveBeenCalled();
  await ask();
  await ask();
  await persistOnce({ manager, memory: () => kept })();
  expect(manager.persist).toHaveBeenCalledOnce();
});

test('a browser that has promised already is not asked', async () => {
  const manager = browser(true);
  const kept = storage();
  await persistOnce({ manager, memory: () => kept })();
  expect(manager.persist).not.toHaveBeenCalled();
});

test('where nothing can be remembered nobody is asked, so that nobody is asked on every visit', async () => {
  const manager = browser();
  const memory = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  await persistOnce({ manager, memory })();
  expect(manager.persist).not.toHaveBeenCalled();
});

test('a browser without a storage manager is no fault', async () => {
  const kept = storage();
  await expect(persistOnce({ manager: undefined, memory: () => kept })()).resolves.toBeUndefined();
});
