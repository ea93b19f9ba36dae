import type { Cost } from '#core/models/model-offer.ts';

interface Words {
  costFree: string;
  costUnknown: string;
  costAbout: (values: { amount: string }) => string;
}

/** What calls cost, in words. */
export function costInWords(cost: Cost, words: Words, money: (amount: number, currency: string) => string): string {
  if (cost.kind === 'free') return words.costFree;
  if (cost.kind === 'unknown') return words.costUnknown;
  return words.costAbout({ amount: money(cost.amount, cost.currency) });
}
