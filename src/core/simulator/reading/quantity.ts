import type { Operator, Unit } from './reading.ts';

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  hundred: 100,
  'a hundred': 100,
  'one hundred': 100,
  'two hundred': 200,
  'a couple of': 2,
  'a few': 3,
  'a dozen': 12,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  quinze: 15,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  'deux cents': 200,
  'une dizaine de': 10,
  'une douzaine de': 12,
  quelques: 3,
  single: 1,
  'a single': 1,
  'une seule': 1,
  'un seul': 1,
  seule: 1,
  seul: 1,
  'only one': 1,
  'just one': 1,
};
const spelled = Object.keys(numbers)
  .filter((name) => name !== 'a' && name !== 'an')
  .sort((a, b) => b.length - a.length)
  .join('|');
/** A number in digits or in words, English or French. */
export const number = `(?:\\d{1,3}(?:[ ,.]\\d{3})+|\\d+|\\b(?:${spelled})\\b)`;

export function valueOf(text: string): number {
  const known = numbers[text.trim().replace(/\s+/g, ' ')];
  if (known !== undefined) return known;
  return Number(text.replace(/[ ,.](?=\d{3})/g, '').replace(/\D/g, '')) || 0;
}

const units: readonly (readonly [Unit, string])[] = [
  ['word', 'words?|mots?|wds?'],
  ['sentence', 'sentences?|phrases?'],
  ['paragraph', 'paragraphs?|paragraphes?'],
  ['line', 'lines?|lignes?'],
  ['character', 'characters?|chars?|caracteres?|signes'],
  ['section', 'sections?|headings?|rubriques?|chapters?|chapitres?'],
  [
    'item',
    'bullets?(?: points?)?|key points?|main points?|points?(?: cles?| principaux| essentiels)?|items?|puces?|tirets?|elements?|entries|entrees|list items?|numbered (?:points?|items?|steps?)|' +
      'ideas?|idees?|reasons?|raisons?|questions?|options?|tips?|conseils?|suggestions?|recommendations?|recommandations?|takeaways?|steps?|etapes?|arguments?|examples?|exemples?|names?|titles?|titres?|variants?|variantes?',
  ],
];
/** Words for a unit, the unit names themselves. */
export const unitPattern = units.map(([, pattern]) => pattern).join('|');

export function unitOf(text: string): Unit {
  return units.find(([, pattern]) => new RegExp(`^(?:${pattern})$`).test(text))?.[0] ?? 'item';
}

/** Operators before the number, the first that fits; strict ones leave the number itself out. */
const before: readonly (readonly [Operator, -1 | 0 | 1, string])[] = [
  [
    '<=',
    0,
    "at most|no more than|not more than|never more than|maximum(?: of)?|max\\.?(?: of)?|up to|within|<=|≤|(?:not|n't|never) (?:exceed(?:ing)?|go over|be longer than|go beyond)|without exceeding|limit(?:ed)?(?: \\w+){0,3} to|cap(?:ped)?(?: \\w+){0,3} at|no longer than|pas plus de|au plus|au maximum|maximum de|max de|jusqu'a|(?:pas |sans |jamais )(?:depasser|depasse)(?: pas)?|(?:ne |n')?(?:depasse|depassez|depasser|excede|excedez)(?: pas| jamais)?(?: les)?|limite(?:e|-toi)? a|borne(?:-toi)? a|moins ou egal a|tout au plus|in at most|en au plus",
  ],
  [
    '>=',
    0,
    'at least|no fewer than|no less than|not less than|minimum(?: of)?|min\\.?(?: of)?|>=|≥|au moins|au minimum|minimum de|pas moins de',
  ],
  ['<=', -1, 'less than|fewer than|under|below|shorter than|<|moins de|en dessous de|sous les|sous|inferieur a'],
  ['>=', 1, 'more than|over|above|longer than|>|plus de|au-dela de|superieur a'],
  ['=', 0, 'exactly|precisely|just|only|exactement|precisement|pile|seulement|uniquement|='],
  [
    '~',
    0,
    'about|around|roughly|approximately|approx\\.?|circa|some|~|≈|environ|a peu pres|autour de|pres de|in the region of|aux alentours de',
  ],
  ['between', 0, 'between|from|entre|de'],
];
const after: readonly (readonly [Operator, string])[] = [
  [
    '<=',
    'at most|max(?:imum|i)?\\b|or (?:less|fewer|under|below)|tops|at the most|au plus|au maximum|ou moins|maxi|grand maximum|limit|limite',
  ],
  ['>=', 'at least|min(?:imum)?\\b|or more|and up|au moins|au minimum|ou plus'],
  ['=', 'exactly|exactement|precisely|pile|ni plus ni moins|no more(?:,)? no less'],
  ['~', 'or so|environ|approximately|roughly|a peu pres'],
];

export interface Quantity {
  op: Operator;
  value: number;
  upTo?: number;
  unit: Unit;
  /** The word for the unit as it stands in the text. */
  noun: string;
  /** No operator was written. */
  bare: boolean;
  start: number;
  end: number;
}

const operators = before.map(([, , pattern]) => pattern).join('|');
const followers = after.map(([, pattern]) => pattern).join('|');
const between = '\\s*(?:-|to|and|or|a|et|ou|\\.\\.)\\s*';
const grammar = new RegExp(
  `(?:(${operators})\\s{0,2}(?:the |of |a |les |de )?)?(${number})(?:${between}(${number}))?(?:[\\s-]{1,2}|\\s)(?:(?:short|brief|simple|complete|full|different|clear|concise|plain|courtes?|breves?|simples?|differente?s?|seules?)\\s)?(${unitPattern})\\b(?:\\s+(?:long|each|in total|in all|en tout|chacune?))?(?:[\\s,(]{0,3}(${followers}))?`,
  'g',
);
/** "max words: 50", "length: 50 words" come out through the grammar; this is for "words: 50" and "word limit 50". */
const reversed = new RegExp(
  `\\b(max(?:imum)?|min(?:imum)?|limit)?\\s?(${unitPattern})(?:\\s(limit|count|maximum|max|minimum))?\\s?[:=]\\s?(${operators})?\\s?(${number})`,
  'g',
);

/** Quantities in a text that went through `plain`. */
export function quantities(low: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of low.matchAll(grammar)) {
    const [whole, operator, first = '', second, noun = '', follower] = match;
    if (/^(?:a|an)$/.test(first)) continue;
    // French has one word for "a" and "one": a line, a point or a section is a quantity only with an operator.
    if (/^une?$/.test(first) && operator === undefined && !/^(?:phrase|mot|paragraphe)/.test(noun)) continue;
    const start = match.index;
    const given =
      operator === undefined
        ? undefined
        : before.find(([, , pattern]) => new RegExp(`^(?:${pattern})$`).test(operator));
    const later =
      follower === undefined ? undefined : after.find(([, pattern]) => new RegExp(`^(?:${pattern})$`).test(follower));
    const unit = unitOf(noun);
    const value = valueOf(first);
    if (second !== undefined) {
      const upTo = valueOf(second);
      if (upTo > value) {
        found.push({ op: 'between', value, upTo, unit, noun, bare: false, start, end: start + whole.length });
        continue;
      }
    }
    const op = later?.[0] ?? (given && given[0] !== 'between' ? given[0] : undefined);
    const shift = later ? 0 : (given?.[1] ?? 0);
    found.push({
      op: op ?? (unit === 'word' || unit === 'character' ? '~' : '='),
      value: value + (op ? shift : 0),
      unit,
      noun,
      bare: op === undefined,
      start,
      end: start + whole.length,
    });
  }
  for (const match of low.matchAll(reversed)) {
    const [whole, lead, noun = '', tail, operator, digits = ''] = match;
    if (found.some((one) => match.index < one.end && match.index + whole.length > one.start)) continue;
    if (!lead && !tail && !operator) continue;
    const minimum = /min/.test(`${lead ?? ''}${tail ?? ''}`) || /least|moins|min|>|≥/.test(operator ?? '');
    found.push({
      op: minimum ? '>=' : '<=',
      value: valueOf(digits),
      unit: unitOf(noun),
      noun,
      bare: false,
      start: match.index,
      end: match.index + whole.length,
    });
  }
  return found;
}
