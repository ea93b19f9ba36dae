import type { Value } from '#core/exercises/simulation.ts';
import type { Reason } from './report.ts';
import { reason } from './reasons.ts';

/** What placeholders stand for: the truth of a case and the values of its variables. */
export interface Truth {
  expect: Readonly<Record<string, Value>>;
  values: Readonly<Record<string, string>>;
}

/** A mistake of the exercise's author that makes a check impossible to grade. */
export class AuthoringProblem extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(`check cannot be graded: ${reason.code}`);
    this.name = 'AuthoringProblem';
    this.reason = reason;
  }
}

const placeholder = /\{\{([^{}]*)\}\}/g;
const nothingElse = /^\{\{([^{}]*)\}\}$/;

/**
 * Replaces `{{expect.x}}` and `{{variable}}` in every text of a value. A text that is nothing but a placeholder takes
 * its value as it is (a number stays a number, a list a list); among other words it is written out.
 * `quote` prepares what is inserted among other words: a pattern takes it to the letter, while a whole pattern may
 * come from the truth of a case.
 */
export function resolve(value: Value, truth: Truth, quote: (text: string) => string = (text) => text): Value {
  if (typeof value === 'string') {
    const only = nothingElse.exec(value)?.[1];
    if (only !== undefined) return lookUp(only, truth);
    return value.replace(placeholder, (_, name: string) => quote(written(lookUp(name, truth))));
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, truth, quote));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, truth, quote)]));
  }
  return value;
}

function lookUp(typed: string, truth: Truth): Value {
  const name = typed.trim();
  const [first = '', ...path] = name.split('.');
  const steps = first === 'expect' ? path : [name];
  let found: Value | undefined =
    first === 'expect' ? (truth.expect as Record<string, Value>) : (truth.values as Record<string, Value>);
  for (const step of steps) {
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, step)) {
      throw new AuthoringProblem(reason('unknown-placeholder', { name }));
    }
    found = (found as Record<string, Value>)[step] as Value;
  }
  if (steps.length === 0) throw new AuthoringProblem(reason('unknown-placeholder', { name }));
  return found;
}

/** A value as text among other words. */
export function written(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function asText(value: Value, typed: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new AuthoringProblem(reason('wrong-placeholder', { name: typed, needs: 'text' }));
}

/** Texts from a list, or from a placeholder that stands for one; a single text is a list of one. */
export function asTexts(value: Value, typed: string): string[] {
  const list = Array.isArray(value) ? value.flat() : [value];
  return list.map((item) => asText(item, typed));
}

export function asNumber(value: Value, typed: string): number {
  const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof found === 'number' && Number.isFinite(found)) return found;
  throw new AuthoringProblem(reason('wrong-placeholder', { name: typed, needs: 'number' }));
}
