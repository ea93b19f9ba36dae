import type { Cost } from './model-offer.ts';

/** What calls that are not made yet will ask for. */
export interface Estimate {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  cost: Cost;
}
