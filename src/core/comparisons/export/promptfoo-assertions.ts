import type { Value } from '#core/exercises/simulation.ts';
import { applies } from '#core/grading/applies.ts';
import type { Check } from '#core/grading/checks/schema.ts';
import { AuthoringProblem, asNumber, resolve, type Truth } from '#core/grading/resolve.ts';
import type { Yaml } from './yaml.ts';

export type Assertion = { type: string; value?: Yaml; metric: string; weight?: number };

/** The checks that apply to a case, as promptfoo's assertions; `left` names those it has no assertion for. */
export function assertionsOf(checks: readonly Check[], truth: Truth): { assert: Assertion[]; left: string[] } {
  const assert: Assertion[] = [];
  const left: string[] = [];
  for (const check of checks) {
    if (!applies(check, truth.expect)) continue;
    const made = madeSafely(check, truth);
    if (!made || holdsMarkup(made.value)) left.push(check.id);
    else assert.push({ ...made, metric: check.id, ...(check.weight === 1 ? {} : { weight: check.weight }) });
  }
  return { assert, left };
}

type Made = { type: string; value?: Yaml };

function madeSafely(check: Check, truth: Truth): Made | undefined {
  try {
    return make(check, truth);
  } catch (error) {
    if (error instanceof AuthoringProblem) return undefined;
    throw error;
  }
}

function make(check: Check, truth: Truth): Made | undefined {
  const negated = check.type.startsWith('not-');
  const name = negated ? check.type.slice(4) : check.type;
  const as = (type: string, value?: Value): Made => ({
    type: negated ? `not-${type}` : type,
    ...(value === undefined ? {} : { value }),
  });
  const given = 'value' in check && check.value !== undefined ? resolve(check.value as Value, truth) : undefined;
  const json = check.form === 'strict' ? 'is-json' : 'contains-json';
  if (check.path !== undefined) {
    const wanted = schemaFor(check, name, given, truth);
    const schema = wanted && atPath(check.path, negated ? { not: wanted } : wanted);
    return schema && { type: json, value: schema };
  }
  switch (name) {
    case 'contains':
    case 'icontains':
      return typeof given === 'string' ? as(name, given) : undefined;
    case 'contains-all':
    case 'contains-any':
    case 'icontains-all':
    case 'icontains-any':
      return as(name, (Array.isArray(given) ? given.flat() : [given ?? '']).map(String));
    case 'equals':
      return as(name, given);
    case 'regex': {
      const pattern = patternFor(check, name, given);
      return pattern === undefined ? undefined : as('regex', pattern);
    }
    case 'starts-with':
      return typeof given === 'string' ? as(name, given) : undefined;
    case 'ends-with':
      return typeof given === 'string' ? as('regex', `${escaped(given)}\\s*$`) : undefined;
    case 'is-json':
      return as(json);
    case 'json-schema':
      return as(json, given);
    case 'label':
      return typeof given === 'string'
        ? as(check.form === 'strict' ? 'equals' : 'regex', label(check, given))
        : undefined;
    case 'word-count':
      return as('word-count', bounds(given));
    case 'character-count': {
      const { min = 0, max = '' } = typeof given === 'number' ? { min: given, max: given } : bounds(given);
      return as('regex', `^[\\s\\S]{${min},${max}}$`);
    }
    default:
      return undefined;
  }
}

/** The answer is the label, with at most marks around it. */
function label(check: Check, given: string): string {
  return check.form === 'strict' ? given : `^[\\s"'*.\`]*${escaped(given)}[\\s"'*.\`]*$`;
}

function bounds(given: Value | undefined): { min?: number; max?: number } {
  if (typeof given === 'number') return { min: given, max: given };
  const { min, max } = (given ?? {}) as { min?: Value; max?: Value };
  return {
    ...(min === undefined ? {} : { min: asNumber(min, 'min') }),
    ...(max === undefined ? {} : { max: asNumber(max, 'max') }),
  };
}

/** What a field of a JSON answer has to be, as a JSON Schema. */
function schemaFor(
  check: Check,
  name: string,
  given: Value | undefined,
  truth: Truth,
): Record<string, Yaml> | undefined {
  if (name === 'field' && 'tolerance' in check && 'inAnyOrder' in check) {
    if (check.inAnyOrder) return undefined;
    if (check.anyOf !== undefined) {
      const choices = resolve(check.anyOf as Value, truth);
      return Array.isArray(choices) ? { enum: choices } : undefined;
    }
    if (given === undefined) return {};
    return typeof given === 'number' && check.tolerance > 0 ? near(given, check.tolerance) : { const: given };
  }
  if (name === 'numeric' && 'tolerance' in check && given !== undefined) {
    return near(asNumber(given, 'value'), check.tolerance);
  }
  if (name === 'equals' && given !== undefined) return { const: given };
  const pattern = patternFor(check, name, given);
  return pattern === undefined ? undefined : { type: 'string', pattern };
}

function near(value: number, tolerance: number): Record<string, Yaml> {
  return { type: 'number', minimum: value - tolerance, maximum: value + tolerance };
}

/** A check of a text as a pattern of JavaScript's; what only RE2 understands has none. */
function patternFor(check: Check, name: string, given: Value | undefined): string | undefined {
  if (typeof given !== 'string') return undefined;
  if (name === 'contains') return escaped(given);
  if (name === 'starts-with') return `^\\s*${escaped(given)}`;
  if (name === 'ends-with') return `${escaped(given)}\\s*$`;
  if (name !== 'regex' || ('flags' in check && check.flags)) return undefined;
  try {
    new RegExp(given);
    return given;
  } catch {
    return undefined;
  }
}

/** The schema of an object in which a path leads to a value of the given schema; list items have no such path. */
function atPath(path: string, schema: Record<string, Yaml>): Record<string, Yaml> | undefined {
  const steps = path.split('.');
  if (steps.some((step) => step === '*' || /^\d+$/.test(step))) return undefined;
  return steps.reduceRight<Record<string, Yaml>>(
    (inner, step) => ({ type: 'object', required: [step], properties: { [step]: inner } }),
    schema,
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** promptfoo fills templates in the values of assertions, and reads files that they name. */
function holdsMarkup(value: Yaml): boolean {
  const text = JSON.stringify(value ?? null);
  return /\{[{%#](?!")/.test(strings(value).join('\n')) || /"(?:file|package|javascript|python):/.test(text);
}

function strings(value: Yaml): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...strings(item)]);
}
