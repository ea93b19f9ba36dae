import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable, writeTable } from './table.ts';

test('what was packed comes back, to the sixteenth', () => {
  const symbol = fc.integer({ min: 0, max: 0xffffff });
  const weight = fc.integer({ min: -128, max: 127 }).map((sixteenths) => sixteenths / 16);
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(symbol, weight, weight), { selector: ([one]) => one }), (rows) => {
      const table = new Map(rows.map(([one, ...weights]) => [one, weights] as const));
      expect(new Map(readTable(writeTable(table), 2))).toEqual(new Map([...table].sort(([a], [b]) => a - b)));
    }),
  );
});

test('what does not fit a byte is bounded', () => {
  expect([...readTable(writeTable(new Map([[7, [100, -100]]])), 2)]).toEqual([[7, [7.9375, -8]]]);
});
