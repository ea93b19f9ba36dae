import { agreement } from './agreement.ts';
import { arithmetic } from './arithmetic.ts';
import { fence } from './fence.ts';
import { forgetting } from './forgetting.ts';
import { hijack } from './hijack.ts';
import { invention } from './invention.ts';
import { labelBias } from './label-bias.ts';
import { leak } from './leak.ts';
import { load } from './load.ts';
import { overCaution } from './over-caution.ts';
import { position } from './position.ts';
import { preamble } from './preamble.ts';
import { unsaid } from './unsaid.ts';
import { usualForm } from './usual-form.ts';
import type { Weakness } from './weakness.ts';
import { wordiness } from './wordiness.ts';

/** Every weakness, for the interface to name and cite. */
export const weaknesses: readonly Weakness[] = [
  preamble,
  fence,
  usualForm,
  wordiness,
  unsaid,
  invention,
  overCaution,
  arithmetic,
  leak,
  labelBias,
  hijack,
  forgetting,
  load,
  position,
  agreement,
];

/**
 * What a decision can be about. `need` and `atom` carry the exercise's ids in their params, `instruction` topics the
 * kind of request; the interface has a sentence for each.
 */
export const decisionTopics = [
  'preamble',
  'closing',
  'fence',
  'format',
  'keys',
  'length',
  'need',
  'content',
  'value',
  'language',
  'arithmetic',
  'label',
  'instruction',
  'data-order',
  'no-data',
] as const;
