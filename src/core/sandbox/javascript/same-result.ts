import type { Value } from '#core/exercises/simulation.ts';

/** Whether a function returned what it should: numbers within the tolerance, all else to the letter, keys in any order. */
export function sameResult(actual: Value | undefined, expected: Value, tolerance: number): boolean {
  if (typeof expected === 'number') {
    return typeof actual === 'number' && Math.abs(actual - expected) <= tolerance + Math.abs(expected) * 1e-12;
  }
  if (expected === null || typeof expected !== 'object') return actual === expected;
  if (actual === null || typeof actual !== 'object' || Array.isArray(actual) !== Array.isArray(expected)) return false;
  const keys = Object.keys(expected);
  return (
    Object.keys(actual).length === keys.length &&
    keys.every((key) => {
      const [got, wanted] = [propertyOf(actual, key), propertyOf(expected, key)];
      return wanted !== undefined && sameResult(got, wanted, tolerance);
    })
  );
}

function propertyOf(value: Value, key: string): Value | undefined {
  return Object.hasOwn(value as object, key) ? (value as Record<string, Value>)[key] : undefined;
}
