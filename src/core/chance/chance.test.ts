import { describe, expect, it } from 'vitest';
import { hash, hashAfter, luck, randomStream } from './chance.ts';

describe('hash', () => {
  it('keeps the borders between parts', () => {
    expect(hash('ab', 'c')).not.toBe(hash('a', 'bc'));
  });
  it('is the same when the first parts were taken before', () => {
    const after = hashAfter('seed', 0, 'a case');
    for (const last of ['', 'x', 'need:unités']) expect(after(last)).toBe(hash('seed', 0, 'a case', last));
  });
  it('never changes: stored attempts depend on it', () => {
    expect([hash('candor'), hash('seed', 0, 'case')]).toMatchInlineSnapshot(`
      [
        471055397,
        2112163766,
      ]
    `);
  });
});

describe('luck', () => {
  it('spreads evenly over [0, 1)', () => {
    const buckets = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) buckets[Math.floor(luck('even', i) * 10)]! += 1;
    for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});

describe('randomStream', () => {
  it('repeats for the same seed and differs for another', () => {
    const draw = (seed: number) => Array.from({ length: 3 }, randomStream(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});
