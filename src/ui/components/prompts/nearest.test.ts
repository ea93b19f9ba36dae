import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

it('finds the variable that a slip of the finger meant', () => {
  expect(nearest('emial', ['email', 'policy'])).toBe('email');
  expect(nearest('Policy', ['email', 'policy'])).toBe('policy');
});

it('does not guess at a word that is close to nothing', () => {
  expect(nearest('weather', ['email', 'policy'])).toBeUndefined();
});

it('offers the only variable there is', () => {
  expect(nearest('weather', ['email'])).toBe('email');
});
