import { describe, expect, it } from 'vitest';
import { findPersonalData } from './personal-data.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';

const kinds = (text: string) => findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('findPersonalData', () => {
  it.each([
    ['email', 'marie.dupont+pro@example.co.uk'],
    ['phone', '06 12 34 56 78'],
    ['phone', '06.12.34.56.78'],
    ['phone', '0612345678'],
    ['phone', '+33 6 12 34 56 78'],
    ['phone', '+44 20 7946 0958'],
    ['phone', '020 7946 0958'],
    ['phone', '(212) 555-0143'],
    ['phone', '212-555-0143'],
    ['iban', 'FR76 3000 6000 0112 3456 7890 189'],
    ['iban', 'DE89370400440532013000'],
    ['card', '4242 4242 4242 4242'],
    ['card', '378282246310005'],
    ['ip-address', '192.168.1.20'],
    ['key', 'sk-proj-abcdefghijklmnopqrstuvwx'],
    ['key', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789'],
    ['key', 'AKIAIOSFODNN7EXAMPLE'],
    ['social-security-number', '1 84 12 76 451 089 46'],
    ['social-security-number', '184127645108946'],
    ['social-security-number', '078-05-1120'],
  ])('finds %s %s', (kind, text) => {
    expect(kinds(`It is ${text}, they say.`)).toEqual([[kind, text]]);
  });

  it.each([
    'j***@example.com',
    '[EMAIL] or [PHONE]',
    '06 XX XX XX 78',
    'FR76 **** **** 189',
    'Order 20260312-4471 of 2026-03-12 at 10:30',
    'from 2019 to 2024, 1 234 567,89 €',
    'version 1.2.3.4',
    'EAN 3017620422003',
    'a@b',
    '•••• •••• •••• 4242',
    'lines 100-200-300',
    '1,200 - 1,400 - 1,600 units',
    'see section 4.2.1.3',
  ])('leaves %j alone', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('takes linear time', () => {
    for (const text of [
      'a'.repeat(200_000),
      '1 '.repeat(100_000),
      'a@'.repeat(100_000),
      'a.'.repeat(100_000),
      '+1 ('.repeat(50_000),
      'AB12 '.repeat(40_000),
      'eyJaaaaaaaa.'.repeat(80_000),
    ]) {
      const spent = processorTime();
      findPersonalData(text);
      expect(spent(), text.slice(0, 12)).toBeLessThan(8000);
    }
  });
});
