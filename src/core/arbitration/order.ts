import { luck } from '#core/chance/chance.ts';
import type { ArbitrateCase, ArbitrateOutput } from '#core/exercises/arbitrate.ts';

/**
 * The outputs of a case in the order in which an attempt shows them. Each attempt has its own, so that a place cannot
 * be learnt by heart; the same attempt has the same for ever, so that its report shows what the learner saw.
 */
export function outputsInOrder(
  { id, outputs }: Pick<ArbitrateCase, 'id' | 'outputs'>,
  attempt: string,
): ArbitrateOutput[] {
  const order = [...outputs];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(luck('order of outputs', attempt, id, last) * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
