import { randomStream } from '#core/chance/chance.ts';
import { features } from '../evidence.ts';
import { type Judgement, softSign, weigh } from '../judgement.ts';

/** A wording with the evidence of each of its stretches; the one that speaks most for the meaning decides. */
export interface Trial {
  stretches: readonly (readonly number[])[];
  /** 1: it says the meaning, 0: it does not. */
  is: number;
  counts: number;
}

const units = 8;
const rate = 0.05;
const pull = 2e-4;
const rounds = 8;

/** Learns how to weigh evidence, whatever the meaning, over wordings whose meanings were learnt without them. */
export function trainJudgement(trials: readonly Trial[]): Judgement {
  const width = features.length;
  const { means, spreads } = scales(trials, width);
  const scaled = trials.map((trial) => ({
    ...trial,
    stretches: trial.stretches.map((one) => one.map((value, i) => (value - (means[i] ?? 0)) / (spreads[i] ?? 1))),
  }));
  const next = randomStream(12345);
  const some = () => (next() - 0.5) * 0.3;
  const net = {
    units: Array.from({ length: units }, () => Array.from({ length: width + 1 }, some)),
    adds: Array.from({ length: units }, some),
    direct: new Array<number>(width + 1).fill(0),
  };
  const walked = {
    units: net.units.map((unit) => unit.map(() => 1e-3)),
    adds: net.adds.map(() => 1e-3),
    direct: net.direct.map(() => 1e-3),
  };
  const step = (values: number[], steps: number[], i: number, slope: number) => {
    const pulled = slope + pull * (values[i] ?? 0);
    steps[i] = (steps[i] ?? 0) + pulled * pulled;
    values[i] = (values[i] ?? 0) - (rate * pulled) / Math.sqrt(steps[i] ?? 1);
  };
  const order = scaled.map((_, i) => i);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, next);
    for (const k of order) {
      const trial = scaled[k];
      if (!trial) continue;
      const { evidence, sum } = loudest(trial.stretches, net);
      const off = (1 / (1 + Math.exp(-sum)) - trial.is) * trial.counts;
      if (Math.abs(off) < 1e-3) continue;
      net.units.forEach((unit, j) => {
        let input = unit[width] ?? 0;
        for (let i = 0; i < width; i++) input += (unit[i] ?? 0) * (evidence[i] ?? 0);
        const slope = 1 / (1 + Math.abs(input)) ** 2;
        const back = off * (net.adds[j] ?? 0) * slope;
        const steps = walked.units[j] ?? [];
        for (let i = 0; i < width; i++) step(unit, steps, i, back * (evidence[i] ?? 0));
        step(unit, steps, width, back);
        step(net.adds, walked.adds, j, off * softSign(input));
      });
      for (let i = 0; i < width; i++) step(net.direct, walked.direct, i, off * (evidence[i] ?? 0));
      step(net.direct, walked.direct, width, off);
    }
  }
  return unscaled(net, means, spreads);
}

function loudest(stretches: readonly (readonly number[])[], net: Judgement) {
  let found: { evidence: readonly number[]; sum: number } = { evidence: [], sum: -Infinity };
  for (const evidence of stretches) {
    const sum = weigh(evidence, net);
    if (sum > found.sum) found = { evidence, sum };
  }
  return found;
}

function scales(trials: readonly Trial[], width: number): { means: number[]; spreads: number[] } {
  const all = trials.flatMap(({ stretches }) => stretches);
  const column = (i: number) => all.map((one) => one[i] ?? 0);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const means = Array.from({ length: width }, (_, i) => mean(column(i)));
  const spreads = means.map((middle, i) => Math.sqrt(mean(column(i).map((value) => (value - middle) ** 2))) || 1);
  return { means, spreads };
}

/** The same network for evidence as it comes, rounded to what a source file can hold. */
function unscaled(net: Judgement, means: readonly number[], spreads: readonly number[]): Judgement {
  const row = (values: readonly number[]) => {
    const plain = means.map((_, i) => (values[i] ?? 0) / (spreads[i] ?? 1));
    const shift = plain.reduce((sum, value, i) => sum + value * (means[i] ?? 0), 0);
    return [...plain, (values[means.length] ?? 0) - shift].map(rounded);
  };
  return { units: net.units.map(row), adds: net.adds.map(rounded), direct: row(net.direct) };
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}
