import { number, valueOf } from './numerals.ts';
import type { KeySpec, Scope, Unit } from './reading.ts';
import { unitOf } from './quantity.ts';

const ordinals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'first second third fourth fifth sixth seventh eighth ninth tenth'
      .split(' ')
      .map((word, index) => [word, index + 1]),
  ),
  ...Object.fromEntries(
    'premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme'
      .split(' ')
      .map((word, index) => [word, index + 1]),
  ),
  premiere: 1,
  seconde: 2,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '1er': 1,
  '1ere': 1,
};
const ordinal = `(?:${Object.keys(ordinals).join('|')}|\\d{1,2}(?:th|e|eme))`;
const measured =
  'words?|mots?|letters?|lettres?|sentences?|phrases?|paragraphs?|paragraphes?|lines?|lignes?|items?|bullets?(?: points?)?|points?|puces?|sections?|elements?|stanzas?|verses?|headings?';
const each = new RegExp(
  `\\b(?:each|every|per|chaque|par|all|toutes? les|tous les|any)\\s(?:of the |one of the |single )?(${measured})\\b`,
);
const nth = new RegExp(
  `\\b(${ordinal}|last|final|closing|opening|derniere?)\\s(?:(?:complete|full)\\s)?(${measured})\\b`,
);
const numbered = new RegExp(
  `\\b(paragraphe?|sentence|phrase|line|ligne|section|item|bullet|puce)\\s(?:no\\.?\\s?|number\\s|numero\\s|n°\\s?)?(${number})(?!\\s?(?:words?|mots?))`,
);
const unnamed = new RegExp(
  `(?:\\b(?:the|le|la|its|your|ton|ta|du|au|un|dont le|dont la)\\s|^\\W*)(${ordinal}|last|final|derniere?)(?:\\s(?:one|of (?:which|them|these)|d'entre eux|d'entre elles)\\b|(?=\\s(?:should|must|has|needs|starts?|begins?|opens?|kicks?|will|would|ends?|containing|contains?|including|includes?|mentions?|mentioning|using|cannot|may|does|ne|contient|contenant|comporte|comportant|parle|evoque|talks?|asks?|demarr\\w+|a pour|aura|est|is|finish\\w*|doit|uses?|reads?|commen\\w+|debut\\w+|s'ouvr\\w+|ouvr\\w+|etant|being|termin\\w+|fini\\w+|with|avec|,|par)\\b|\\s*(?:[.,;:)]|$)))`,
);
const eachOne =
  /\b(?:each|every|chacune?)(?: one| of (?:them|these|which|the \w+)| d'entre (?:eux|elles))?(?=\s(?:with|by|should|must|starts?|begins?|opens?|ends?|starting|beginning|ending|has|par|avec|doit|commen\w+|debut\w+))/;

/** The whole answer. */
export const everywhere: Scope = { which: 'all' };

const unitName = (noun: string): Unit | 'letter' =>
  /^(?:letters?|lettres?)$/.test(noun) ? 'letter' : /^stanzas?$/.test(noun) ? 'paragraph' : unitOf(noun);
const ordinalOf = (word: string) => ordinals[word] ?? (Number.parseInt(word, 10) || 1);
const isLast = (word: string) => /^(?:last|final|closing|dernier|derniere)$/.test(word);

const alsoHere = /^\s(?:in|for|per|within|dans|pour|par)\s(?:the|each|every|la|le|les|chaque)\b/;
const eachAhead = /\b(?:each|every|chaque|chacune?|toutes? les|tous les)\b/;

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
  const comma = rest.lastIndexOf(',', at) + 1;
  const behind = rest.indexOf(',', at);
  const own = rest.slice(Math.max(from, comma), behind < 0 ? undefined : behind);
  const next = behind < 0 ? '' : rest.slice(behind + 1);
  const before = rest.slice(from, Math.max(from, comma));
  // What another clause says of its own place is not said of this one.
  const inner =
    placeOf(own) ??
    (alsoHere.test(next) ? placeOf(next) : undefined) ??
    (eachAhead.test(before) ||
    /^\W*(?:in|for|at|within|dans|pour|a|au)\s[^,]*,\s?$/.test(before) ||
    (!/,.*,/.test(before) && skip)
      ? placeOf(before)
      : undefined);
  const part = partOf(clause, from, keys, at);
  if (inner) return part ? { ...inner, within: { which: 'all', part } } : inner;
  return part ? { which: 'all', part } : everywhere;
}

/** The place that a text names; `implied` is the unit of "the second one". */
export function placeOf(low: string, implied?: Unit): Scope | undefined {
  const every = each.exec(low);
  if (every) return { which: 'each', unit: unitName(every[1] ?? '') };
  const one = nth.exec(low);
  if (one) return placed(one[1] ?? '', unitName(one[2] ?? ''));
  const place = numbered.exec(low);
  if (place) return { which: 'nth', unit: unitName(place[1] ?? ''), n: valueOf(place[2] ?? '') };
  const bare = implied ? /(?:\b(?:no\.?|nr\.?|number|n°|numero)|#)\s?(\d{1,2})\b/.exec(low) : null;
  if (implied && bare) return placed(`${bare[1]}th`, implied);
  if (implied && eachOne.test(low)) return { which: 'each', unit: implied };
  const other = unnamed.exec(low);
  if (!other) return undefined;
  const meant = new RegExp(`\\b(${measured})\\b`).exec(low.slice(0, other.index))?.[1];
  // "The word x opens the second": not the second word.
  const unit = meant && !(implied && /^(?:mots?|words?|le)/.test(meant)) ? unitName(meant) : implied;
  return unit ? placed(other[1] ?? '', unit) : undefined;
}

function placed(word: string, unit: Unit | 'letter'): Scope {
  if (isLast(word)) return { which: 'last', unit };
  const n = word === 'opening' ? 1 : ordinalOf(word);
  return n === 1 ? { which: 'first', unit } : { which: 'nth', unit, n };
}

const bothWays =
  'title:titre reply:reponse answer:reponse summary:resume subject:objet steps:etapes reason:motif reason:raison comment:commentaire quote:citation body:corps name:nom text:texte note:remarque'
    .split(' ')
    .map((pair) => pair.split(':'));
/** What people call a key in the other language: « Le titre tient en 80 caractères », of the key `title`. */
const called = (key: string): string[] =>
  bothWays.flatMap(([one = '', other = '']) => (one === key ? [other] : other === key ? [one] : []));

/** The key that a constraint is about: the nearest one named before it. */
function partOf(low: string, from: number, keys: readonly KeySpec[], at: number): string | undefined {
  let best: { name: string; place: number } | undefined;
  for (const key of keys) {
    const own = key.name.toLowerCase();
    for (const name of [own, ...called(own)]) {
      const place = low.lastIndexOf(name, at);
      if (place < from || /[a-z0-9_]/.test(low[place - 1] ?? ' ') || /[a-z0-9_]/.test(low[place + name.length] ?? ' '))
        continue;
      if (!best || place > best.place) best = { name: key.name, place };
    }
  }
  return best?.name;
}
