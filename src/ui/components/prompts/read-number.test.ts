import { expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

it('reads a decimal point and a decimal comma', () => {
  expect(readNumber('0.7', 0, 2)).toBe(0.7);
  expect(readNumber(' 0,7 ', 0, 2)).toBe(0.7);
});
it('leaves nothing to the model', () => expect(readNumber('  ', 0, 2)).toBeUndefined());
it('refuses what is no number, out of range, or not whole', () => {
  expect(readNumber('warm', 0, 2)).toBeNull();
  expect(readNumber('2.1', 0, 2)).toBeNull();
  expect(readNumber('1.5', 1, 100, true)).toBeNull();
});
