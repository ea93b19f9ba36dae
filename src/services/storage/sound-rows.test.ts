import { expect, test, vi } from 'vitest';
import { AttemptSchema } from '#core/attempts/row-schemas.ts';
import { ended, someAttempt } from '../../../tests/support/attempts.ts';
import { SoundRows } from './sound-rows.ts';

test('damaged rows are left out and told once each, the others come through as they are', () => {
  const told = vi.fn();
  const rows = new SoundRows(told);
  const sound = ended(someAttempt());
  const foreign = { id: 'foreign', hello: 'there' };
  expect(rows.of('attempts', AttemptSchema, [sound, foreign])).toEqual([sound]);
  expect(rows.one('attempts', AttemptSchema, foreign)).toBeUndefined();
  expect(rows.one('attempts', AttemptSchema, { id: 'another' })).toBeUndefined();
  expect(told.mock.calls).toEqual([[1], [2]]);
});

test('a field that is there and undefined is no damage', () => {
  const told = vi.fn();
  const row = { ...someAttempt(), grade: undefined, deletedAt: undefined };
  expect(new SoundRows(told).one('attempts', AttemptSchema, row)).toBe(row);
  expect(told).not.toHaveBeenCalled();
});
