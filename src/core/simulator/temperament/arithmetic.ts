import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** Sums of several steps go wrong when they are done in the head. */
export const arithmetic: Weakness = {
  id: 'arithmetic',
  source: 'Kojima 2022, arXiv 2205.11916: 17.7 → 78.7 % on MultiArith with steps; Sprague 2024, arXiv 2409.12183',
  chance: bySize(0.6, 0.4, 0.18),
};
