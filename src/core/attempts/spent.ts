import type { SampleView } from './sample-view.ts';

/** What the answers of one run took, together. */
export interface Spent {
  inputTokens: number;
  outputTokens: number;
  /** Some of it was counted here, because the provider did not say. */
  estimated: boolean;
  /** On average. */
  secondsEach: number;
}

/** Sums tell nothing of any one answer, so held-out ones count too. Pooled samples were paid for by an earlier run. */
export function spentOn(samples: readonly SampleView[]): Spent | undefined {
  const own = samples.filter(({ pooled }) => !pooled);
  const usages = own.flatMap(({ usage }) => usage ?? []);
  const times = own.flatMap(({ timings }) => timings?.totalInMs ?? []);
  if (usages.length === 0) return undefined;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    inputTokens: sum(usages.map((usage) => usage.inputTokens)),
    outputTokens: sum(usages.map((usage) => usage.outputTokens)),
    estimated: usages.some(({ estimated }) => estimated),
    secondsEach: times.length ? sum(times) / times.length / 1000 : 0,
  };
}
