import { expect, test } from 'vitest';
import { casesFor, neighbourOf, withAdded, withCases, withValue, type ScratchCase } from './scratch-cases.ts';
import type { Comparison } from './comparison.ts';

const of = (subject: Comparison['subject']) => ({ id: 'c', subject }) as Comparison;
const cases: ScratchCase[] = [
  { id: 'case-1', values: { mail: 'one' } },
  { id: 'case-3', values: { mail: 'three' } },
];

test('only data of one’s own are changed', () => {
  const own = of({ kind: 'scratch', cases });
  expect(withCases(own, (all) => all.slice(1)).subject).toEqual({ kind: 'scratch', cases: cases.slice(1) });
  const exercise = of({ kind: 'exercise', exercise: 'support/late-parcel' });
  expect(withCases(exercise, () => [])).toBe(exercise);
});

test('a value is set in its case alone, and nothing is changed in place', () => {
  expect(withValue(cases, 'case-3', 'mail', 'new').map(({ values }) => values['mail'])).toEqual(['one', 'new']);
  expect(cases[1]?.values['mail']).toBe('three');
});

test('new cases take the first free numbers', () => {
  expect(casesFor([{}, {}, {}], cases).map(({ id }) => id)).toEqual(['case-2', 'case-4', 'case-5']);
});

test('data take the place of a case that is alone and untouched; an empty case does not', () => {
  const blank: ScratchCase[] = [{ id: 'case-1', values: { mail: ' ' } }];
  const rows = casesFor([{ mail: 'a' }], blank);
  expect(withAdded(blank, rows)).toEqual(rows);
  expect(withAdded(blank, casesFor([{}], blank))).toHaveLength(2);
  expect(withAdded(cases, rows)).toHaveLength(3);
});

test('beside a case stands the next one, or the one before', () => {
  expect(neighbourOf(cases, 'case-1')?.id).toBe('case-3');
  expect(neighbourOf(cases, 'case-3')?.id).toBe('case-1');
  expect(neighbourOf(cases, 'case-9')).toBeUndefined();
  expect(neighbourOf(cases.slice(0, 1), 'case-1')).toBeUndefined();
});
