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

  it('is not found where there are no words', () => {
    for (const text of ['', '   ', '…', '\u0000\u202e', '```']) {
      expect(findMeaning(compileMeaning(meaning), text, 'instruction').verdict).toBe('no');
    }
  });
});
