import { fraction, hashAfter } from '#core/chance/chance.ts';
import type { SimulatedRequest, SimulatedSize } from '../completion.ts';
import type { Instruction } from '../reading/reading.ts';
import type { BySize } from './sizes.ts';

/**
 * The luck of one sample. Each draw belongs to the seed, the size, what the prompt is about, the sample and the name of
 * what is decided; never to how the prompt is worded. So improving one thing never re-rolls the rest.
 */
export interface Fate {
  size: SimulatedSize;
  /** A number in [0, 1) for a decision. */
  draw(decision: string): number;
  /** Whether something of this chance happens. */
  happens(decision: string, chance: BySize<number> | number): boolean;
  /** A choice among texts. */
  choose<T>(decision: string, from: readonly T[]): T;
  /** A seed for a search. */
  seed(decision: string): number;
  /** Chance that an instruction is missed: each signal halves it; load and heat raise it a little. */
  miss(share: BySize<number>, signals: number, burden: number, power?: number): number;
}

/** Above 1, the wilder tokens cost some care. */
const heatOf = (temperature: number) => 1 + 0.25 * Math.max(0, temperature - 1);

export function fateOf(
  request: Pick<SimulatedRequest, 'seed' | 'size' | 'sample' | 'parameters' | 'temperament'>,
  about: string,
): Fate {
  const temperature = request.parameters.temperature ?? 1;
  // At temperature 0 every sample is the same answer.
  const sample = temperature === 0 ? 0 : request.sample;
  const hashOf = hashAfter(request.seed, request.size, about, sample);
  const fate: Fate = {
    size: request.size,
    draw: (decision) => fraction(hashOf(decision)),
    happens: (decision, chance) =>
      request.temperament !== 'off' &&
      fate.draw(decision) < (typeof chance === 'number' ? chance : chance[request.size]),
    choose: (decision, from) => from[Math.floor(fate.draw(`${decision}?`) * from.length)] ?? from[0]!,
    seed: hashOf,
    miss: (share, signals, burden, power = 1) =>
      Math.min(0.99, (1 - share[request.size] ** power) * 0.5 ** signals * burden * heatOf(temperature)),
  };
  return fate;
}

/**
 * How many of the signals with evidence behind them an instruction shows. The counted requests for an opening, an
 * ending or fixed answers all gave the exact words, so that this is no help beyond their base rate.
 */
export function strength({ request, signals }: Pick<Instruction, 'request' | 'signals'>): number {
  const { example, positive, repeated, afterData, selfCheck, exact } = signals;
  const shown = Number(example) + Number(positive) + Number(repeated) + Number(afterData) + Number(selfCheck);
  return shown + (exact && request.kind === 'missing' ? 1 : 0);
}
