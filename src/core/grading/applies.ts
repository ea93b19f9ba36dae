import type { Value } from '#core/exercises/simulation.ts';
import type { Check } from './checks/schema.ts';

/** Whether a check applies to a case: its `when` names values of the case's truth (one of them, for a list). */
export function applies(check: Check, expect: Readonly<Record<string, Value>>): boolean {
  return Object.entries(check.when ?? {}).every(([key, wanted]) => {
    const actual = Object.hasOwn(expect, key) ? expect[key] : undefined;
    const unwanted = excluded(wanted as Value);
    return unwanted === undefined ? isOneOf(actual, wanted as Value) : !isOneOf(actual, unwanted);
  });
}

/** The value in `{ not: value }`. */
function excluded(wanted: Value): Value | undefined {
  if (wanted === null || typeof wanted !== 'object' || Array.isArray(wanted)) return undefined;
  return Object.keys(wanted).length === 1 ? wanted['not'] : undefined;
}

function isOneOf(actual: Value | undefined, wanted: Value): boolean {
  if (actual === undefined) return false;
  const same = (value: Value) => JSON.stringify(value) === JSON.stringify(actual);
  return same(wanted) || (Array.isArray(wanted) && wanted.some(same));
}
