import type { KeySpec, Scope, Unit } from './reading.ts';
import { unitOf } from './quantity.ts';

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  '5th': 5,
  premier: 1,
  premiere: 1,
  deuxieme: 2,
  second_: 2,
  seconde: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
  '1er': 1,
  '2e': 2,
  '3e': 3,
  '4e': 4,
};
const measured =
  'words?|mots?|letters?|lettres?|sentences?|phrases?|paragraphs?|paragraphes?|lines?|lignes?|items?|bullets?(?: points?)?|points?|puces?|sections?|elements?';
const each = new RegExp(
  `\\b(?:each|every|per|chaque|par|all|toutes? les|tous les)\\s(?:of the |one of the )?(${measured})\\b`,
);
const nth = new RegExp(
  `\\b(${Object.keys(ordinals).join('|')}|last|final|derniere?)\\s(?:${'(?:complete|full)\\s'})?(${measured})\\b`,
);
const numbered = new RegExp(
  `\\b(paragraph|paragraphe|sentence|phrase|line|ligne|section|item)\\s(?:no\\.?\\s?|number\\s|numero\\s)?(\\d{1,2})\\b`,
);

/** The whole answer. */
export const everywhere: Scope = { which: 'all' };

const unitName = (noun: string): Unit | 'letter' => (/^(?:letters?|lettres?)$/.test(noun) ? 'letter' : unitOf(noun));

/** Where in the answer a sentence's constraint holds; `skip` is the place of the quantity itself. */
export function scopeOf(
  low: string,
  keys: readonly KeySpec[],
  at: number,
  skip?: { start: number; end: number },
): Scope {
  const from = Math.max(low.lastIndexOf(';', at), low.lastIndexOf('. ', at)) + 1;
  const end = low.slice(at).search(/[;]|\. /);
  const clause = low.slice(0, end < 0 ? low.length : at + end);
  const rest = skip ? clause.slice(0, skip.start) + ' '.repeat(skip.end - skip.start) + clause.slice(skip.end) : clause;
  const inner = placeOf(rest.slice(from));
  const part = partOf(clause, from, keys, at);
  if (inner) return part ? { ...inner, within: { which: 'all', part } } : inner;
  return part ? { which: 'all', part } : everywhere;
}

function placeOf(low: string): Scope | undefined {
  const every = each.exec(low);
  if (every) return { which: 'each', unit: unitName(every[1] ?? '') };
  const one = nth.exec(low);
  if (one) {
    const [, ordinal = '', noun = ''] = one;
    const unit = unitName(noun);
    if (/^(?:last|final|dernier|derniere)$/.test(ordinal)) return { which: 'last', unit };
    const n = ordinals[ordinal] ?? 1;
    return n === 1 ? { which: 'first', unit } : { which: 'nth', unit, n };
  }
  const other = new RegExp(
    `\\b(${Object.keys(ordinals).join('|')}|last|final|derniere?)\\s(?:one|d'entre eux|d'entre elles)\\b`,
  ).exec(low);
  const meant = other && new RegExp(`\\b(${measured})\\b`).exec(low.slice(0, other.index));
  if (other && meant) {
    const unit = unitName(meant[1] ?? '');
    if (/^(?:last|final|dern)/.test(other[1] ?? '')) return { which: 'last', unit };
    const n = ordinals[other[1] ?? ''] ?? 1;
    return n === 1 ? { which: 'first', unit } : { which: 'nth', unit, n };
  }
  const place = numbered.exec(low);
  if (place) return { which: 'nth', unit: unitName(place[1] ?? ''), n: Number(place[2]) };
  return undefined;
}

/** The key that a constraint is about: the nearest one named before it. */
function partOf(low: string, from: number, keys: readonly KeySpec[], at: number): string | undefined {
  let best: { name: string; place: number } | undefined;
  for (const key of keys) {
    const name = key.name.toLowerCase();
    const place = low.lastIndexOf(name, at);
    if (place < from || /[a-z0-9_]/.test(low[place - 1] ?? ' ') || /[a-z0-9_]/.test(low[place + name.length] ?? ' '))
      continue;
    if (!best || place > best.place) best = { name: key.name, place };
  }
  return best?.name;
}
