import { describe, expect, test } from 'vitest';
import { smallArbitration } from '../../../../tests/support/small-arbitration.ts';
import type { ArbitrateCase, ArbitrateExercise } from '#core/exercises/arbitrate.ts';
import { proveArbitrate } from './prove-arbitrate.ts';

const exercise = smallArbitration();
const messages = (one: ArbitrateExercise) => proveArbitrate(one).findings.map(({ message }) => message);
const withCases = (change: (one: ArbitrateCase, index: number) => ArbitrateCase) =>
  smallArbitration({ cases: exercise.cases.map(change) });

test('a sound exercise is proved, and every blind way of judging measured', () => {
  const { strategies, findings } = proveArbitrate(exercise);
  expect(findings).toEqual([]);
  expect(strategies.map(({ strategy }) => strategy)).toEqual([
    'key',
    'choices-only',
    'first',
    'last',
    'longest',
    'shortest',
    'surest',
    'not-surest',
    'random',
    'tie',
    'none',
  ]);
  const [key, choices, ...blind] = strategies.map(({ score }) => score);
  expect(key).toBe(100);
  expect(choices).toBeLessThan(exercise.threshold);
  expect(Math.max(...blind)).toBeLessThan(exercise.threshold - 20);
});

describe('a planted fault is found', () => {
  test('a best that is nearly always the longest', () => {
    const faulty = withCases((one) => {
      const best = one.outputs.find(({ id }) => id === one.key.best);
      return best
        ? {
            ...one,
            outputs: one.outputs.map((each) => (each === best ? { ...each, text: each.text.repeat(9) } : each)),
          }
        : one;
    });
    expect(messages(faulty)).toContain('the best output is the longest in 5 of 5 cases; at most 40 % may be');
  });

  test('a best that is never the longest, so that the trap is a rule', () => {
    const faulty = withCases((one) => ({
      ...one,
      outputs: one.outputs.map((each) =>
        each.id === 'odd' && one.key.best === 'long' ? { ...each, text: each.text.repeat(9) } : each,
      ),
    }));
    expect(messages(faulty)).toContain(
      'the best output is never the longest, so "never the longest" would be a rule; let it be so once',
    );
  });

  test('a best that always stands first', () => {
    const faulty = withCases((one) => ({
      ...one,
      outputs: one.outputs.toSorted((a, b) => Number(b.id === one.key.best) - Number(a.id === one.key.best)),
    }));
    expect(messages(faulty)).toContain('the best output is the first in the file in 5 of 5 cases; at most 40 % may be');
  });

  test('a best that always sounds surest, which a blind judge then passes by', () => {
    const faulty = withCases((one) => ({ ...one, surest: one.key.best }));
    expect(messages(faulty)).toContain('the best output is the surest in 5 of 5 cases; at most 40 % may be');
  });

  test('one criterion for everything', () => {
    const faulty = withCases((one) => ({
      ...one,
      key: { ...one.key, criteria: one.key.best === 'tie' ? [] : ['day'] },
    }));
    expect(messages(faulty)).toContain('the criterion "day" decides 6 of 7 cases; at most 60 % may be');
  });

  test('a threshold that choosing alone reaches', () => {
    expect(messages({ ...exercise, threshold: 50 }).join('\n')).toContain('choosing rightly without any reason scores');
  });

  test('a threshold that luck reaches', () => {
    expect(messages({ ...exercise, threshold: 15 }).join('\n')).toMatch(
      /to choose "random" without reading passes in \d+ of 200 orders/,
    );
  });

  test('a key that is not right by itself', () => {
    const faulty = withCases((one, index) =>
      index ? one : { ...one, key: { ...one.key, flaws: [{ output: 'long', quote: 'not there', overlap: 0.5 }] } },
    );
    expect(proveArbitrate(faulty).findings).toContainEqual(
      expect.objectContaining({
        path: ['cases', 0, 'key'],
        message: expect.stringContaining('the key of the case "one" scores 75.0') as string,
      }),
    );
  });
});
