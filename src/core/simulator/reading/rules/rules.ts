import type { Rule } from '../sentence.ts';
import { care } from './care.ts';
import { format, labels, only } from './format.ts';
import { length } from './length.ts';
import { manner } from './manner.ts';
import { shape } from './shape.ts';
import { task } from './task.ts';
import { bans, casing, edges, wording } from './wording.ts';

/** Every rule, in the order in which their findings are listed. */
export const rules: readonly Rule[] = [
  task,
  format,
  labels,
  only,
  length,
  shape,
  wording,
  edges,
  casing,
  bans,
  manner,
  care,
];
