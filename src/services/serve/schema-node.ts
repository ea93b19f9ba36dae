import type { JsonSchema } from './parse-request.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A place in a JSON Schema, with references followed and combined schemas laid together. */
export interface SchemaNode {
  types: readonly string[];
  /** The values allowed, when they are listed. */
  oneOf?: readonly Json[];
  /** Other forms that the value may have; one of them is enough. */
  either?: readonly JsonSchema[];
  properties: Readonly<Record<string, JsonSchema>>;
  required: readonly string[];
  /** False when only the listed properties may stand there. */
  open: boolean;
  items?: JsonSchema;
  first: readonly JsonSchema[];
  /** The schema's own keywords: `minLength`, `format`, … */
  words: Readonly<Record<string, unknown>>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textsOf = (value: unknown) => listOf(value).filter((one): one is string => typeof one === 'string');
const schemasOf = (value: unknown) =>
  listOf(value).filter((one): one is JsonSchema => isObject(one) || typeof one === 'boolean');

/** Reads one place of a schema. What makes no sense in it is taken as not said. */
export function nodeOf(schema: JsonSchema, root: JsonSchema): SchemaNode {
  const words = laidTogether(schema, root, 0);
  const properties = isObject(words['properties']) ? (words['properties'] as Record<string, JsonSchema>) : {};
  const either = schemasOf(words['anyOf'] ?? words['oneOf']);
  const items = words['items'];
  const listed = 'const' in words ? [words['const'] as Json] : (words['enum'] as Json[] | undefined);
  return {
    types: typesOf(words, properties),
    ...(Array.isArray(listed) && listed.length > 0 && { oneOf: listed }),
    ...(either.length > 0 && { either }),
    properties,
    required: textsOf(words['required']),
    open: words['additionalProperties'] !== false,
    ...((isObject(items) || typeof items === 'boolean') && { items }),
    first: schemasOf(words['prefixItems'] ?? items),
    words,
  };
}

function typesOf(words: Record<string, unknown>, properties: object): string[] {
  const said = typeof words['type'] === 'string' ? [words['type']] : textsOf(words['type']);
  if (said.length > 0) return said;
  if (Object.keys(properties).length > 0 || words['required']) return ['object'];
  return (words['items'] ?? words['prefixItems']) ? ['array'] : [];
}

/** The keywords of a schema with those of what it refers to and of all it must also be. */
function laidTogether(schema: unknown, root: JsonSchema, depth: number): Record<string, unknown> {
  if (!isObject(schema) || depth > 8) return {};
  const { $ref, allOf, ...own } = schema;
  const others = [...(typeof $ref === 'string' ? [pointedAt($ref, root)] : []), ...listOf(allOf)];
  return others.reduce<Record<string, unknown>>((sum, other) => {
    const more = laidTogether(other, root, depth + 1);
    return {
      ...more,
      ...sum,
      ...((more['properties'] ?? sum['properties']) !== undefined && {
        properties: { ...(more['properties'] as object), ...(sum['properties'] as object) },
      }),
      ...((more['required'] ?? sum['required']) !== undefined && {
        required: [...new Set([...textsOf(more['required']), ...textsOf(sum['required'])])],
      }),
    };
  }, own);
}

/** Follows `#/$defs/name`; references that lead out of the schema lead nowhere. */
function pointedAt(reference: string, root: JsonSchema): unknown {
  if (!reference.startsWith('#')) return undefined;
  const steps = reference.slice(1).split('/').filter(Boolean);
  return steps.reduce<unknown>((here, step) => {
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    return (isObject(here) || Array.isArray(here)) && Object.hasOwn(here, name)
      ? (here as Record<string, unknown>)[name]
      : undefined;
  }, root);
}
