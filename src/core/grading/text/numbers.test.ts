import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerNumber } from './answer-number.ts';
import { asWrittenNumber, findNumbers, means } from './numbers.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';

describe('asWrittenNumber', () => {
  it.each([
    ['1 234,50 €', 1234.5],
    ['1\u202f234,50\u00a0€', 1234.5],
    ['€1,234.50', 1234.5],
    ['$1,234', 1234],
    ['1.234,50', 1234.5],
    ["CHF 1'234.50", 1234.5],
    ['1,23,456', 123456],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['12,5 %', 12.5],
    ['12.5 %', 0.125],
    ['-12', -12],
    ['−3,5', -3.5],
    ['$-40', -40],
    ['1.2 million', 1_200_000],
    ['3k€', 3000],
    ['1 250 EUR', 1250],
    ['1,234,567', 1234567],
    ['42.', 42],
    ['30 days', 30],
  ])('reads %s as %d', (text, value) => {
    const number = asWrittenNumber(text);
    expect(number && means(number, value, 0), JSON.stringify(number)).toBe(true);
  });

  it.each(['', 'none', '12 or 13', 'about the 12 of them', '1.2.3', 'INV-1042'])(
    'does not read %j as a number',
    (text) => {
      expect(asWrittenNumber(text)).toBeUndefined();
    },
  );

  it('does not take a thousand for one when the notation is clear', () => {
    const number = asWrittenNumber('1 234,50');
    expect(number && means(number, 1.2345, 0.01)).toBe(false);
    expect(number && means(number, 123450, 1)).toBe(false);
  });
});

describe('answerNumber', () => {
  it.each([
    ['The total is 1,234.50 € (20% VAT included).', 1234.5],
    ['Le total s’élève à 1 234,50 €, TVA de 20 % comprise.', 1234.5],
    ['3 × 15 = 45', 45],
    ['Step 1: 12 + 30 = 42\nStep 2: 42 + 8 = 50', 50],
    ['**Answer: 17**\n\nLet me know within 24 hours.', 17],
    ['1. Add the lines\n2. Subtract the credit\n\nResult: 310', 310],
    ['Invoice INV-1042 of 12 March 2026 comes to 480 euros.', 480],
    ['The total is 450, which is 50 more than 400.', 450],
    ['Total: 3 × 15 = 45 euros', 45],
    ['La réponse est 12,5.', 12.5],
    ['There are 7.', 7],
    ['42', 42],
    ['Le délai expire le 3 mai 2026, soit 68 jours après l’achat.', 68],
    ['Days: 31 (March) + 30 (April) + 7 = 68', 68],
  ])('%j gives %d', (text, value) => {
    const number = answerNumber(text);
    expect(number && means(number, value, 0), JSON.stringify(number)).toBe(true);
  });

  it('knows no number where none is', () => {
    expect(answerNumber('No number at all.')).toBeUndefined();
  });
});

it('numbers never throw and take linear time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      findNumbers(text);
      answerNumber(text);
    }),
  );
  for (const text of [
    '1 '.repeat(100_000),
    '1,111'.repeat(40_000),
    '9'.repeat(200_000),
    '1' + ' '.repeat(200_000),
    '('.repeat(200_000) + '1',
  ]) {
    const spent = processorTime();
    answerNumber(text);
    expect(spent()).toBeLessThan(8000);
  }
}, 40_000);
