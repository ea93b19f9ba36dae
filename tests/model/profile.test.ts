import { describe, expect, it } from 'vitest';
import { spearman } from './profile.ts';

describe('spearman', () => {
  it('is 1 for the same order, -1 for the reverse', () => {
    expect(
      spearman([
        [1, 10],
        [2, 20],
        [3, 300],
      ]),
    ).toBeCloseTo(1);
    expect(
      spearman([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ).toBeCloseTo(-1);
  });

  it('shares the ranks of ties', () => {
    expect(
      spearman([
        [1, 1],
        [1, 2],
        [2, 3],
      ]),
    ).toBeCloseTo(0.866, 3);
  });
});
