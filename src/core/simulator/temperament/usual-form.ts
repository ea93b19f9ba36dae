import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** Prose with some Markdown, when no format is given. */
export const usualForm: Weakness = {
  id: 'usual-form',
  source: 'evidence: defaults when unasked; Yang 2025, arXiv 2505.13360',
  chance: bySize(1, 1, 1),
};
