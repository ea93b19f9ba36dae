import { type Schema, Validator, format } from '@cfworker/json-schema';
import type { Value } from '#core/exercises/simulation.ts';
import { type Finding, fails, holds } from '../finding.ts';
import { type JsonNode, valueOf } from '../json/parse-json.ts';
import { reason, shortened } from '../reasons.ts';
import { AuthoringProblem, resolve, type Truth } from '../resolve.ts';
import type { Kind } from './kind.ts';
import { compilePattern } from './regex.ts';

/** Past this an answer is no answer, and some keywords would take long over it. */
const mostNodes = 5000;

/** The JSON answer, or the field at `path`, fits a JSON Schema (2020-12); patterns are RE2. */
export const jsonSchema: Kind<'json-schema'> = {
  strict: true,
  negatedWithoutField: 'met',
  judge(check, subject, { truth, strict, answer }): Finding {
    const node = subject.node ?? answer.json(strict);
    if (!node) return fails(reason(strict && answer.json(false) ? 'not-only-json' : 'not-json', {}));
    const place = { start: node.start, end: node.end };
    const validator = validatorFor(check.value, truth);
    if (sizeOf(node) > mostNodes) return { holds: 'unknown', reason: reason('answer-too-large', {}), places: [] };
    const result = validator.validate(valueOf(subject.output, node));
    if (result.valid) return holds(reason('schema-met', {}), [place]);
    // The last unit is the innermost: what actually broke, where.
    const broken = result.errors.at(-1);
    const at = broken ? follow(node, broken.instanceLocation) : node;
    const where = broken?.instanceLocation.replace(/^#\/?/, '').replaceAll('/', '.') ?? '';
    return fails(reason('schema-broken', { where: shortened(where), rule: shortened(ruleOf(broken)) }), [
      { start: at.start, end: at.end },
    ]);
  },
};

function ruleOf(broken: { keyword: string; error: string } | undefined): string {
  const name = /"([^"]*)"/.exec(broken?.error ?? '')?.[1];
  return broken?.keyword === 'required' && name !== undefined ? `required: ${name}` : (broken?.keyword ?? '');
}

function sizeOf(node: JsonNode): number {
  let size = 1;
  node.members?.forEach((member) => (size += sizeOf(member)));
  node.items?.forEach((item) => (size += sizeOf(item)));
  return size;
}

function follow(node: JsonNode, pointer: string): JsonNode {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((at, step) => at.members?.get(step) ?? at.items?.[Number(step)] ?? at, node);
}

/** Schemas without placeholders, which are the same for every case. */
const plain = new WeakMap<object, Validator | null>();

function validatorFor(schema: Value, truth: Truth): Validator {
  if (schema === null || typeof schema !== 'object') return validatorOf(resolve(schema, truth));
  const known = plain.get(schema);
  if (known) return known;
  const validator = validatorOf(resolve(schema, truth));
  if (known === undefined) plain.set(schema, JSON.stringify(schema).includes('{{') ? null : validator);
  return validator;
}

const made = new Map<string, Validator>();
const mostMade = 100;

function validatorOf(schema: Value): Validator {
  const key = JSON.stringify(schema);
  const known = made.get(key);
  if (known) return known;
  let validator: Validator;
  try {
    validator = new Validator(linear(schema) as Schema, '2020-12', true);
    validator.validate(null); // an unresolved reference shows only now
  } catch (error) {
    if (error instanceof AuthoringProblem) throw error;
    throw new AuthoringProblem(reason('invalid-schema', {}));
  }
  if (made.size >= mostMade) made.delete(made.keys().next().value ?? '');
  made.set(key, validator);
  return validator;
}

/**
 * The library runs `pattern` on the built-in engine, which some patterns keep busy for hours. A pattern becomes a
 * format of ours, matched in linear time; patterns for property names have no such way out and are refused.
 */
function linear(schema: Value): Value {
  if (Array.isArray(schema)) return schema.map(linear);
  if (schema === null || typeof schema !== 'object') return schema;
  const { pattern, ...rest } = schema;
  const isPattern = typeof pattern === 'string';
  const copy = Object.fromEntries(
    Object.entries(isPattern ? rest : schema).map(([key, value]) => [
      key,
      key === 'enum' || key === 'const' ? value : linear(value),
    ]),
  );
  if (typeof schema['patternProperties'] === 'object') throw new AuthoringProblem(reason('invalid-schema', {}));
  if (!isPattern) return copy;
  const expression = compilePattern(pattern);
  const name = `re2:${pattern}`;
  format[name] = (text: string) => expression.matcher(text).find();
  const others = Array.isArray(copy['allOf']) ? copy['allOf'] : [];
  return { ...copy, allOf: [...others, { format: name }] };
}
