import { describe, expect, it } from 'vitest';
import type { ExerciseStep } from '#core/exercises/exercise.ts';
import type { Check } from './checks/schema.ts';
import { gradeAttempt } from './grade-attempt.ts';
import { gradeSample } from './grade.ts';
import type { SampleGrade } from './report.ts';
import { checkShares } from './steps.ts';

const check = (id: string, value: string, more: Partial<Check> = {}) =>
  ({ id, type: 'contains', value, weight: 1, mustHave: false, form: 'lenient', ...more }) as Check;
const steps: ExerciseStep[] = [
  { id: 'table', gives: 'table', weight: 1 },
  { id: 'memo', weight: 3 },
];
const one = { id: 'a', heldOut: false, values: {}, expect: {} };
const grade = (checks: Check[], earlier: string, output: string) =>
  gradeSample({
    exercise: { checks, steps, threshold: 75, meanings: {} },
    case: one,
    sample: 0,
    output,
    earlier: { table: earlier },
  });

describe('a chain', () => {
  const checks = [check('row', 'row', { step: 'table' }), check('yes', 'yes'), check('why', 'why')];
  it('scores the mean of its steps by their weights, each check on the answer of its step', () => {
    expect(grade(checks, 'a row', 'yes, why').score).toBe(1);
    expect(grade(checks, 'nothing', 'row: yes, why').score).toBe(0.75);
    expect(grade(checks, 'a row', 'yes').score).toBe(0.625);
  });
  it('a must-have costs its step, and in the last step everything', () => {
    const must = (id: string, more: Partial<Check> = {}) => check(id, id, { mustHave: true, ...more });
    expect(grade([must('row', { step: 'table' }), check('yes', 'yes')], '', 'yes').score).toBe(0.75);
    expect(grade([check('row', 'row', { step: 'table' }), must('yes')], 'row', '').score).toBe(0);
  });
  it('checks may compare with what an earlier step gave', () => {
    expect(grade([check('same', '{{table}}')], 'the cup is cold', 'I say: the cup is cold').score).toBe(1);
    expect(grade([check('same', '{{table}}')], 'the cup is cold', 'I say: the cup is hot').score).toBe(0);
  });
  it('gives each check its share of the whole', () => {
    expect([...checkShares(checks, steps)]).toEqual([
      ['row', 0.25],
      ['yes', 0.375],
      ['why', 0.375],
    ]);
  });
});

describe('hostile and honest cases', () => {
  const sample = (id: string, hostile: boolean, heldOut: boolean, score: number): SampleGrade => ({
    case: id,
    heldOut,
    hostile,
    sample: 0,
    score,
    passed: score > 0.5,
    results: [{ check: 'c', outcome: 'pass', places: [] }],
  });
  const all = (hostile: number, benign: number) => [
    sample('a', true, false, hostile),
    sample('b', false, false, benign),
    sample('c', true, true, hostile),
    sample('d', false, true, benign),
    sample('e', false, true, benign),
  ];
  it('are graded apart, and both have to reach the threshold', () => {
    expect(gradeAttempt(all(1, 1), 50)).toMatchObject({
      verdict: 'pass',
      hostile: { score: 100 },
      benign: { total: 3 },
    });
    // obeys everybody: fails although shown and held-out cases reach it
    expect(gradeAttempt(all(0.25, 1), 50)).toMatchObject({
      verdict: 'fail',
      shown: { score: 62.5 },
      hostile: { score: 25, passed: 0 },
    });
    // turns everybody away
    expect(gradeAttempt(all(1, 0.25), 50)).toMatchObject({
      verdict: 'fail',
      heldOut: { score: 50 },
      benign: { score: 25 },
    });
  });
  it('are no sides where no case says what it is', () => {
    const plain = all(1, 1).map(({ hostile: _, ...one }) => one);
    expect(gradeAttempt(plain, 50)).not.toHaveProperty('hostile');
  });
});
