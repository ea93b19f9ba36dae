import type { Span } from '#core/language/span.ts';
import type { Reason } from './report.ts';

/**
 * What looking for a requirement found, before negation. Both answers carry a reason and places: when the check is
 * negated, holding is the failure, and its places are what must be marked.
 */
export type Finding =
  { holds: boolean; reason: Reason; places: Span[] } | { holds: 'unknown'; reason: Reason; places: Span[] };

export function holds(reason: Reason, places: Span[] = []): Finding {
  return { holds: true, reason, places };
}

export function fails(reason: Reason, places: Span[] = []): Finding {
  return { holds: false, reason, places };
}

/** The requirement cannot be judged; the check is `ungraded`, negated or not. */
export function unknown(reason: Reason): Finding {
  return { holds: 'unknown', reason, places: [] };
}
