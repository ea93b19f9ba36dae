import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** What the prompt leaves unsaid is met by luck only. */
export const unsaid: Weakness = {
  id: 'unsaid',
  source: 'Yang 2025, arXiv 2505.13360: an unstated requirement is guessed right in 41.1 % of cases',
  chance: bySize(0.64, 0.59, 0.52),
};
