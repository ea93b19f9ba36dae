import { describe, expect, it } from 'vitest';
import type { GradeSummary } from '#core/attempts/attempt.ts';
import { verdictLines } from './verdict.ts';

const grade = (shown: number | null, heldOut: number | null, over: Partial<GradeSummary> = {}): GradeSummary => ({
  score: 60,
  interval: [50, 70],
  verdict: 'fail',
  shown: { score: shown, passed: 0, total: 9 },
  heldOut: { score: heldOut, passed: 0, total: 18 },
  ungraded: 0,
  results: 100,
  ...over,
});
const keys = (...given: Parameters<typeof verdictLines>) => {
  const { first, second } = verdictLines(...given);
  return [first.key, second.key];
};

describe('verdictLines', () => {
  it('says that a prompt works on what was seen and not on what was held out', () => {
    expect(keys(grade(88, 49), 75)).toEqual(['shownHolds', 'heldOutFails']);
    expect(verdictLines(grade(88, 49), 75).second.bad).toBe(true);
  });
  it('says that it holds on both', () => {
    expect(keys(grade(75, 75, { verdict: 'pass' }), 75)).toEqual(['shownHolds', 'heldOutHolds']);
  });
  it('says that it fails on both', () => {
    expect(keys(grade(20, 10), 75)).toEqual(['shownFails', 'heldOutFailsToo']);
  });
  it('does not call a good held-out score a success when the shown cases fail', () => {
    expect(keys(grade(20, 80), 75)).toEqual(['shownFails', 'heldOutHoldsOddly']);
  });
  it('never says pass or fail of what could not be graded', () => {
    expect(keys(grade(90, 90, { verdict: 'ungraded' }), 75)).toEqual(['couldNotGrade', 'couldNotGradeShare']);
  });
  it('gives no verdict on a run that was stopped', () => {
    expect(keys(grade(90, 90), 75, true)).toEqual(['stoppedEarly', 'stoppedShare']);
  });
  it('says how hostile and honest cases fared, unless only held-out cases are the trouble', () => {
    const side = (score: number) => ({ score, passed: 0, total: 9 });
    const groups = (hostile: number, benign: number) => ({ hostile: side(hostile), benign: side(benign) });
    expect(keys(grade(80, 80, groups(60, 95)), 75)).toEqual(['hostileFails', 'benignHolds']);
    expect(keys(grade(80, 80, groups(95, 60)), 75)).toEqual(['hostileHolds', 'benignFails']);
    expect(keys(grade(80, 80, groups(80, 80)), 75)).toEqual(['hostileHolds', 'benignHolds']);
    expect(keys(grade(90, 70, groups(80, 80)), 75)).toEqual(['shownHolds', 'heldOutFails']);
  });
  it('warns when the threshold lies inside the interval', () => {
    expect(verdictLines(grade(80, 80, { interval: [70, 85] }), 75).unsettled).toBe(true);
    expect(verdictLines(grade(80, 80, { interval: [76, 85] }), 75).unsettled).toBe(false);
    expect(verdictLines(grade(20, 20, { interval: [10, 30] }), 75).unsettled).toBe(false);
  });
});
