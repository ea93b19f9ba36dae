import type { Value } from '#core/exercises/simulation.ts';
import { foldText } from '../text/fold.ts';
import { asWrittenNumber, means } from '../text/numbers.ts';
import { type JsonNode, valueOf } from './parse-json.ts';
import { stringView } from './string-view.ts';

export interface Comparison {
  /** How far numbers may be apart. */
  tolerance: number;
  /** Forgive spelling: case, accents, typography, numbers and yes/no written as texts. */
  lenient: boolean;
  inAnyOrder: boolean;
}

/**
 * Whether a node of an answer is the expected value. Dates are texts like others: when the truth is an ISO date, the
 * answer has to be one.
 */
export function sameValue(output: string, node: JsonNode, expected: Value, how: Comparison): boolean {
  if (Array.isArray(expected)) return sameList(output, node, expected, how);
  if (expected !== null && typeof expected === 'object') {
    const keys = Object.keys(expected);
    if (!node.members || (!how.lenient && node.members.size !== keys.length)) return false;
    return keys.every((key) => {
      const member = node.members?.get(key);
      return member !== undefined && sameValue(output, member, expected[key] ?? null, how);
    });
  }
  if (node.kind === 'object' || node.kind === 'array') return false;
  const actual = node.kind === 'string' ? stringView(output, node).text : (valueOf(output, node) as Value);
  return sameScalar(actual, expected, how);
}

function sameList(output: string, node: JsonNode, expected: Value[], how: Comparison): boolean {
  const items = node.items;
  if (!items || items.length !== expected.length) return false;
  if (!how.inAnyOrder) return items.every((item, index) => sameValue(output, item, expected[index] ?? null, how));
  const left = [...items];
  return expected.every((value) => {
    const at = left.findIndex((item) => sameValue(output, item, value, how));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Compares two values that are no lists or objects. */
export function sameScalar(actual: Value, expected: Value, { tolerance, lenient }: Comparison): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= tolerance + Math.abs(expected) * 1e-9;
  }
  if (!lenient) return actual === expected;
  if (typeof expected === 'number') {
    const number = typeof actual === 'string' ? asWrittenNumber(actual) : undefined;
    return number !== undefined && means(number, expected, tolerance);
  }
  if (typeof expected === 'boolean')
    return typeof actual === 'string' ? asBoolean(actual) === expected : actual === expected;
  if (expected === null) return actual === null || (typeof actual === 'string' && saysNothing(actual));
  if (typeof expected !== 'string' || actual === null) return false;
  // An identifier such as 0042 is no number.
  if (typeof actual === 'number' && /^\D*(?:0(?!\d)|[1-9])/.test(expected)) {
    const number = asWrittenNumber(expected);
    if (number) return means(number, actual, tolerance);
  }
  return bare(String(actual)) === bare(expected);
}

/** A text without what two people may spell differently: case, accents, outer marks, `_` and `-` for a space. */
export function bare(text: string): string {
  return foldText(text, 'letters')
    .replace(/[_-]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s"'*`([{]+/, '')
    .replace(trailing, '$1');
}
// Anchored by what must stand before it, so that long runs are walked once.
const trailing = /([^\s"'*`)\]}.,;:!]|^)[\s"'*`)\]}.,;:!]+$/;

function asBoolean(text: string): boolean | undefined {
  const word = bare(text.slice(0, 20));
  if (['true', 'yes', 'y', 'oui', 'vrai', '1'].includes(word)) return true;
  if (['false', 'no', 'n', 'non', 'faux', '0'].includes(word)) return false;
  return undefined;
}

const nothings =
  /^(?:|n ?\/ ?a|na|null|none|nil|unknown|missing|absent|empty|inconnue?s?|manquante?s?|absente?s?|neant|aucune?|non (?:precisee?|indiquee?|renseignee?|fournie?|communiquee?|mentionnee?|disponible|specifiee?)|not (?:stated|given|provided|specified|found|available|mentioned|known|indicated|present)(?: in (?:the )?\w+)?)$/;

/** A text by which people say that there is no value. */
function saysNothing(text: string): boolean {
  return text.length <= 40 && nothings.test(bare(text).trim());
}
