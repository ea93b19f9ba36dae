import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { someComparison, someComparisonOutput } from '../../../tests/support/comparisons.ts';
import { StoreError } from '#core/attempts/attempt-store.ts';
import type { Comparison } from '#core/comparisons/comparison.ts';
import { StoredComparisonKeeper } from './keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup({ blocked = false, full = false } = {}) {
  const rows = new Map<string, Comparison>();
  const copies = new Map<string, string>();
  const storage = {
    getItem: (key: string) => copies.get(key) ?? null,
    setItem: (key: string, text: string) => void copies.set(key, text),
    removeItem: (key: string) => void copies.delete(key),
  } as Storage;
  let save = async (comparison: Comparison) => {
    if (full) throw new StoreError('full');
    rows.set(comparison.id, comparison);
  };
  const comparisons = { get: async (id: string) => rows.get(id), save: (one: Comparison) => save(one) };
  const open = () =>
    new StoredComparisonKeeper({
      comparisons,
      storage: () => {
        if (blocked) throw new Error('blocked');
        return storage;
      },
    });
  return { rows, copies, open, saveWith: (other: typeof save) => (save = other) };
}

test('what is typed is saved within a second, even while typing goes on', async () => {
  const { rows, open } = setup();
  const keeper = open();
  const settled = vi.fn();
  for (let at = 1; at <= 20; at++) {
    keeper.keep(someComparison({ title: `t${at}`, updatedAt: at }), settled);
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(Number(rows.get('one')?.title.slice(1))).toBeGreaterThanOrEqual(12);
  await vi.advanceTimersByTimeAsync(300);
  expect(rows.get('one')?.title).toBe('t20');
  expect(settled).toHaveBeenLastCalledWith('saved');
});

test('what the database did not get before the page died is found in the copy', async () => {
  const { rows, copies, open, saveWith } = setup();
  rows.set('one', someComparison({ title: 'old', updatedAt: 1 }));
  saveWith(() => new Promise(() => {}));
  const keeper = open();
  keeper.keep(someComparison({ title: 'typed last', updatedAt: 2 }), () => {});
  void keeper.flush();
  expect((await open().restore('one'))?.title).toBe('typed last');
  saveWith(async (comparison) => void rows.set(comparison.id, comparison));
  const next = open();
  next.keep(someComparison({ title: 'newer', updatedAt: 3 }), () => {});
  await next.flush();
  expect(copies.size).toBe(0);
  expect((await open().restore('one'))?.title).toBe('newer');
});

test('a copy that is not ours, or broken, is passed over; what was deleted stays deleted', async () => {
  const { rows, copies, open } = setup();
  copies.set('candor.comparison.one', '{"id": "one", "panes": "no"}');
  expect(await open().restore('one')).toBeUndefined();
  copies.set('candor.comparison.one', JSON.stringify(someComparison({ updatedAt: 9 })));
  rows.set('one', someComparison({ deletedAt: 8 }));
  expect(await open().restore('one')).toBeUndefined();
});

test('where nothing can store it, that is said; the copy alone is enough', async () => {
  const outcome = async (options: Parameters<typeof setup>[0]) => {
    const keeper = setup(options).open();
    const settled = vi.fn();
    keeper.keep(someComparison(), settled);
    await keeper.flush();
    return settled.mock.calls;
  };
  expect(await outcome({ blocked: true, full: true })).toEqual([['failed']]);
  expect(await outcome({ full: true })).toEqual([['saved']]);
  expect(await outcome({ blocked: true })).toEqual([['saved']]);
});

test('what had arrived when the page went away is left once, for its own comparison', () => {
  const { copies, open } = setup();
  const partial = someComparisonOutput('one', 'a', { status: 'partial', text: 'Hel' });
  open().leave('one', [partial]);
  open().leave('one', []);
  expect(open().takeLeft('two')).toEqual([]);
  expect(open().takeLeft('one')).toEqual([partial]);
  expect(open().takeLeft('one')).toEqual([]);
  copies.set('candor.arrived.one', '[{"id": 1}]');
  expect(open().takeLeft('one')).toEqual([]);
  expect(() => setup({ blocked: true }).open().leave('one', [partial])).not.toThrow();
});
