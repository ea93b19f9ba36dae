import { features } from './evidence.ts';
import { hidden, judgementTable } from './judgement-weights.ts';

/**
 * A small network: evidence, a layer of `hidden` units with the soft sign x/(1+|x|) (exact in every engine, which tanh
 * is not), and beside it the evidence as it stands.
 */
export interface Judgement {
  /** For each unit, a weight for each feature and, last, its bias. */
  units: readonly (readonly number[])[];
  /** What each unit adds. */
  adds: readonly number[];
  /** For each feature, what it adds by itself, and, last, the bias. */
  direct: readonly number[];
}

/** The log odds that a stretch of text with this evidence states the meaning. */
export function weigh(evidence: readonly number[], { units, adds, direct }: Judgement): number {
  let sum = direct[evidence.length] ?? 0;
  for (let i = 0; i < evidence.length; i++) sum += (direct[i] ?? 0) * (evidence[i] ?? 0);
  for (let j = 0; j < units.length; j++) {
    const unit = units[j] ?? [];
    let input = unit[evidence.length] ?? 0;
    for (let i = 0; i < evidence.length; i++) input += (unit[i] ?? 0) * (evidence[i] ?? 0);
    sum += (adds[j] ?? 0) * softSign(input);
  }
  return sum;
}

export const softSign = (x: number): number => x / (1 + Math.abs(x));

/** The judgement that `candor learn --judgement` arrived at. */
export const judgement: Judgement = unpack();

function unpack(): Judgement {
  const width = features.length + 1;
  const rows = Array.from({ length: hidden }, (_, j) => judgementTable.slice(j * width, (j + 1) * width));
  return {
    units: rows,
    adds: judgementTable.slice(hidden * width, hidden * width + hidden),
    direct: judgementTable.slice(hidden * width + hidden),
  };
}
