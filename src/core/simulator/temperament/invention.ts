import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** Values that the prompt does not hold are made up, unless it says what to write instead. */
export const invention: Weakness = {
  id: 'invention',
  source: 'Kalai 2025, Why Language Models Hallucinate: 75 % wrong answers without leave to abstain, 26 % with it',
  chance: bySize(0.85, 0.7, 0.5),
};
