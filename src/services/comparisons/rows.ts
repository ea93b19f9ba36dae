import type { ImportReport } from '#core/attempts/attempt-store.ts';
import type { ComparisonOutput } from '#core/comparisons/comparison.ts';

/** The order in which outputs are given out. */
export function byVariantCaseAndSample(one: ComparisonOutput, other: ComparisonOutput): number {
  if (one.variant !== other.variant) return one.variant < other.variant ? -1 : 1;
  if (one.case !== other.case) return one.case < other.case ? -1 : 1;
  return one.sample - other.sample;
}

export function count(report: ImportReport, decision: 'add' | 'update' | 'keep'): void {
  report[decision === 'add' ? 'added' : decision === 'update' ? 'updated' : 'unchanged']++;
}
