import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** A word that is named in order to be avoided slips in. */
export const leak: Weakness = {
  id: 'leak',
  source: 'Rana 2026, Semantic Gravity Wells; IFEval responses: avoid given words 45 / 73 / 86 %',
  chance: bySize(0.55, 0.27, 0.14),
};
