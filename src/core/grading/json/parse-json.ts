import type { Value } from '#core/exercises/simulation.ts';
import type { Span } from '#core/language/span.ts';

/** A JSON value that remembers where in the output it stands. */
export interface JsonNode extends Span {
  kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** Of an object, by key; the last of equal keys wins, as in JSON.parse. */
  members?: Map<string, JsonNode>;
  items?: JsonNode[];
}

/** Deeper than any answer to an exercise; bounds every later walk through the tree. */
const maximalDepth = 100;

/** Work left, shared by several attempts at one text, so that together they stay linear. */
export interface Fuel {
  left: number;
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const space = /[ \t\r\n]*/y;
const word = /true|false|null/y;

/** Parses one JSON value (RFC 8259) that begins at `start`; `undefined` when there is none. */
export function parseJsonAt(text: string, start: number, fuel: Fuel = { left: Infinity }): JsonNode | undefined {
  let at = start;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    fuel.left -= 1 + (found?.length ?? 0);
    return found;
  };
  const eat = (character: string): boolean => {
    match(space);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };

  const value = (depth: number): JsonNode | undefined => {
    if (depth > maximalDepth || fuel.left <= 0) return undefined;
    match(space);
    const from = at;
    const first = text[at];
    if (first === '{') return object(depth, from);
    if (first === '[') return array(depth, from);
    if (first === '"') return stringAt();
    const literal = match(word);
    if (literal !== undefined) return { kind: literal === 'null' ? 'null' : 'boolean', start: from, end: at };
    return match(number) ? { kind: 'number', start: from, end: at } : undefined;
  };

  const stringAt = (): JsonNode | undefined => {
    const from = at;
    at = endOfString(text, from);
    fuel.left -= Math.abs(at) - from;
    return at > 0 ? { kind: 'string', start: from, end: at } : undefined;
  };

  const object = (depth: number, from: number): JsonNode | undefined => {
    const members = new Map<string, JsonNode>();
    at += 1;
    if (eat('}')) return { kind: 'object', start: from, end: at, members };
    for (;;) {
      match(space);
      const key = text[at] === '"' ? stringAt() : undefined;
      if (!key || !eat(':')) return undefined;
      const member = value(depth + 1);
      if (!member) return undefined;
      members.set(JSON.parse(text.slice(key.start, key.end)) as string, member);
      if (eat('}')) return { kind: 'object', start: from, end: at, members };
      if (!eat(',')) return undefined;
    }
  };

  const array = (depth: number, from: number): JsonNode | undefined => {
    const items: JsonNode[] = [];
    at += 1;
    if (eat(']')) return { kind: 'array', start: from, end: at, items };
    for (;;) {
      const item = value(depth + 1);
      if (!item) return undefined;
      items.push(item);
      if (eat(']')) return { kind: 'array', start: from, end: at, items };
      if (!eat(',')) return undefined;
    }
  };

  return value(0);
}

/**
 * Where the string that begins at `from` ends; when it does not end well, the negative of where that showed. By hand,
 * since a regular expression would keep a way back for every character of a long string.
 */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -at; // control characters must be escaped
    if (code !== 0x5c) {
      at += 1;
      continue;
    }
    const escaped = text[at + 1] ?? '';
    if (escaped === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) at += 6;
    else if (escaped !== '' && '"\\/bfnrt'.includes(escaped)) at += 2;
    else return -at;
  }
  return -at;
}

/** The value of a node. */
export function valueOf(text: string, node: JsonNode): Value {
  return JSON.parse(text.slice(node.start, node.end)) as Value;
}
