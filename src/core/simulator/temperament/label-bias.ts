import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** Examples with one label more often than the others, or last, pull doubtful cases to it. */
export const labelBias: Weakness = {
  id: 'label-bias',
  source: 'Zhao 2021, arXiv 2102.09690: majority and recency of example labels',
  chance: bySize(0.3, 0.15, 0.06),
};
