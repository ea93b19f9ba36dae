import type { JsonSchema } from './parse-request.ts';
import { nodeOf, type Json, type SchemaNode } from './schema-node.ts';

/** Values that are made for one answer; a schema that needs itself without end is given up there. */
const mostValues = 5000;

/** A chain of missing values longer than this comes from a schema that needs itself. */
const deepest = 8;

interface Work {
  root: JsonSchema;
  left: number;
}

/**
 * Makes a value fit a schema, as decoding under a grammar does for a real model: the form is then always right, and
 * what it says may still be wrong. Keeps what fits, turns what nearly fits, and fills in what is missing.
 */
export function conform(value: Json | undefined, schema: JsonSchema): Json {
  return fitted(value, schema, { root: schema, left: mostValues }, 0);
}

/** `depth` is how far below the last value that was there. */
function fitted(value: Json | undefined, schema: JsonSchema, work: Work, depth: number): Json {
  const node = nodeOf(schema, work.root);
  work.left -= 1;
  if (node.oneOf) return listed(value, node.oneOf);
  if (depth > deepest || work.left < 0) return value ?? null;
  if (node.either) {
    const forms = node.either;
    const form = forms.find((one) => fits(value, nodeOf(one, work.root))) ?? forms[0]!;
    return fitted(value, form, work, depth + 1);
  }
  switch (typeFor(value, node.types)) {
    case 'object':
      return objectFor(value, node, work, depth);
    case 'array':
      return arrayFor(value, node, work, depth);
    case 'string':
      return textFor(value, node);
    case 'number':
    case 'integer':
      return numberFor(value, node);
    case 'boolean':
      return typeof value === 'boolean' ? value : /^\s*(?:true|yes|vrai|oui|1)\b/i.test(String(value));
    case 'null':
      return null;
    default:
      return value ?? null;
  }
}

const next = (value: Json | undefined, schema: JsonSchema, work: Work, depth: number) =>
  fitted(value, schema, work, value === undefined ? depth + 1 : 0);

function typeName(value: Json | undefined): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return value === undefined ? 'undefined' : typeof value;
}

const hasType = (value: Json | undefined, type: string) =>
  typeName(value) === type || (type === 'integer' && Number.isInteger(value));

function typeFor(value: Json | undefined, types: readonly string[]): string | undefined {
  const exact = types.find((type) => hasType(value, type));
  if (exact) return exact;
  // A missing value is null where it may be.
  return value === undefined && types.includes('null') ? 'null' : types[0];
}

function fits(value: Json | undefined, node: SchemaNode): boolean {
  if (node.oneOf) return node.oneOf.some((one) => same(one, value));
  if (!node.types.some((type) => hasType(value, type))) return false;
  return !isRecord(value) || node.required.every((name) => Object.hasOwn(value, name));
}

const isRecord = (value: Json | undefined): value is { [key: string]: Json } => typeName(value) === 'object';
const same = (a: Json, b: Json | undefined) => JSON.stringify(a) === JSON.stringify(b);
const folded = (text: unknown) => String(text).trim().toLowerCase();

function listed(value: Json | undefined, options: readonly Json[]): Json {
  const found =
    options.find((one) => same(one, value)) ??
    options.find((one) => one !== null && folded(one) === folded(value)) ??
    (value === undefined || value === null ? options.find((one) => one === null) : undefined) ??
    // "The category is: refund." names its option among other words.
    options.find(
      (one) =>
        typeof value === 'string' && typeof one === 'string' && one !== '' && folded(value).includes(folded(one)),
    );
  return found ?? options[0] ?? null;
}

function objectFor(value: Json | undefined, node: SchemaNode, work: Work, depth: number): Json {
  // A list around the one object that was asked for is a common slip.
  const given = Array.isArray(value) ? value.find(isRecord) : value;
  const from = isRecord(given) ? given : {};
  const names = [
    ...Object.keys(node.properties),
    ...node.required.filter((name) => !Object.hasOwn(node.properties, name)),
  ];
  const made = new Map<string, Json>();
  for (const name of names) {
    const key = Object.hasOwn(from, name) ? name : Object.keys(from).find((one) => folded(one) === folded(name));
    if (key === undefined && !node.required.includes(name)) continue;
    made.set(name, next(key === undefined ? undefined : from[key], node.properties[name] ?? {}, work, depth));
  }
  if (node.open) {
    for (const [key, one] of Object.entries(from)) {
      if (!names.some((name) => folded(name) === folded(key))) made.set(key, one);
    }
  }
  return Object.fromEntries(made);
}

function arrayFor(value: Json | undefined, node: SchemaNode, work: Work, depth: number): Json {
  const { minItems, maxItems } = node.words;
  const least = Math.max(typeof minItems === 'number' ? Math.min(minItems, 100) : 0, node.first.length);
  const given = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  const kept = typeof maxItems === 'number' ? given.slice(0, maxItems) : given;
  const length = Math.max(kept.length, least);
  return Array.from({ length }, (_, at) => next(kept[at], node.first[at] ?? node.items ?? {}, work, depth));
}

/** Texts for a format that nothing was said about. */
const blank: Record<string, string> = {
  date: '1970-01-01',
  time: '00:00:00Z',
  'date-time': '1970-01-01T00:00:00Z',
  duration: 'P0D',
  email: 'unknown@example.com',
  hostname: 'example.com',
  ipv4: '0.0.0.0',
  ipv6: '::',
  uri: 'https://example.com/',
  uuid: '00000000-0000-0000-0000-000000000000',
};

function textFor(value: Json | undefined, { words }: SchemaNode): string {
  const { format, minLength, maxLength } = words;
  const given =
    value === undefined || value === null
      ? ''
      : typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.join('\n')
          : typeof value === 'object'
            ? JSON.stringify(value)
            : String(value);
  let text = given;
  if (typeof format === 'string' && Object.hasOwn(blank, format) && (given === '' || !wellFormed(given, format)))
    text = blank[format]!;
  if (typeof maxLength === 'number') text = [...text].slice(0, maxLength).join('');
  if (typeof minLength === 'number') text = text.padEnd(Math.min(minLength, 10_000), '.');
  return text;
}

/** Formats that answers often miss; the rest are taken as they come. */
function wellFormed(text: string, format: string): boolean {
  if (format === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (format === 'date-time') return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text);
  if (format === 'email') return /^\S+@\S+$/.test(text);
  return !/\s/.test(text);
}

function numberFor(value: Json | undefined, node: SchemaNode): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = node.words;
  const whole = node.types.includes('integer') && !node.types.includes('number');
  const found =
    typeof value === 'number' ? value : Number(/-?\d+(?:[.,]\d+)?/.exec(String(value))?.[0].replace(',', '.') ?? 0);
  const step = typeof multipleOf === 'number' && multipleOf > 0 ? multipleOf : whole ? 1 : 0;
  const nudge = step || 1;
  let number = step ? Math.round(found / step) * step : found;
  if (typeof minimum === 'number' && number < minimum) number = step ? Math.ceil(minimum / step) * step : minimum;
  if (typeof exclusiveMinimum === 'number' && number <= exclusiveMinimum) {
    number = step ? (Math.floor(exclusiveMinimum / step) + 1) * step : exclusiveMinimum + nudge;
  }
  if (typeof maximum === 'number' && number > maximum) number = step ? Math.floor(maximum / step) * step : maximum;
  if (typeof exclusiveMaximum === 'number' && number >= exclusiveMaximum) {
    number = step ? (Math.ceil(exclusiveMaximum / step) - 1) * step : exclusiveMaximum - nudge;
  }
  return number;
}
