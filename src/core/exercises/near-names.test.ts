import { describe, expect, it } from 'vitest';
import { didYouMean, editDistance, nameList, nearNames } from './near-names.ts';

const ids = ['support/refund-outside-policy', 'sales/suite-de-rendez-vous', 'data-scientist/churn-reasons'];

describe('near names', () => {
  it('counts letters added, dropped, changed and swapped', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('anchro', 'anchor')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
  });

  it('finds what was meant by a slip, a part of a name, or the wrong folder', () => {
    expect(nearNames('support/refund-outside-polici', ids)).toEqual(['support/refund-outside-policy']);
    expect(nearNames('churn', ids)).toEqual(['data-scientist/churn-reasons']);
    expect(nearNames('sales/churn-reasons', ids)).toEqual(['data-scientist/churn-reasons']);
  });

  it('offers nothing when nothing is near', () => {
    expect(didYouMean('weather', ids)).toBe('');
    expect(didYouMean('', ids)).toBe('');
  });

  it('says names as a sentence does', () => {
    expect(didYouMean('emial', ['email', 'date'])).toBe('; did you mean "email"?');
    expect(nameList(['a', 'b', 'c'])).toBe('"a", "b" and "c"');
  });
});
