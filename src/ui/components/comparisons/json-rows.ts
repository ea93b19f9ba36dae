import type { JsonDiffNode } from '#core/comparisons/diff/json-diff.ts';

/** A line of the tree as it stands open. */
export interface JsonRow {
  node: JsonDiffNode;
  /** Place in the tree, keys and indices joined; names the row. */
  path: string;
  /** Path of the row it lies in. */
  parent: string | undefined;
  /** From 1. */
  level: number;
  /** Among its neighbours, from 1. */
  position: number;
  neighbours: number;
  /** `undefined` where there is nothing inside. */
  open: boolean | undefined;
}

/** Levels that stand open from the start, where the tree is small. */
const openLevels = 3;
/** Places up to which a tree is small. */
const smallTree = 300;

/**
 * Whether a node stands open before anybody touched it: the root, whatever holds a difference, and in a small tree
 * the first levels.
 */
export function opensAtFirst(root: JsonDiffNode): (node: JsonDiffNode, level: number) => boolean {
  const small = sizeOf(root, smallTree) < smallTree;
  const few = root.differences <= smallTree;
  return (node, level) =>
    level === 1 || (small && level <= openLevels) || (few && node.change === 'changed' && node.differences > 0);
}

function sizeOf(node: JsonDiffNode, most: number): number {
  let size = 1;
  for (const child of node.children ?? []) {
    if (size >= most) break;
    size += sizeOf(child, most - size);
  }
  return size;
}

/** The rows that show, from the top. */
export function jsonRows(
  root: JsonDiffNode,
  isOpen: (path: string, node: JsonDiffNode, level: number) => boolean,
): JsonRow[] {
  const rows: JsonRow[] = [];
  const add = (
    node: JsonDiffNode,
    path: string,
    parent: string | undefined,
    level: number,
    place: [number, number],
  ) => {
    const inside = node.children?.length ?? 0;
    const open = inside > 0 ? isOpen(path, node, level) : undefined;
    rows.push({ node, path, parent, level, position: place[0], neighbours: place[1], open });
    if (!open) return;
    // A removed place and one that was added can have the same key.
    node.children?.forEach((child, index) => add(child, `${path}/${index}`, path, level + 1, [index + 1, inside]));
  };
  add(root, '', undefined, 1, [1, 1]);
  return rows;
}

/** What a key of the keyboard does in a tree (WAI-ARIA: tree view pattern). */
export type TreeMove = { focus: string } | { open: string[] } | { close: string };

export function treeMove(rows: readonly JsonRow[], active: string, key: string): TreeMove | undefined {
  const at = Math.max(
    0,
    rows.findIndex(({ path }) => path === active),
  );
  const row = rows[at];
  if (!row) return undefined;
  const to = (target: JsonRow | undefined) => (target && target !== row ? { focus: target.path } : undefined);
  switch (key) {
    case 'ArrowDown':
      return to(rows[at + 1]);
    case 'ArrowUp':
      return to(rows[at - 1]);
    case 'Home':
      return to(rows[0]);
    case 'End':
      return to(rows.at(-1));
    case 'ArrowRight':
      if (row.open === undefined) return undefined;
      return row.open ? to(rows[at + 1]) : { open: [row.path] };
    case 'ArrowLeft':
      if (row.open) return { close: row.path };
      return to(rows.find(({ path }) => path === row.parent));
    case 'Enter':
    case ' ':
      if (row.open === undefined) return undefined;
      return row.open ? { close: row.path } : { open: [row.path] };
    case '*':
      return {
        open: rows.filter(({ parent, open }) => parent === row.parent && open === false).map(({ path }) => path),
      };
  }
  if (key.length !== 1) return undefined;
  const letter = key.toLowerCase();
  const after = [...rows.slice(at + 1), ...rows.slice(0, at)];
  return to(
    after.find(({ node }) =>
      String(node.key ?? '')
        .toLowerCase()
        .startsWith(letter),
    ),
  );
}
