import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawn, linesInView, scrolledTo } from './grid-window.ts';

const view = fc.record({
  offset: fc.integer({ min: 0, max: 8_000 }),
  length: fc.integer({ min: 0, max: 1_200 }),
  size: fc.integer({ min: 20, max: 90 }),
  count: fc.integer({ min: 1, max: 120 }),
});

test('every line that is seen is drawn, and few more', () => {
  fc.assert(
    fc.property(view, ({ offset, length, size, count }) => {
      const { from, to } = linesInView(offset, length, size, count);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(count);
      for (let line = 0; line < count; line++) {
        const seen = (line + 1) * size > offset && line * size < offset + length;
        if (seen) expect(line >= from && line < to).toBe(true);
      }
      expect(to - from).toBeLessThanOrEqual(Math.ceil(length / size) + 9);
    }),
  );
});

test('scrolling by less than a line draws nothing new', () => {
  expect(linesInView(0, 400, 40, 100)).toEqual(linesInView(39, 400, 40, 100));
  expect(linesInView(80, 400, 40, 100)).not.toEqual(linesInView(39, 400, 40, 100));
});

test('the focused line stays, wherever one scrolls', () => {
  expect(drawn({ from: 4, to: 7 }, 5, 20)).toEqual([4, 5, 6]);
  expect(drawn({ from: 4, to: 7 }, 1, 20)).toEqual([1, 4, 5, 6]);
  expect(drawn({ from: 4, to: 7 }, 12, 20)).toEqual([4, 5, 6, 12]);
  expect(drawn({ from: 4, to: 7 }, 20, 20)).toEqual([4, 5, 6]);
});

test('a line is scrolled to only when it is not seen whole', () => {
  expect(scrolledTo(100, 200, 40, 3)).toBe(100);
  expect(scrolledTo(100, 200, 40, 1)).toBe(40);
  expect(scrolledTo(100, 200, 40, 9)).toBe(200);
});
