import { describe, expect, it } from 'vitest';
import { AdaptiveLimit } from './adaptive-limit.ts';

const answer = (limit: AdaptiveLimit, times: number) => {
  for (let i = 0; i < times; i++) limit.answered();
  return limit.value;
};

describe('how many calls at once', () => {
  it('is what was set where that is little', () => {
    expect(new AdaptiveLimit(4).value).toBe(4);
    expect(answer(new AdaptiveLimit(4), 100)).toBe(4);
  });

  it('doubles with every round of answers up to what was set', () => {
    const limit = new AdaptiveLimit(64);
    expect(limit.value).toBe(16);
    expect(answer(limit, 15)).toBe(16);
    expect(answer(limit, 1)).toBe(32);
    expect(answer(limit, 32)).toBe(64);
    expect(answer(limit, 200)).toBe(64);
  });

  it('loses a fifth for a spell of refusals, once', () => {
    const limit = new AdaptiveLimit(10);
    for (const sentAt of [1, 2, 3, 4]) limit.refused(sentAt, 10 + sentAt);
    expect(limit.value).toBe(8);
    limit.refused(12, 20); // sent after the cut
    expect(limit.value).toBe(6);
  });

  it('then feels its way up by one a round', () => {
    const limit = new AdaptiveLimit(10);
    limit.refused(1, 2);
    expect(answer(limit, 8)).toBe(9);
    expect(answer(limit, 9)).toBe(10);
  });

  it('never falls below one', () => {
    const limit = new AdaptiveLimit(2);
    for (let i = 0; i < 50; i++) limit.refused(i * 10, i * 10 + 1);
    expect(limit.value).toBe(1);
    expect(answer(limit, 3)).toBeGreaterThan(1);
  });
});
