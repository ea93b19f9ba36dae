import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffJson, type JsonDiffNode } from './json-diff.ts';
import type { JsonValue } from './json-ids.ts';

/** What a tree says of either side, put together again. */
function side(node: JsonDiffNode, which: 'before' | 'after'): JsonValue | undefined {
  if (node.change === (which === 'before' ? 'added' : 'removed')) return undefined;
  if (!node.children || (which === 'before' && node.before !== undefined))
    return JSON.parse((which === 'before' ? node.before : node.after) ?? 'null') as JsonValue;
  const present = node.children.flatMap((child) => {
    const value = side(child, which);
    return value === undefined ? [] : [[child.key!, value] as const];
  });
  return node.kind === 'array' ? present.map(([, value]) => value) : Object.fromEntries(present);
}

/** Items that moved stand where they went: lists are compared as heaps. */
function inAnyOrder(value: JsonValue | undefined): unknown {
  if (Array.isArray(value))
    return value.map(inAnyOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, inAnyOrder(value[key])]),
  );
}

/** `path change` of all that differs. */
function changes(node: JsonDiffNode | undefined, path = ''): string[] {
  return (node?.children ?? []).flatMap((child) => {
    const here = `${path}/${child.key}`;
    const own = child.change === 'same' || (child.change === 'changed' && child.children) ? [] : [child.change];
    if (child.moved) own.push('moved' as never);
    return [
      ...(own.length ? [`${here} ${own.join(' ')}`] : []),
      ...(child.change === 'added' || child.change === 'removed' ? [] : changes(child, here)),
    ];
  });
}

const diff = (before: JsonValue, after: JsonValue) => diffJson(JSON.stringify(before), JSON.stringify(after)).tree!;

describe('diffJson', () => {
  it('names keys that were added, removed and changed', () => {
    const tree = diff({ outcome: 'refuse', days: 68, note: 'late' }, { outcome: 'approve', days: 68, reply: 'Yes.' });
    expect(changes(tree).sort()).toEqual(['/note removed', '/outcome changed', '/reply added']);
    expect(tree.differences).toBe(3);
    expect(tree.children?.find(({ key }) => key === 'outcome')).toMatchObject({
      before: '"refuse"',
      after: '"approve"',
    });
  });

  it('says that a key stands elsewhere, and not that all others do', () => {
    expect(changes(diff({ a: 1, b: 2, c: 3, d: 4 }, { d: 4, a: 1, b: 2, c: 3 }))).toEqual(['/d moved']);
  });

  it('pairs items of a list by what they are, not by their index', () => {
    expect(changes(diff(['one', 'two', 'three'], ['zero', 'one', 'two', 'three']))).toEqual(['/0 added']);
    expect(changes(diff(['one', 'two', 'three'], ['three', 'one', 'two']))).toEqual(['/0 moved']);
  });

  it('pairs objects by the name they go by', () => {
    const tree = diff(
      [
        { id: 1, state: 'open' },
        { id: 2, state: 'open' },
      ],
      [
        { id: 2, state: 'closed' },
        { id: 3, state: 'open' },
      ],
    );
    expect(changes(tree)).toEqual(['/0 removed', '/0/state changed', '/1 added']);
  });

  it('says where a value came from that now stands under another key', () => {
    const tree = diff({ draft: { text: 'A long reply to them.' } }, { draft: {}, reply: 'A long reply to them.' });
    expect(tree.children?.at(-1)).toMatchObject({ key: 'reply', moved: true, movedFrom: 'draft.text' });
  });

  it('finds JSON in a fence, after a preamble, and before a remark', () => {
    const { before, after, tree } = diffJson('Here you go:\n```json\n{"a": 1}\n```\nAnything else?', '{"a":2}');
    expect({ before, after }).toEqual({ before: true, after: true });
    expect(changes(tree)).toEqual(['/a changed']);
  });

  it('says which side has none, and shows the other as it is', () => {
    expect(diffJson('No JSON here.', '{"a":1}')).toMatchObject({
      before: false,
      after: true,
      tree: { change: 'same' },
    });
    expect(diffJson('{"a":1}', 'None here either.')).toEqual({ before: true, after: false });
    expect(diffJson(undefined, '[1]').tree?.children).toHaveLength(1);
  });

  it('holds both values whole', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const before = { value: one } as JsonValue;
        const after = { value: other } as JsonValue;
        const tree = diff(before, after);
        expect(side(tree, 'after')).toEqual(JSON.parse(JSON.stringify(after)));
        expect(inAnyOrder(side(tree, 'before'))).toEqual(inAnyOrder(JSON.parse(JSON.stringify(before)) as JsonValue));
        if (JSON.stringify(before) === JSON.stringify(after)) expect(tree.differences).toBe(0);
      }),
    );
  });

  it('keeps to its time on long lists', () => {
    const list = Array.from({ length: 20_000 }, (_, index) => ({ id: index, text: `item ${index % 7}` }));
    const tree = diff(
      list,
      list.filter(({ id }) => id % 100 !== 3),
    );
    expect(tree.differences).toBe(200);
  });
});
