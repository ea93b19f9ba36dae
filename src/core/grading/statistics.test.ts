import { describe, expect, it } from 'vitest';
import { bootstrapInterval, quantile, wilsonInterval } from './statistics.ts';

describe('quantile', () => {
  it('agrees with R quantile(c(1, 2, 4, 8), c(.05, .5, .95)), type 7', () => {
    expect([0.05, 0.5, 0.95].map((q) => quantile([1, 2, 4, 8], q))).toEqual([
      expect.closeTo(1.15, 10),
      3,
      expect.closeTo(7.4, 10),
    ]);
  });
});

/** All resamples of a few values, each as likely as the others: what drawing 2,000 of them approaches. */
function exactInterval(values: number[]): [number, number] {
  let sums = [0];
  for (let i = 0; i < values.length; i++) sums = sums.flatMap((sum) => values.map((value) => sum + value));
  const means = sums.map((sum) => sum / values.length).sort((a, b) => a - b);
  return [quantile(means, 0.05), quantile(means, 0.95)];
}

describe('bootstrapInterval', () => {
  it.each([[[0, 0.5, 1, 1, 0.75, 1]], [[0.2, 0.9, 0.4, 0.8, 0.6]], [[1, 1, 0, 1, 1, 0]]])(
    'comes near the exact bootstrap distribution of %j',
    (values) => {
      const exact = exactInterval(values);
      const drawn = bootstrapInterval(values, 7);
      expect(Math.abs(drawn[0] - exact[0])).toBeLessThan(0.03);
      expect(Math.abs(drawn[1] - exact[1])).toBeLessThan(0.03);
    },
  );

  it('is the same for the same seed, and close for another', () => {
    const values = [0.1, 0.4, 0.9, 0.7];
    expect(bootstrapInterval(values, 1)).toEqual(bootstrapInterval(values, 1));
    expect(Math.abs(bootstrapInterval(values, 1)[0] - bootstrapInterval(values, 2)[0])).toBeLessThan(0.05);
  });

  it('has no width when every case has the same mean', () => {
    const [low, high] = bootstrapInterval([0.5, 0.5, 0.5], 0);
    expect([low, high]).toEqual([0.5, 0.5]);
  });
});

describe('wilsonInterval', () => {
  it('agrees with the formula worked by hand for 2 of 3', () => {
    const [low, high] = wilsonInterval(2 / 3, 3);
    const zz = 1.6448536269514722 ** 2;
    const centre = (2 / 3 + zz / 6) / (1 + zz / 3);
    // Wilson's bounds are the roots of (p − share)² = z² p (1 − p) / n.
    for (const p of [low, high]) expect((p - 2 / 3) ** 2).toBeCloseTo((zz * p * (1 - p)) / 3, 10);
    expect((low + high) / 2).toBeCloseTo(centre, 10);
  });

  it('stays wide when all of three samples pass', () => {
    const [low, high] = wilsonInterval(1, 3);
    expect(low).toBeCloseTo(3 / (3 + 1.6448536269514722 ** 2), 10);
    expect(high).toBe(1);
  });
});
