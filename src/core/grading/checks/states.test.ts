import { describe, expect, it } from 'vitest';
import type { Meaning } from '#core/exercises/simulation.ts';
import { gradeCheck, marked, outcomeOf } from '../../../../tests/support/grade-check.ts';

const paysBack: Meaning = {
  polarity: 'want',
  positive: {
    en: ['We will refund you the full amount.', 'You will get your money back.'],
    fr: ['Nous vous remboursons la somme entière.'],
  },
  negative: { en: ['We cannot refund you.'], fr: ['Nous ne pouvons pas vous rembourser.'] },
};
const meanings = { 'pays-back': paysBack };
const unrelated = 'The train leaves at nine from platform four.';

describe('states', () => {
  it('finds the meaning and, when it is forbidden, marks the sentence', () => {
    const output = `{"outcome": "approve", "reply": "Thank you. We will refund you the full amount. Goodbye."}`;
    expect(outcomeOf({ type: 'states', path: 'reply', use: 'pays-back' }, output, { meanings })).toBe('pass');
    const forbidden = gradeCheck({ type: 'not-states', path: 'reply', use: 'pays-back' }, output, { meanings });
    expect(forbidden).toMatchObject({
      outcome: 'fail',
      reason: { code: 'meaning-found', params: { meaning: 'pays-back' } },
    });
    expect(marked(forbidden, output).join()).toContain('refund you');
    expect(marked(forbidden, output).join()).not.toContain('outcome');
  });
  it('misses what is not said', () => {
    expect(gradeCheck({ type: 'states', value: paysBack }, unrelated)).toMatchObject({
      outcome: 'fail',
      reason: { code: 'meaning-missing' },
    });
    expect(outcomeOf({ type: 'not-states', value: paysBack }, unrelated)).toBe('pass');
  });
  it('cannot grade a meaning that the exercise does not have', () => {
    for (const type of ['states', 'not-states'] as const) {
      expect(gradeCheck({ type, use: 'constructor' }, unrelated, { meanings })).toMatchObject({
        outcome: 'ungraded',
        reason: { code: 'unknown-meaning' },
      });
    }
  });
});
