import { expect, test } from 'vitest';
import { extract, valueFor } from './extract.ts';

const text =
  'On 3 March 2026 Paul Martin paid EUR 1,250.00 to Sarah Klein; a further 480.50 € is due by 15/04/2026. Yesterday Omar Haddad wrote from omar@example.org.';

test.each([
  ['dates', undefined, ['2026-03-03', '2026-04-15']],
  ['date', undefined, '2026-03-03'],
  ['due_date', 'array', ['2026-03-03', '2026-04-15']],
  ['amounts', undefined, [1250, 480.5]],
  ['montants', undefined, [1250, 480.5]],
  ['total', undefined, 480.5],
  ['all_names', undefined, ['Paul Martin', 'Sarah Klein', 'Omar Haddad']],
  ['people', undefined, ['Paul Martin', 'Sarah Klein', 'Omar Haddad']],
  ['email', undefined, 'omar@example.org'],
  ['colour', undefined, undefined],
])('finds what the key %s (%s) asks for', (key, type, value) => {
  expect(valueFor(key, type, extract(text))).toEqual(value);
});
