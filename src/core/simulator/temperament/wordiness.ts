import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** Medium length and padding, when no length is given. */
export const wordiness: Weakness = {
  id: 'wordiness',
  source: 'evidence: defaults when unasked; IFEval, Zhou 2023, arXiv 2311.07911',
  chance: bySize(1, 1, 1),
};
