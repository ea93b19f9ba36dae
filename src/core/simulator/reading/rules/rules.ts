import type { Rule } from '../sentence.ts';
import { care } from './care.ts';
import { copies } from './copies.ts';
import { edges } from './edges.ts';
import { format, furtherKeys, only } from './format.ts';
import { labels } from './labels.ts';
import { length } from './length.ts';
import { manner } from './manner.ts';
import { remembering } from './remembering.ts';
import { shape } from './shape.ts';
import { bans, casing, quotation } from './surface.ts';
import { task } from './task.ts';
import { letters, wording } from './wording.ts';

/** Every rule, in the order in which their findings are listed; a quoted text belongs to the first that claims it. */
export const rules: readonly Rule[] = [
  task,
  format,
  furtherKeys,
  labels,
  only,
  length,
  copies,
  shape,
  quotation,
  edges,
  letters,
  wording,
  casing,
  bans,
  manner,
  care,
].map(remembering);
