import { expect, test } from 'vitest';
import { someComparisonOutput } from '../../../tests/support/comparisons.ts';
import { spreadOf } from './spread.ts';

const output = (text: string, score?: number | null, passed = false) =>
  someComparisonOutput('one', 'a', { text, score, passed });

test('scores, passes, words and how many different answers there are', () => {
  expect(spreadOf([output('one two', 40), output('one two three', 90, true), output('one two', 50)])).toEqual({
    samples: 3,
    graded: 3,
    passed: 1,
    mean: 60,
    lowest: 40,
    highest: 90,
    distinct: 2,
    words: { fewest: 2, most: 3 },
  });
});

test('what could not be graded is no zero, and what is partial does not count', () => {
  const partial = someComparisonOutput('one', 'a', { status: 'partial', text: 'half', score: 0 });
  const spread = spreadOf([output('a', null), output('b', 80, true), partial]);
  expect(spread).toMatchObject({ samples: 2, graded: 1, mean: 80 });
  expect(spreadOf([output('a', undefined)])).not.toHaveProperty('mean');
  expect(spreadOf([partial])).toBeUndefined();
});
