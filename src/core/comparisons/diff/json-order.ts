import type { JsonIds, JsonValue } from './json-ids.ts';
import { longestRising, matchSequences } from './match-sequences.ts';

/** Keys that both orders have, and that have to be taken out for the rest to stand in the same order. */
export function outOfOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((key, index) => [key, index]));
  const common = after.filter((key) => places.has(key));
  const stay = new Set(longestRising(common.map((key) => places.get(key)!)).map((index) => common[index]));
  return new Set(common.filter((key) => !stay.has(key)));
}

/** An item of a list and the one that answers it, by index; `undefined` where there is none. */
export interface ItemPair {
  before?: number;
  after?: number;
  moved: boolean;
}

/**
 * Which item of a list answers which: equal ones, in order first; then objects that go by the same name; then what stands in
 * the same place between the same neighbours. What breaks the order has moved.
 */
export function itemPairs(before: readonly JsonValue[], after: readonly JsonValue[], ids: JsonIds): ItemPair[] {
  const { partners } = matchSequences(Int32Array.from(before, ids), Int32Array.from(after, ids));
  const origins = new Map<number, number>();
  for (const [x, y] of partners.entries()) if (y >= 0) origins.set(y, x);
  const used = new Set(origins.values());
  const pair = (x: number, y: number) => {
    used.add(x);
    origins.set(y, x);
  };
  for (const nameOf of [(value: JsonValue) => String(ids(value)), ownName]) {
    const open = new Map<string, number[]>();
    for (const [x, value] of before.entries()) {
      const name = used.has(x) ? undefined : nameOf(value);
      if (name === undefined) continue;
      const list = open.get(name);
      if (list) list.push(x);
      else open.set(name, [x]);
    }
    for (const [y, value] of after.entries()) {
      const name = origins.has(y) || open.size === 0 ? undefined : nameOf(value);
      const x = name === undefined ? undefined : open.get(name)?.shift();
      if (x !== undefined) pair(x, y);
    }
  }
  for (let x = 0, y = 0; y < after.length; y++) {
    const origin = origins.get(y);
    if (origin !== undefined) x = origin + 1;
    else if (x < before.length && !used.has(x) && alikeInForm(before[x]!, after[y]!)) pair(x++, y);
  }
  return listed(before.length, after.length, origins, used);
}

const names = ['id', 'key', 'name', 'title', 'nom', 'titre', 'label'];

/** What an object goes by, where it says. */
function ownName(value: JsonValue): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const name = names.find((key) => typeof value[key] === 'string' || typeof value[key] === 'number');
  return name && `${name}:${String(value[name])}`;
}

function alikeInForm(one: JsonValue, other: JsonValue): boolean {
  const form = (value: JsonValue) => (value === null || typeof value !== 'object' ? 0 : Array.isArray(value) ? 1 : 2);
  return form(one) === form(other);
}

/** As the list reads after the change; removed items stand after the one they followed. */
function listed(
  sizeBefore: number,
  sizeAfter: number,
  origins: ReadonlyMap<number, number>,
  used: ReadonlySet<number>,
): ItemPair[] {
  const paired = Array.from({ length: sizeAfter }, (_, y) => y).filter((y) => origins.has(y));
  const stay = new Set(longestRising(paired.map((y) => origins.get(y)!)).map((index) => paired[index]));
  const pairs: ItemPair[] = [];
  let x = 0;
  const removedUntil = (end: number) => {
    for (; x < end; x++) if (!used.has(x)) pairs.push({ before: x, moved: false });
  };
  for (let y = 0; y < sizeAfter; y++) {
    const origin = origins.get(y);
    if (origin !== undefined && stay.has(y)) removedUntil(origin);
    pairs.push(origin === undefined ? { after: y, moved: false } : { before: origin, after: y, moved: !stay.has(y) });
  }
  removedUntil(sizeBefore);
  return pairs;
}
