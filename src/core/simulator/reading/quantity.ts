import { hasNumber, number, numeral } from './numerals.ts';
import type { Operator, Unit } from './reading.ts';

export { number, valueOf } from './numerals.ts';

/** What a quantity may count: parts of a text, and how often something comes. */
export type Counted = Unit | 'time';

const units: readonly (readonly [Counted, string])[] = [
  ['word', 'words?|mots?|wds?|palabras|worter(?:n)?|parole|palavras|woorden'],
  ['sentence', 'sentences?|phrases?|frases|oraciones|satze(?:n)?|frasi|zinnen'],
  ['paragraph', 'paragraphs?|paragraphes?|paras?|stanzas?|strophes?|parrafos|absatze(?:n)?|paragrafi'],
  ['line', 'lines?|lignes?|verses?|vers'],
  ['character', 'characters?|chars?|caracteres?|signes'],
  ['section', 'sections?|headings?|rubriques?|chapters?|chapitres?|parts|parties'],
  [
    'item',
    'bullets?(?:[ -]points?)?|rows?|rangees?|key points?|main points?|points?(?: cles?| principaux| essentiels)?|(?:list |line )?items?(?! (?:at|costing|worth|sold|ordered|priced) )|puces?|tirets?|elements?|entries|entrees|numbered (?:points?|items?|steps?)|' +
      'ideas?|idees?|reasons?|raisons?|questions?|options?|tips?|conseils?|astuces?|suggestions?|recommendations?|recommandations?|takeaways?|steps?|etapes?|arguments?|examples?|exemples?|names?|titles?|titres?|' +
      'variants?|variantes?|rules?|regles?|facts?|faits|benefits?|avantages?|advantages?|ways|facons|things|choses|lessons?|lecons?',
  ],
  ['time', 'times|fois|occurrences?|mentions?|instances?|reprises?|repetitions?|uses|usages?|emplois?|appearances?'],
];
/** Words for a unit, the unit names themselves. */
export const unitPattern = units
  .slice(0, -1)
  .map(([, pattern]) => pattern)
  .join('|');
const named = units.map(([unit, pattern]) => [unit, new RegExp(`^(?:${pattern})$`)] as const);

function countedOf(noun: string): Counted {
  return named.find(([, pattern]) => pattern.test(noun))?.[0] ?? 'item';
}

export function unitOf(text: string): Unit {
  const unit = countedOf(text);
  return unit === 'time' ? 'item' : unit;
}

/** Operators before the number, the first that fits; strict ones leave the number itself out. */
const before: readonly (readonly [Operator, -1 | 0 | 1, string])[] = [
  [
    '<=',
    0,
    "(?:at or (?:below|under)|(?:not|\\w+n't|never|cannot)(?: \\w+){1,3} (?:more than|over|above|beyond|past)|(?:in |en )?(?:at (?:the )?(?:very )?most|tout au plus|au plus|au (?:grand )?maximum|at maximum))|(?:no|not|never) (?:more|longer|bigger|higher|further|above|over|beyond|past)(?: than)?|(?:a |un )?(?:maximum|max\\.?|limit|cap|ceiling|plafond|limite)(?: (?:of|is|de|est))?|up to|within|<=|≤|(?:not|\\w+n't|never|cannot|without) (?:exceed(?:ing)?|surpass(?:ing)?|(?:go|going|run|get) (?:over|beyond|past|above)|be (?:longer|more) than|top(?:ping)?)|(?:limit|cap|restrict)(?:s|ed)?(?: \\w+){0,3} (?:to|at)|(?:keep|stick|hold)(?: \\w+){0,3} to|(?:pas|jamais)(?: \\w+){0,3} (?:plus|au-dela) d[e']|jusqu'a|(?:pas |sans |jamais )(?:aller au-dela d[e']|depasser|depasse|exceder)(?: pas)?(?: les)?|(?:depasse[rz]?|excede[rz]?) (?:pas|jamais)(?: les)?|(?:ne |n')(?:pas )?(?:depasse[rz]?|excede[rz]?)(?: les)?|maximo|como maximo|hochstens|al massimo|no maximo|limite(?:e|z?-(?:toi|vous))? a|borne(?:-toi)? a|moins ou egal a|a concurrence de",
  ],
  [
    '>=',
    0,
    "(?:not|\\w+n't|never)(?: \\w+){1,3} (?:less|fewer) than|at (?:the )?(?:very )?least|at (?:a |the )?minimum|(?:no|not|never) (?:fewer|less|shorter|under|below)(?: than)?|(?:a |un )?(?:minimum|min\\.?)(?: (?:of|de))?|reach(?:es|ing)?|hit|atteindre|atteint|>=|≥|au (?:strict )?(?:moins|minimum)|(?:pas|jamais) moins (?:de|d')|upwards? of|minimo|al menos|mindestens|almeno|pelo menos|(?:pas|jamais) (?:en dessous|au-dessous) de|(?:anything|nothing|not) (?:under|below|shorter than)",
  ],
  [
    '<=',
    -1,
    "before (?:you )?reach(?:ing)?|less than|fewer than|under|below|shorter than|(?:shy|short) of|<|moins d[e']|en dessous de|au-dessous de|en deca de|sous (?:les |la barre des )?|inferieur a",
  ],
  [
    '>=',
    1,
    "more than|over|above|longer than|beyond|in excess of|>|plus d[e']|au-dela d[e']|au-dessus de|superieur a|depassant|depasser|depasse|exceed(?:s|ing)?",
  ],
  ['=', 0, 'exactly|precisely|just|only|strictly|exactement|precisement|pile|seulement|uniquement|strictement|juste|='],
  [
    '~',
    0,
    'about|around|roughly|approximately|approx\\.?|circa|some|nearly|almost|close to|~|≈|environ|a peu pres|autour de|pres de|presque|in the region of|aux alentours de|dans les',
  ],
  ['between', 0, 'between|from|anywhere from|entre|de'],
];
const after: readonly (readonly [Operator, string])[] = [
  [
    '<=',
    'at (?:the )?(?:very )?most|max(?:imum|i)?\\b|or (?:less|fewer|under|below|shorter)|tops|at (?:a |the )?maximum|au (?:grand )?(?:plus|maximum)|tout au plus|ou moins|maxi|grand max(?:imum)?|limit|limite',
  ],
  [
    '>=',
    'at (?:the )?(?:very )?least|at (?:a |the )?minimum|min(?:imum)?\\b|or (?:more|longer|above|over)|and up|plus|au (?:strict )?(?:moins|minimum)|ou (?:plus|davantage)',
  ],
  ['=', 'exactly|exactement|precisely|pile|ni plus,? ni moins|no more(?:,? no less| and no (?:less|fewer))|sharp|flat'],
  ['~', 'or so|or thereabouts|environ|approximately|roughly|give or take|a peu pres|en gros'],
];

export interface Quantity {
  op: Operator;
  value: number;
  upTo?: number;
  unit: Counted;
  /** The word for the unit as it stands in the text. */
  noun: string;
  /** No operator was written. */
  bare: boolean;
  start: number;
  end: number;
}

const operators = before.map(([, , pattern]) => pattern).join('|');
const followers = after.map(([, pattern]) => pattern.replaceAll(' ', '[ -]')).join('|');
const range = '\\s*(?:-|to|and|or|a|et|ou|\\.\\.|/)\\s*';
const linking =
  'of|in|with|to|and|or|for|per|each|every|the|that|than|by|on|at|from|as|is|are|de|en|avec|sur|et|ou|par|pour|a|dans|des|les|du|que|qui|more|less|fewer|plus|moins';
const amount = `(?:(?<![\\w-])(${operators})\\s{0,2}:?\\s{0,2}(?:the |of |a |les |de |d')?)?(${number})(?:(?:${range}(?!\\+)|(?=\\+))(${number}|\\+))?`;
const tail = `(?:[\\s(-]{0,3}(?:(?:long|each|in total|in all|overall|en tout|au total|chacune?)[\\s,(]{1,3})?(${followers})(?![\\w'])(?!\\s(?:de |of )?(?:${number})))?`;
const grammar = new RegExp(
  `${amount}(?:\\s?-\\s?|\\s{1,2}(?:(?:or more|or longer|ou plus) )?(?:of |de |d')?)(?:(?!(?:${linking})\\b)[a-z'-]+\\s){0,2}?(${units.map(([, pattern]) => pattern).join('|')})\\b${tail}|\\b(once|twice|thrice)\\b`,
  'g',
);
/** "max words: 50", "length: 50 words" come out through the grammar; this is for "words: 50" and "word limit 50". */
const reversed = new RegExp(
  `\\b(max(?:imum)?|min(?:imum)?|limit|number of|nombre de)?\\s?(${unitPattern})(?:\\s(limit|count|maximum|max|minimum))?\\s?(?:[:=]|is|of|est)\\s?(${operators})?\\s?(${number})`,
  'g',
);
/** A number without its unit: "100 words or so (at least 90)", "one per season, four in all". */
const ofOne = /\b(?:paragraphe?|sentence|phrase|line|ligne|section|item|bullet|puce)\s$/;
const unitless = new RegExp(`${amount}${tail}`, 'g');
const compiledBefore = before.map(([op, shift, pattern]) => [op, shift, new RegExp(`^(?:${pattern})$`)] as const);
const compiledAfter = after.map(
  ([op, pattern]) => [op, new RegExp(`^(?:${pattern.replaceAll(' ', '[ -]')})$`)] as const,
);

type Bounds = Pick<Quantity, 'op' | 'value' | 'upTo' | 'bare'>;

/** Up to this many words or characters are meant to be counted. */
const fewWords = 6;

/** What an operator, one or two numbers and a follower come to. */
function bounds(
  operator: string | undefined,
  first: string,
  second: string | undefined,
  follower: string | undefined,
  exact: boolean,
): Bounds {
  const { value, vague } = numeral(first);
  if (second === '+') return { op: '>=', value, bare: false };
  if (second !== undefined) {
    const upTo = numeral(second).value;
    if (upTo > value) return { op: 'between', value, upTo, bare: false };
  }
  const given = operator === undefined ? undefined : compiledBefore.find(([, , pattern]) => pattern.test(operator));
  const later = follower === undefined ? undefined : compiledAfter.find(([, pattern]) => pattern.test(follower))?.[0];
  const strict = given && given[0] !== 'between' && given[0] !== '~' ? given : undefined;
  const op = strict && later === '~' ? strict[0] : (later ?? (given?.[0] === 'between' ? undefined : given?.[0]));
  return {
    op: op ?? (vague || (!exact && value > fewWords) ? '~' : '='),
    value: value + (op && op === given?.[0] ? given[1] : 0),
    bare: op === undefined,
  };
}

const often: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

/** Operators that stand before "once" and "twice". */
const beforeOften = new RegExp(`(?:^|\\s)(${operators})\\s$`);
const afterOften = new RegExp(`^\\s(${followers})(?!\\w)`);

const recent = new Map<string, readonly Quantity[]>();

/** Quantities in a text that went through `plain`; several rules ask about the same clause. */
export function quantities(low: string): readonly Quantity[] {
  const before = recent.get(low);
  if (before) return before;
  if (recent.size > 400) recent.clear();
  const found = quantitiesIn(low);
  recent.set(low, found);
  return found;
}

function quantitiesIn(low: string): Quantity[] {
  const found: Quantity[] = [];
  if (!hasNumber.test(low)) return found;
  for (const match of low.matchAll(grammar)) {
    const [whole, operator, first = '', second, noun = '', follower, adverb] = match;
    const start = match.index;
    const place = { start, end: start + whole.length };
    if (adverb !== undefined) {
      const lead = beforeOften.exec(low.slice(Math.max(0, start - 24), start))?.[1];
      const trail = afterOften.exec(low.slice(place.end, place.end + 24))?.[1];
      found.push({
        ...bounds(lead, String(often[adverb]), undefined, trail, true),
        unit: 'time',
        noun: adverb,
        ...place,
      });
      continue;
    }
    // French has one word for "a" and "one": a line, a point or a section is a quantity only with an operator.
    if (/^une?$/.test(first) && operator === undefined && !/^(?:phrase|mot|paragraphe)s?$/.test(noun)) continue;
    if (
      /^(?:une?|one)$/.test(first) &&
      operator === undefined &&
      whole.trim().split(/[\s-]+/).length > 2 &&
      follower === undefined
    )
      continue;
    if (/^mot$/.test(noun) && /^ (?:pour|a|par) mot\b/.test(low.slice(place.end))) continue;
    if (/^(?:several|plusieurs)$/.test(first)) continue;
    // "Paragraph 3 first word" counts nothing.
    if (operator === undefined && follower === undefined && ofOne.test(low.slice(Math.max(0, start - 16), start)))
      continue;
    if (/^(?:lines?|lignes?)$/.test(noun) && /\b(?:new|blank|empty) \w+$/.test(whole)) continue;
    const unit = countedOf(noun);
    const more = / (?:or more|or longer|ou plus) /.test(whole) ? 'or more' : follower;
    const own = bounds(operator, first, second, more, unit !== 'word' && unit !== 'character');
    found.push({ ...own, unit, noun, ...place });
  }
  for (const match of low.matchAll(reversed)) {
    const [whole, lead, noun = '', end, operator, digits = ''] = match;
    if (found.some((one) => match.index < one.end && match.index + whole.length > one.start)) continue;
    if (!lead && !end && !operator) continue;
    const minimum = /min/.test(`${lead ?? ''}${end ?? ''}`) || /least|moins|min|>|≥/.test(operator ?? '');
    const value = numeral(digits).value;
    const exact = /number|nombre|count/.test(`${lead ?? ''}${end ?? ''}`) && operator === undefined;
    found.push({
      op: exact ? '=' : minimum ? '>=' : '<=',
      value,
      unit: countedOf(noun),
      noun,
      bare: false,
      start: match.index,
      end: match.index + whole.length,
    });
  }
  return found.map((one) => completed(low, joined(low, one)));
}

const inAll = new RegExp(
  `^[^.;!?]{0,40}?[,;]\\s(?:\\w+\\s)?(${number})\\s(?:in (?:total|all)|overall|altogether|au total|en tout)\\b`,
);
const withUnit = new RegExp(`(?:${number})\\s(?:${unitPattern})\\b`);

const firstOfTwo = new RegExp(`(?:^|[\\s(,:])(${operators})\\s(${number})\\s(?:and|but|et|mais)\\s$`);

/** "No fewer than 8 and no more than 12 bullets": both hold. */
function joined(low: string, one: Quantity): Quantity {
  if (one.op !== '<=' && one.op !== '>=') return one;
  const match = firstOfTwo.exec(low.slice(Math.max(0, one.start - 60), one.start));
  const other = match && bounds(match[1], match[2] ?? '', undefined, undefined, true);
  if (!match || !other || other.op === one.op || !/[<>]/.test(other.op)) return one;
  const [value, upTo] = one.op === '<=' ? [other.value, one.value] : [one.value, other.value];
  return { ...one, op: 'between', value, upTo, start: one.start - match[0].length };
}

/** A number in brackets after a quantity, or with "in all", says better how much is meant. */
function completed(low: string, one: Quantity): Quantity {
  const rest = low.slice(one.end, one.end + 60);
  const inside = /^\s?\(([^()]{1,40})\)/.exec(rest);
  const total = inAll.exec(rest);
  if (total && one.bare) return { ...one, op: '=', value: numeral(total[1] ?? '').value, bare: false };
  if (!inside || withUnit.test(inside[1] ?? '')) return one;
  for (const match of (inside[1] ?? '').matchAll(unitless)) {
    const own = bounds(match[1], match[2] ?? '', match[3], match[4], true);
    if (!own.bare) return { ...one, ...own, end: one.end + inside[0].length };
  }
  return one;
}

/** The first amount in a text, whatever it counts: "at least two", "three", "4 or more". */
export function amountIn(low: string): (Bounds & { start: number; end: number }) | undefined {
  if (!hasNumber.test(low)) return undefined;
  for (const match of low.matchAll(unitless)) {
    if (/^(?:an?|une?)$/.test(match[2] ?? '') && match[1] === undefined) continue;
    const own = bounds(match[1], match[2] ?? '', match[3], match[4], true);
    return { ...own, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
