import type { Request } from '../reading/reading.ts';
import { boundsOf } from '../writing/limits.ts';

type Count = Extract<Request, { kind: 'count' }>;

/**
 * A length that is missed: mostly by a little, now and then by half (the answers to IFEval's prompts that miss their
 * number of words are off by a fifth in the middle). A most is overrun, a least is not reached, an exact number goes
 * either way. Where each part has its length, one part misses it.
 */
export function lapseInLength(request: Count, draw: number): Count | undefined {
  const { op } = request;
  const slack = op === '~' ? 0.1 : 0;
  const { min = 0, max = Infinity } = boundsOf(request);
  const most = Math.ceil(max * (1 + slack));
  const least = Math.floor(min * (1 - slack));
  const over = op === '<=' || (op !== '>=' && (draw * 7) % 1 < 0.6);
  const off = 0.03 + 0.5 * draw * draw;
  const one = {
    ...request,
    scope: request.scope.which === 'each' ? ({ ...request.scope, which: 'first' } as const) : request.scope,
  };
  if (over) {
    const from = Math.max(most + 1, Math.round(most * (1 + off)));
    return { ...one, op: 'between', value: from, upTo: Math.max(from, Math.round(most * (1.06 + off))) };
  }
  if (least <= 1) return undefined;
  const to = Math.max(1, Math.min(least - 1, Math.round(least * (1 - off))));
  return { ...one, op: 'between', value: Math.max(1, Math.min(to, Math.round(least * (0.94 - off)))), upTo: to };
}
