import { describe, expect, it } from 'vitest';
import { type Wording, learn } from './learning/learn.ts';
import { compileMeaning, findMeaning } from './meaning.ts';

const en = (...texts: string[]): Wording[] => texts.map((text) => ({ text, language: 'en' as const }));

const lesson = {
  says: en(
    'Promise no refund.',
    'Never promise the customer a refund.',
    'Do not offer any money back.',
    'No refund may be promised in the reply.',
    'The answer must not commit us to reimbursing anybody.',
    'You are not allowed to guarantee repayment.',
    'Under no circumstances offer a refund.',
    'Keep every promise of money out of the letter.',
  ),
  not: en(
    'Promise the customer a refund.',
    'Offer the money back.',
    'The customer wants a refund.',
    'Explain how refunds work.',
    'We refunded him last year.',
  ),
  siblings: en(
    'Name the rule you applied.',
    'Say which rule decides.',
    'Answer in French.',
    'The reply names the rule.',
    'Keep the tone calm.',
    'Write to the customer by name.',
  ),
  others: en('The parcel arrived on Monday.', 'I am writing about my order.', 'Return JSON with two keys.'),
};
const none = { en: [], fr: [] };
const meaning = { polarity: 'avoid' as const, positive: none, negative: none, learned: learn(lesson) };
const score = (text: string) => findMeaning(compileMeaning(meaning), text, 'instruction').score;

describe('a meaning that was learnt', () => {
  it('is nearer to what says it than to its opposite, to a report and to a neighbour', () => {
    const said = score('Never offer him his money back.');
    for (const other of [
      'Offer him his money back.',
      'The customer asked for his money back.',
      'Say which rule you applied to the request.',
    ]) {
      expect(said, other).toBeGreaterThan(score(other));
    }
  });

  it('is found in the sentence that says it, among others', () => {
    const text = 'Return JSON with two keys. Never promise the customer a refund. Keep the tone calm.';
    const { span, score: found } = findMeaning(compileMeaning(meaning), text, 'instruction');
    expect(found).toBe(Math.max(found, score('Never promise the customer a refund.')));
    expect(text.slice(span?.start, span?.end)).toContain('Never promise the customer a refund');
  });

  it('is the same each time it is learnt', () => {
    expect(learn(lesson)).toEqual(meaning.learned);
  });

  it('takes what its kin are said by for its own, and what comes near them for near', () => {
    const kin = {
      says: en('Vouchers are not to be handed out.', 'Hand out no voucher.'),
      not: en('Hand out a voucher.'),
    };
    const taught = { ...meaning, learned: learn({ ...lesson, kin }) };
    const gain = (text: string) => findMeaning(compileMeaning(taught), text, 'instruction').score - score(text);
    expect(gain('Never hand out vouchers.')).toBeGreaterThan(0);
    expect(gain('Never hand out vouchers.')).toBeGreaterThan(gain('Hand out vouchers.'));
  });

  it('is not found where there are no words', () => {
    for (const text of ['', '   ', '…', '\u0000\u202e', '```']) {
      expect(findMeaning(compileMeaning(meaning), text, 'instruction').verdict).toBe('no');
    }
  });
});
