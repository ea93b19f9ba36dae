import { findJson, wholeJson } from '#core/grading/json/find-json.ts';
import { internJson, type JsonValue } from './json-ids.ts';
import { itemPairs, outOfOrder } from './json-order.ts';

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** A place in two JSON values at once, or in one of them. */
export interface JsonDiffNode {
  /** Key in an object, index in a list; absent at the root. */
  key?: string | number;
  kind: JsonKind;
  change: 'same' | 'added' | 'removed' | 'changed';
  /** The same key or item in another place: among its neighbours, or where `movedFrom` says. */
  moved: boolean;
  /** Path of the place that a value of its own came from. */
  movedFrom?: string;
  /** As it is written, of what is neither object nor list, or became something else; of either side that has it. */
  before?: string;
  after?: string;
  children?: JsonDiffNode[];
  /** Places at and under this one that are not the same. */
  differences: number;
}

/** Two outputs as JSON. `undefined` where an output holds none; then the other stands alone, without marks. */
export interface JsonDiff {
  before: boolean;
  after: boolean;
  tree?: JsonDiffNode;
}

/** The JSON of an output, whatever was written around it. */
export function jsonOf(text: string): { value: JsonValue } | undefined {
  const node = wholeJson(text) ?? findJson(text);
  if (!node) return undefined;
  return { value: JSON.parse(text.slice(node.start, node.end)) as JsonValue };
}

/** How two outputs differ as JSON: by key and item, not by how they are laid out. */
export function diffJson(before: string | undefined, after: string): JsonDiff {
  const was = before === undefined ? undefined : jsonOf(before);
  const is = jsonOf(after);
  const diff: JsonDiff = { before: was !== undefined, after: is !== undefined };
  if (is && was) diff.tree = withMoves(new Differ().node(was.value, is.value, undefined));
  else if (is) diff.tree = new Differ().alone(is.value, undefined, 'same');
  return diff;
}

class Differ {
  #ids = internJson();

  /** The whole of a value that stands on one side only, or is shown alone. */
  alone(value: JsonValue, key: string | number | undefined, change: 'same' | 'added' | 'removed'): JsonDiffNode {
    const node: JsonDiffNode = { ...bare(value, key), change, differences: change === 'same' ? 0 : 1 };
    if (node.kind !== 'object' && node.kind !== 'array') {
      const written = JSON.stringify(value);
      if (change !== 'added') node.before = written;
      if (change !== 'removed') node.after = written;
    } else node.children = entries(value).map(([name, child]) => this.alone(child, name, change));
    return node;
  }

  node(before: JsonValue, after: JsonValue, key: string | number | undefined): JsonDiffNode {
    if (this.#ids(before) === this.#ids(after)) {
      const node = this.alone(after, key, 'same');
      return isObject(before) && isObject(after) ? ordered(node, before, after) : node;
    }
    if (isObject(before) && isObject(after)) return ordered(this.#object(before, after, key), before, after);
    if (Array.isArray(before) && Array.isArray(after)) return this.#array(before, after, key);
    const node: JsonDiffNode = { ...this.alone(after, key, 'same'), change: 'changed', differences: 1 };
    node.before = JSON.stringify(before);
    return node;
  }

  #object(before: Record<string, JsonValue>, after: Record<string, JsonValue>, key: string | number | undefined) {
    const children = Object.keys(after).map((name) =>
      Object.hasOwn(before, name)
        ? this.node(before[name]!, after[name]!, name)
        : this.alone(after[name]!, name, 'added'),
    );
    // A key that was removed stands after the key that it followed.
    const withGone: JsonDiffNode[] = [];
    const goneAfter = new Map<string | undefined, JsonDiffNode[]>();
    let previous: string | undefined;
    for (const name of Object.keys(before)) {
      if (Object.hasOwn(after, name)) previous = name;
      else {
        const gone = goneAfter.get(previous) ?? [];
        gone.push(this.alone(before[name]!, name, 'removed'));
        goneAfter.set(previous, gone);
      }
    }
    withGone.push(...(goneAfter.get(undefined) ?? []));
    for (const child of children) withGone.push(child, ...(goneAfter.get(String(child.key)) ?? []));
    return parent({ ...bare(after, key), children: withGone });
  }

  #array(before: JsonValue[], after: JsonValue[], key: string | number | undefined) {
    const children = itemPairs(before, after, this.#ids).map(({ before: x, after: y, moved }) => {
      if (x !== undefined && y !== undefined) return { ...this.node(before[x]!, after[y]!, y), moved };
      return y === undefined ? this.alone(before[x!]!, x, 'removed') : this.alone(after[y]!, y, 'added');
    });
    return parent({ ...bare(after, key), children });
  }
}

function bare(value: JsonValue, key: string | number | undefined): Omit<JsonDiffNode, 'change' | 'differences'> {
  return { ...(key === undefined ? {} : { key }), kind: kindOf(value), moved: false };
}

/** A parent of places that differ: it is changed if one of them is. */
function parent(node: Omit<JsonDiffNode, 'change' | 'differences'> & { children: JsonDiffNode[] }): JsonDiffNode {
  const differences = node.children.reduce((sum, child) => sum + child.differences + (child.moved ? 1 : 0), 0);
  return { ...node, change: differences > 0 ? 'changed' : 'same', differences };
}

/** Marks the keys that stand in another order than they did. */
function ordered(
  node: JsonDiffNode,
  before: Record<string, JsonValue>,
  after: Record<string, JsonValue>,
): JsonDiffNode {
  const moved = outOfOrder(Object.keys(before), Object.keys(after));
  if (moved.size === 0) return node;
  const children = (node.children ?? []).map((child) =>
    child.change !== 'removed' && child.change !== 'added' && moved.has(String(child.key))
      ? { ...child, moved: true }
      : child,
  );
  return parent({ ...node, children });
}

/** Ties what was removed in one place to the equal thing that was added in another. */
function withMoves(root: JsonDiffNode): JsonDiffNode {
  const removed = new Map<string, { path: string; node: JsonDiffNode }[]>();
  const added: { content: string; node: JsonDiffNode }[] = [];
  const visit = (node: JsonDiffNode, path: string) => {
    for (const child of node.children ?? []) {
      const here =
        typeof child.key === 'number' ? `${path}[${child.key + 1}]` : path ? `${path}.${child.key}` : `${child.key}`;
      if (child.change === 'removed' || child.change === 'added') {
        const content = contentOf(child);
        if (content.length < 8) continue; // `true` and `12` stand anywhere by chance
        if (child.change === 'added') added.push({ content, node: child });
        else {
          const list = removed.get(content) ?? [];
          list.push({ path: here, node: child });
          removed.set(content, list);
        }
      } else visit(child, here);
    }
  };
  visit(root, '');
  for (const { content, node } of added) {
    const origin = removed.get(content)?.shift();
    if (!origin) continue;
    node.moved = true;
    node.movedFrom = origin.path;
    origin.node.moved = true;
  }
  return root;
}

function contentOf(node: JsonDiffNode): string {
  if (!node.children) return node.before ?? node.after ?? '';
  const [open, close] = node.kind === 'array' ? '[]' : '{}';
  const inside = node.children.map((child) =>
    node.kind === 'array' ? contentOf(child) : `${JSON.stringify(child.key)}:${contentOf(child)}`,
  );
  return `${open}${inside.join(',')}${close}`;
}

function entries(value: JsonValue): [string | number, JsonValue][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  return isObject(value) ? Object.entries(value) : [];
}

function isObject(value: JsonValue): value is Record<string, JsonValue> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function kindOf(value: JsonValue): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'object' | 'string' | 'number' | 'boolean';
}
