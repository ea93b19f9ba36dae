import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Repaint } from './repaint.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many changes are painted together, the last of each key added to the earlier ones', () => {
  const paint = vi.fn();
  const repaint = new Repaint<{ text?: string; status?: string }>(paint, 66);
  repaint.add('a', { text: 'H' });
  repaint.add('a', { text: 'He' });
  repaint.add('a', { status: 'done' });
  repaint.add('b', { text: 'x' });
  expect(paint).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0);
  expect(paint.mock.calls).toEqual([
    [
      new Map([
        ['a', { text: 'He', status: 'done' }],
        ['b', { text: 'x' }],
      ]),
    ],
  ]);
  vi.advanceTimersByTime(66);
  expect(vi.getTimerCount()).toBe(0);
});

test('the first change is painted at once, those after it once in a while', () => {
  const paint = vi.fn();
  const repaint = new Repaint<object>(paint, 66);
  for (let time = 0; time < 660; time += 10) {
    repaint.add('a', { time });
    vi.advanceTimersByTime(10);
  }
  expect(paint.mock.calls[0]).toEqual([new Map([['a', { time: 0 }]])]);
  expect(paint.mock.calls.length).toBeLessThanOrEqual(11);
  vi.advanceTimersByTime(200);
  expect(paint.mock.lastCall).toEqual([new Map([['a', { time: 650 }]])]);
  repaint.add('a', { time: 1000 });
  vi.advanceTimersByTime(1);
  expect(paint.mock.lastCall).toEqual([new Map([['a', { time: 1000 }]])]);
});

test('nothing is painted twice, nor after it was cleared', () => {
  const paint = vi.fn();
  const repaint = new Repaint<object>(paint, 66);
  repaint.add('a', {});
  repaint.flush();
  repaint.flush();
  expect(paint).toHaveBeenCalledOnce();
  repaint.add('a', {});
  repaint.clear();
  vi.advanceTimersByTime(100);
  expect(paint).toHaveBeenCalledOnce();
});
