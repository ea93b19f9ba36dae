import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** A friendly sentence before the answer, and an offer after it, when nobody forbids them. */
export const preamble: Weakness = {
  id: 'preamble',
  source: 'IFEval responses, own count: "Sure, here is…" opens 2–40 % of answers; the rest close with an offer',
  chance: bySize(0.45, 0.4, 0.25),
};
