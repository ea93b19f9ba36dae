import type { Wish } from '../temperament/obey.ts';
import type { Limit } from './limit.ts';

/** The lengths that the wishes ask for. */
export function limitsOf(wishes: readonly Wish[]): Limit[] {
  const limits: Limit[] = [];
  const parts = wishes.find((wish) => wish.request.kind === 'sections' && wish.kept);
  const versions = wishes.find((wish) => wish.request.kind === 'versions' && wish.kept);
  for (const wish of wishes) {
    const { request } = wish;
    if (request.kind !== 'count' || request.scope.which !== 'all' || wish.polarity === -1 || !wish.kept) continue;
    // Numbered sections and versions are counted as such.
    if (parts && (request.unit === 'section' || request.unit === 'item')) continue;
    const copies = versions?.request.kind === 'versions' ? versions.request.count : 0;
    if (copies > 0 && /^(?:item|line)$/.test(request.unit) && request.value === copies) continue;
    const { min, max } = boundsOf(request);
    const limit: Limit = {
      unit: request.unit,
      because: wish.decision,
      ...(request.scope.part ? { part: request.scope.part } : {}),
    };
    limits.push({ ...limit, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
  }
  return limits;
}

/** Least and most that a quantity allows. */
export function boundsOf({ op, value, upTo }: { op: string; value: number; upTo?: number }): {
  min?: number;
  max?: number;
} {
  switch (op) {
    case '<=':
      return { max: value };
    case '>=':
      return { min: value };
    case '=':
      return { min: value, max: value };
    case 'between':
      return { min: Math.min(value, upTo ?? value), max: Math.max(value, upTo ?? value) };
    default:
      return value >= 20
        ? { min: Math.floor(value * 0.93), max: value }
        : { min: Math.floor(value * 0.93), max: Math.ceil(value * 1.07) };
  }
}
