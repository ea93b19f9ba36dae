import type { BySize } from './sizes.ts';

/** A documented way in which models err, and how strongly each size shows it. */
export interface Weakness {
  id: string;
  /** Where it is documented, for the x-ray to cite. */
  source: string;
  /** Chance that it shows when nothing in the prompt counters it. */
  chance: BySize<number>;
}
