import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** A stated instruction is not kept; its own chance stands in base-rates.ts. */
export const forgetting: Weakness = {
  id: 'forgetting',
  source: 'IFEval responses, own count by kind of request; ManyIFEval, Harada 2025, arXiv 2509.21051',
  chance: bySize(1, 1, 1),
};
