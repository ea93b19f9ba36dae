import { expect, test } from 'vitest';
import { laterThan } from './later.ts';

test('it is now, unless the clock was set back', () => {
  expect(laterThan(undefined, 5)).toBe(5);
  expect(laterThan(4, 5)).toBe(5);
  expect(laterThan(5, 5)).toBe(6);
  expect(laterThan(900, 5)).toBe(901);
});
