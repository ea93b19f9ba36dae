import { nanoid } from 'nanoid';

/** Makes ids that no two devices share, so that exported data can be merged. */
export type NewId = () => string;

export const newId: NewId = () => nanoid();

/** Ids for tests: `id-1`, `id-2`, … */
export function countingIds(prefix = 'id-'): NewId {
  let count = 0;
  return () => `${prefix}${++count}`;
}
