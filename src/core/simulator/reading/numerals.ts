import type { Operator } from './reading.ts';

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const petits =
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf';
const values = new Map<string, number>([
  ...small.split(' ').map((word, value): [string, number] => [word, value]),
  ...petits.split(' ').map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, 20 + index * 10]),
  ...'vingt trente quarante cinquante soixante septante quatre-vingts nonante'
    .split(' ')
    .map((word, index): [string, number] => [word, 20 + index * 10]),
  ...[
    'dos zwei due dois',
    'tres drei tre',
    'cuatro vier quattro quatro',
    'cinco funf cinque',
    'seis sechs sei',
  ].flatMap((words, at): [string, number][] => words.split(' ').map((word) => [word, at + 2])),
  ['quatre-vingt', 80],
  ['soixante-dix', 70],
  ['quatre-vingt-dix', 90],
  ['une', 1],
  ['single', 1],
  ['seul', 1],
  ['seule', 1],
]);
const hundreds = new Map([
  ['hundred', 100],
  ['cent', 100],
  ['cents', 100],
  ['thousand', 1000],
  ['mille', 1000],
]);
/** Amounts that are named rather than counted; `~` where nobody would count after. */
const collective: readonly (readonly [string, number, Operator])[] = [
  ['(?:a |une )?(?:couple|pair|paire)(?: of| de)?', 2, '='],
  ["(?:a )?handful(?: of)?|(?:une )?poignee (?:de|d')", 4, '~'],
  ['a few|several|quelques|plusieurs', 3, '~'],
  ["half a dozen|(?:une )?demi-douzaine (?:de|d')", 6, '='],
  ["(?:a |one )dozen|une douzaine (?:de|d')", 12, '='],
  ["une dizaine (?:de|d')", 10, '~'],
  ["une quinzaine (?:de|d')", 15, '~'],
  ["une vingtaine (?:de|d')", 20, '~'],
  ["une trentaine (?:de|d')", 30, '~'],
  ["une quarantaine (?:de|d')", 40, '~'],
  ["une cinquantaine (?:de|d')", 50, '~'],
  ["une soixantaine (?:de|d')", 60, '~'],
  ["une centaine (?:de|d')", 100, '~'],
  [
    '(?:only|just|exactly) one|one and only one|une? et une? seule?|une? seule? et unique|(?:a |une? )(?:single|seule?)',
    1,
    '=',
  ],
  ['a hundred', 100, '='],
];
const atom = [...values.keys(), ...hundreds.keys()].sort((a, b) => b.length - a.length).join('|');
const named = collective.map(([pattern]) => pattern).join('|');

/** A number in digits or in words, English or French. */
export const number = `(?:\\d{1,3}(?:[ ,.]\\d{3})+(?!\\d)|\\d+|\\b(?:${named}|(?:${atom})(?:(?:[ -]|-et-| et (?=une?\\b)|(?<=hundred|thousand) and )(?:${atom}))*)(?![a-z]))`;

/** Whether a text may hold a number at all; most sentences hold none. */
export const hasNumber = new RegExp(`\\d|\\b(?:${atom}|${named}|once|twice|thrice)\\b`);

const known = new Map<string, { value: number; vague: boolean }>();

/** What a number says, and whether it is only about so much. */
export function numeral(text: string): { value: number; vague: boolean } {
  const said = text.trim().replace(/\s+/g, ' ');
  const before = known.get(said);
  if (before) return before;
  const found = worked(said);
  if (known.size < 2000) known.set(said, found);
  return found;
}

export const valueOf = (text: string): number => numeral(text).value;

function worked(said: string): { value: number; vague: boolean } {
  if (/^\d/.test(said)) return { value: Number(said.replace(/\D/g, '')) || 0, vague: false };
  for (const [pattern, value, op] of collective)
    if (new RegExp(`^(?:${pattern})$`).test(said)) return { value, vague: op === '~' };
  let total = 0;
  for (const [word] of said.matchAll(new RegExp(`(?:${atom})(?![a-z])`, 'g'))) {
    const factor = hundreds.get(word);
    if (factor !== undefined) total = Math.max(1, total) * factor;
    else total += values.get(word) ?? 0;
  }
  return { value: total, vague: false };
}
