import type { DataBlock, Reading } from '../reading/reading.ts';
import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** Orders that stand inside the data are carried out. */
export const hijack: Weakness = {
  id: 'hijack',
  source: 'Hines 2024, arXiv 2403.14720: from above 50 % to below 2 % once the data are marked and named as data',
  chance: bySize(0.7, 0.5, 0.35),
};

const strongMarks: readonly DataBlock['marking'][] = ['tags', 'fence', 'quotes'];

/** Share of the weakness that is left by how the prompt sets its data apart; never nothing. */
export function hijackLeft(reading: Reading): number {
  const treated = reading.instructions.some((one) => one.request.kind === 'treat-as-data' && one.source !== 'data');
  const marked = reading.data.length > 0 && reading.data.every((block) => strongMarks.includes(block.marking));
  if (treated) return marked ? 0.03 : 0.12;
  return marked ? 0.6 : 1;
}
