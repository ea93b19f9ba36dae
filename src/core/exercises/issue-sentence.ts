import type * as v from 'valibot';
import { didYouMean } from './near-names.ts';
import type { Path } from './finding.ts';

type AnyIssue = v.BaseIssue<unknown>;

/** What a schema found wrong, as a sentence and the way to its place. */
export interface IssueSentence {
  path: Path;
  /** The key itself is wrong, not its value. */
  key: boolean;
  message: string;
}

/**
 * Says a schema's issue in a sentence a person can act on. `schema` is walked to name the keys that would be known
 * at that place.
 */
export function issueSentence(issue: AnyIssue, schema: unknown): IssueSentence {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const nested = nearestIssue(issue);
  if (nested) {
    const inner = issueSentence(nested.issue, nested.schema);
    return { ...inner, path: [...path, ...inner.path] };
  }
  const place = path.length === 0 ? 'the file' : `"${path.at(-1)}"`;
  if (issue.kind === 'schema' && (issue.type.endsWith('object') || issue.expected === 'Object'))
    return objectSentence(issue, path, schema);
  if (issue.type === 'record' && issue.path?.at(-1)?.origin === 'key') {
    return {
      path,
      key: true,
      message: `${place} cannot be a key here: an id is lower-case letters, digits and dashes`,
    };
  }
  const options = quotedOptions(issue.expected);
  if (options.length > 0 && typeof issue.input === 'string') {
    return {
      path,
      key: false,
      message: `"${short(issue.input)}" cannot be the value of ${place}${meantOrOptions(issue.input, options)}`,
    };
  }
  if (options.length > 0) return { path, key: false, message: `${place} must be ${orList(options)}` };
  return { path, key: false, message: plainSentence(issue, place) };
}

function objectSentence(issue: AnyIssue, path: Path, schema: unknown): IssueSentence {
  const key = String(path.at(-1) ?? '');
  if (issue.expected === 'never') {
    const known = keysAt(schema, issue);
    const help = didYouMean(key, known) || (known.length > 0 ? `; keys here are ${known.join(', ')}` : '');
    return { path, key: true, message: `"${key}" is not a known key${help}` };
  }
  if (issue.expected === 'Object') {
    const where = path.length === 0 ? 'the file' : `"${key}"`;
    return { path, key: false, message: `${where} must hold keys and values, but is ${describe(issue.input)}` };
  }
  return { path: path.slice(0, -1), key: path.length > 1, message: `the key "${key}" is missing` };
}

function plainSentence(issue: AnyIssue, place: string): string {
  switch (issue.type) {
    case 'string':
      return `${place} must be a text, but is ${describe(issue.input)}${issue.input === null ? '' : ' (put it in quotation marks)'}`;
    case 'number':
      return `${place} must be a number, but is ${describe(issue.input)}`;
    case 'boolean':
      return `${place} must be true or false, but is ${describe(issue.input)}`;
    case 'array':
    case 'tuple':
      return `${place} must be a list, but is ${describe(issue.input)}`;
    case 'record':
      return `${place} must hold keys and values, but is ${describe(issue.input)}`;
    case 'literal':
      return `${place} must be ${issue.expected}, but is ${describe(issue.input)}`;
    case 'min_length':
      return `${place} needs at least ${bareNumber(issue.expected)} entries, but has ${bareNumber(issue.received)}`;
    case 'min_value':
      return `${place} must be ${bareNumber(issue.expected)} or more, but is ${describe(issue.input)}`;
    case 'max_value':
      return `${place} must be ${bareNumber(issue.expected)} or less, but is ${describe(issue.input)}`;
    case 'integer':
      return `${place} must be a whole number, but is ${describe(issue.input)}`;
    case 'non_empty':
      return `${place} is empty`;
    case 'regex':
      return issue.message.startsWith('Invalid')
        ? `${place} is ${describe(issue.input)}, which has the wrong form`
        : `${place} is ${describe(issue.input)}: ${issue.message}`;
    default:
      return `${place} is ${describe(issue.input)}, which is not what stands there (expected ${issue.expected ?? 'something else'})`;
  }
}

/** Of a union's branches, the issue that got deepest: the branch the author most likely meant. */
function nearestIssue(issue: AnyIssue): { issue: AnyIssue; schema: unknown } | undefined {
  if (issue.type !== 'union' || !issue.issues) return undefined;
  const best = [...issue.issues].sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))[0];
  return best && (best.path?.length ?? 0) > 0 ? { issue: best, schema: undefined } : undefined;
}

function quotedOptions(expected: string | null): string[] {
  if (!expected?.includes('"')) return [];
  return [...expected.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]!);
}

function meantOrOptions(typed: string, options: string[]): string {
  return didYouMean(typed, options) || `; it must be ${orList(options)}`;
}

function orList(options: readonly string[]): string {
  return options.length > 1 ? `${options.slice(0, -1).join(', ')} or ${options.at(-1)!}` : (options[0] ?? '');
}

function bareNumber(text: string | null): string {
  return (text ?? '').replace(/[^\d.-]/g, '');
}

/** A value in a few words. */
export function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `"${short(value)}"`;
  if (typeof value === 'object') return 'a group of keys';
  return String(value);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

interface SchemaLike {
  type?: string;
  entries?: Record<string, SchemaLike>;
  item?: SchemaLike;
  value?: SchemaLike;
  wrapped?: SchemaLike;
  pipe?: SchemaLike[];
  options?: SchemaLike[];
  key?: string;
  getter?: (value: unknown) => SchemaLike;
}

/** The keys that the schema knows at the place of an unknown key. */
function keysAt(schema: unknown, issue: AnyIssue): string[] {
  let here = schema as SchemaLike | undefined;
  for (const step of (issue.path ?? []).slice(0, -1)) {
    here = child(here, step.key as string | number, step.value);
  }
  const last = issue.path?.at(-1);
  return Object.keys(objectAt(here, last?.input)?.entries ?? {}).filter((key) => key !== '$schema');
}

function child(schema: SchemaLike | undefined, key: string | number, value: unknown): SchemaLike | undefined {
  const within = objectAt(schema, undefined);
  if (!within) return undefined;
  const next = typeof key === 'number' ? within.item : (within.entries?.[key] ?? within.value);
  return next && objectAt(next, value);
}

/** Looks through optional, pipe, union and variant to the schema that applies to the value. */
function objectAt(schema: SchemaLike | undefined, value: unknown): SchemaLike | undefined {
  if (!schema) return undefined;
  if (schema.wrapped) return objectAt(schema.wrapped, value);
  if (schema.getter) return objectAt(schema.getter(value), value);
  if (schema.entries) return schema;
  if (schema.options) {
    const within = schema.options;
    if (schema.type !== 'variant' || !schema.key)
      return within.map((option) => objectAt(option, value)).find((option) => option?.entries);
    const wanted = (value as Record<string, unknown> | undefined)?.[schema.key];
    return within.find((option) => {
      const kind = option.entries?.[schema.key!] as { options?: unknown[]; literal?: unknown } | undefined;
      return kind?.literal === wanted || kind?.options?.includes(wanted);
    });
  }
  return schema;
}
