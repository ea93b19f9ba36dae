import { expect, test } from 'vitest';
import { someComparison, someMatrix, someVariant } from '../../../tests/support/comparisons.ts';
import { isFound } from './search.ts';

const comparison = someComparison({
  title: 'Réponse courte',
  panes: [someVariant('a', { name: 'Shorter', prompt: { system: 'Be kind.', turns: [], user: 'Hi', parameters: {} } })],
});

test.each(['', '  ', 'reponse', 'COURTE', 'kind hi', 'shorter', 'simulated-medium', 'refund labels'])(
  'finds by %j',
  (query) => expect(isFound(comparison, query, 'Refund, the labels')).toBe(true),
);

test('every word has to be there', () => {
  expect(isFound(comparison, 'kind unkindly')).toBe(false);
});

test('finds a matrix by its prompts and models, and either by its own data', () => {
  const subject = { kind: 'scratch' as const, cases: [{ id: 'c', values: { email: 'Skarn tent' } }] };
  expect(isFound(someMatrix({ subject }), 'plain email simulated-medium skarn')).toBe(true);
  expect(isFound(someComparison({ subject }), 'skarn')).toBe(true);
});
