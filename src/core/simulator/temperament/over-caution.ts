import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** With leave to abstain, a value that is there is now and then declared missing. */
export const overCaution: Weakness = {
  id: 'over-caution',
  source: 'Kalai 2025, Why Language Models Hallucinate: leave to abstain costs some answerable questions',
  chance: bySize(0.06, 0.03, 0.015),
};
