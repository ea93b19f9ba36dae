import { expect, it } from 'vitest';
import type { Attempt } from '#core/attempts/attempt.ts';
import { attemptCurve } from './attempt-curve.ts';

const attempt = (id: string, score?: number, verdict: 'fail' | 'ungraded' = 'fail') =>
  ({ id, ...(score === undefined ? {} : { grade: { score, verdict } }) }) as Attempt;

it('runs from the oldest to the newest over the whole width', () => {
  const points = attemptCurve([attempt('new', 100), attempt('mid', 50), attempt('old', 0)]);
  expect(points.map(({ attempt, x, y }) => [attempt.id, x, y])).toEqual([
    ['old', 0, 1],
    ['mid', 0.5, 0.5],
    ['new', 1, 0],
  ]);
});

it('gives an attempt without a score no score, and the height of the one before', () => {
  const points = attemptCurve([attempt('broken', 90, 'ungraded'), attempt('stopped'), attempt('first', 40)]);
  expect(points.map(({ score, y }) => [score, y])).toEqual([
    [40, 0.6],
    [null, 0.6],
    [null, 0.6],
  ]);
});

it('puts a single attempt at the beginning', () => expect(attemptCurve([attempt('one', 40)])[0]?.x).toBe(0));
