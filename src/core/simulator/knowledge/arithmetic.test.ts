import { expect, test } from 'vitest';
import { findSum } from './arithmetic.ts';

test.each([
  ['What is 17% of 2,340?', 397.8],
  ['Combien font 15 % de 1 200 ?', 180],
  ['What is 12 * 7 + 3?', 87],
  ['Calculate 1,250.50 + 99.50', 1350],
  ['How much is 144 divided by 12?', 12],
  ['7 fois 8, ça fait combien ?', 56],
  ['(2 + 3) × 4', 20],
])('works out %s', (text, value) => {
  expect(findSum(text)?.value).toBe(value);
});

test.each(['Call 01-23-45.', 'The meeting of 12/03/2026', 'Sales fell by 12% in 2025.', '5'])(
  'finds no sum in %s',
  (text) => {
    expect(findSum(text)).toBeUndefined();
  },
);
