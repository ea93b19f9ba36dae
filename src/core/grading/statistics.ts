import { hash, randomStream } from '#core/chance/chance.ts';

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Quantile of sorted values with linear interpolation (type 7 of Hyndman and Fan, the default of R and NumPy). */
export function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

const resamples = 2000;
const tail = 0.05;

/**
 * 90 % percentile bootstrap interval of the mean: draws as many values as there are, with replacement, 2,000 times.
 * The values are means over cases, so a case keeps its samples when it is drawn. The same seed gives the same interval.
 */
export function bootstrapInterval(values: readonly number[], seed: number): [low: number, high: number] {
  const draw = randomStream(hash('interval', seed, values.length));
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(draw() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return [quantile(means, tail), quantile(means, 1 - tail)];
}

/** The normal quantile that leaves 5 % on each side. */
const z = 1.6448536269514722;

/**
 * 90 % Wilson score interval of a share among `n`. Used where there is one case only, so that nothing can be
 * resampled: its mean score counts as a share among its samples, which is wide, as it should be.
 */
export function wilsonInterval(share: number, n: number): [low: number, high: number] {
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
