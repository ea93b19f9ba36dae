import { expect, test } from 'vitest';
import { someVariant } from '../../../tests/support/comparisons.ts';
import { costOf, sumCosts, type ModelOffer } from '#core/models/model-offer.ts';
import { estimateRun } from './estimate.ts';

const simulated: ModelOffer = { id: 'simulated-medium', simulated: true };
const paid: ModelOffer = {
  id: 'paid',
  simulated: false,
  price: { currency: 'USD', inputPerMillion: 2, outputPerMillion: 10 },
};
const cases = [{ values: { email: 'word '.repeat(100) } }, { values: { email: 'short' } }];
const on = (id: string) => someVariant(id, { model: { id, seed: 0 } });

test('every sample of every case by every pane is a call, and its data is sent', () => {
  const one = estimateRun([on('simulated-medium')], [cases[1]!], 1, [simulated]);
  const all = estimateRun([on('simulated-medium'), on('simulated-medium')], cases, 3, [simulated]);
  expect(one.calls).toBe(1);
  expect(all.calls).toBe(12);
  expect(all.inputTokens).toBeGreaterThan(6 * 100);
  expect(all.cost).toEqual({ kind: 'free' });
});

test('an answer is not thought longer than it may be', () => {
  const { prompt } = someVariant('a');
  const short = someVariant('a', { prompt: { ...prompt, parameters: { maxTokens: 20 } } });
  expect(estimateRun([short], cases, 2, [simulated]).outputTokens).toBe(80);
});

test('a paid model costs what its price says; one without a price makes the sum unknown', () => {
  expect(costOf(paid, { inputTokens: 1_000_000, outputTokens: 100_000 })).toEqual({
    kind: 'known',
    amount: 3,
    currency: 'USD',
  });
  const mixed = estimateRun([on('simulated-medium'), on('paid')], cases, 1, [simulated, paid]);
  expect(mixed.cost).toMatchObject({ kind: 'known', currency: 'USD' });
  expect(estimateRun([on('paid'), on('unheard-of')], cases, 1, [paid]).cost).toEqual({ kind: 'unknown' });
  const euros = { kind: 'known', amount: 1, currency: 'EUR' } as const;
  expect(sumCosts([euros, euros])).toEqual({ ...euros, amount: 2 });
  expect(sumCosts([euros, { ...euros, currency: 'USD' }])).toEqual({ kind: 'unknown' });
});
