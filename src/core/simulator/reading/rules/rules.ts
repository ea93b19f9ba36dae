import type { Parsed } from '#core/language/frame.ts';
import type { Found, Rule, Sentence, Surroundings } from '../sentence.ts';
import { care } from './care.ts';
import { copies } from './copies.ts';
import { edges } from './edges.ts';
import { format, furtherKeys, only } from './format.ts';
import { labels } from './labels.ts';
import { length, speaksOfParts } from './length.ts';
import { manner } from './manner.ts';
import { shape } from './shape.ts';
import { bans, casing, quotation } from './surface.ts';
import { task } from './task.ts';
import { letters, wording } from './wording.ts';

/** Every rule, in the order in which their findings are listed; a quoted text belongs to the first that claims it. */
export const rules: readonly Rule[] = [
  once(task),
  once(format, ({ low }) => !/\bcode\b/.test(low)),
  furtherKeys,
  labels,
  once(only),
  once(length, (sentence, around) => withoutKeys(sentence, around) && !speaksOfParts.test(sentence.bare)),
  copies,
  shape,
  quotation,
  edges,
  once(letters),
  once(wording, (sentence, around) => sentence.quoted.length === 0 && withoutKeys(sentence, around)),
  once(casing, withoutKeys),
  once(bans, withoutKeys),
  once(manner),
  once(care),
];

/** A rule that looks at nothing but the sentence, at least where `alone` holds: it is asked once about the same one. */
function once(rule: Rule, alone: (sentence: Sentence, around: Surroundings) => boolean = () => true): Rule {
  const known = { data: new WeakMap<Parsed, Found[]>(), own: new WeakMap<Parsed, Found[]>() };
  return (sentence, around) => {
    if (!alone(sentence, around)) return rule(sentence, around);
    const before = sentence.source === 'data' ? known.data : known.own;
    const found = before.get(sentence.parsed) ?? rule(sentence, around);
    before.set(sentence.parsed, found);
    return found;
  };
}

/** What keys were named before matters to rules that look for a key's name in the sentence. */
function withoutKeys(_: Sentence, { keys }: Surroundings): boolean {
  return keys.length === 0;
}
