import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/**
 * JSON and code stand in a Markdown fence. Where the form is asked for, this is how most answers break it (its chance
 * stands in base-rates.ts); the chance here is for what nobody asked for.
 */
export const fence: Weakness = {
  id: 'fence',
  source:
    'IFEval responses, own count: 75 % of JSON answers are strict JSON, 95 % once first and last lines are dropped',
  chance: bySize(0.3, 0.25, 0.2),
};
