import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/**
 * JSON and code stand in a Markdown fence unless only the content is asked for. With the preambles and the few answers
 * that are no JSON at all, a quarter to a fifth of the answers is not strict JSON.
 */
export const fence: Weakness = {
  id: 'fence',
  source:
    'IFEval responses, own count: 75 % of JSON answers are strict JSON, 95 % once first and last lines are dropped',
  chance: bySize(0.15, 0.15, 0.17),
};
