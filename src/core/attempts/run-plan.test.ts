import { describe, expect, it } from 'vitest';
import { planRun } from './run-plan.ts';

const cases = [
  { id: 'held', heldOut: true },
  { id: 'a', heldOut: false },
  { id: 'b', heldOut: false },
];
const short = (plan: ReturnType<typeof planRun>) => plan.map((one) => `${one.case}${one.sample}`);

describe('the plan of a run', () => {
  it('draws what is shown first, round by round, then the held-out cases', () => {
    expect(short(planRun(cases, 2))).toEqual(['a0', 'b0', 'a1', 'b1', 'held0', 'held1']);
  });

  it('continues the numbering of samples that exist already', () => {
    const drawn: Record<string, number> = { a: 3, held: 1 };
    expect(short(planRun(cases, 1, (id) => drawn[id] ?? 0))).toEqual(['a3', 'b0', 'held1']);
  });

  it('asks for nothing when there is nothing to ask for', () => {
    expect(planRun([], 3)).toEqual([]);
    expect(planRun(cases, 0)).toEqual([]);
  });
});
