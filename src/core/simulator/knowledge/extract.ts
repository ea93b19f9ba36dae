import type { Value } from '#core/exercises/simulation.ts';
import { fold } from '#core/language/normalise.ts';

/** What can be read off a text nobody prepared. */
export interface Extracted {
  dates: string[];
  amounts: number[];
  numbers: number[];
  emails: string[];
  phones: string[];
  names: string[];
  /** `Label: value` lines. */
  labelled: { label: string; value: string }[];
}

/** English, French, short. */
export const monthNames = [
  ['january', 'janvier', 'jan'],
  ['february', 'fevrier', 'feb', 'fev'],
  ['march', 'mars', 'mar'],
  ['april', 'avril', 'apr', 'avr'],
  ['may', 'mai'],
  ['june', 'juin', 'jun'],
  ['july', 'juillet', 'jul', 'juil'],
  ['august', 'aout', 'aug'],
  ['september', 'septembre', 'sep', 'sept'],
  ['october', 'octobre', 'oct'],
  ['november', 'novembre', 'nov'],
  ['december', 'decembre', 'dec'],
];
const monthOf = (name: string) => monthNames.findIndex((names) => names.includes(fold(name).replace(/\.$/, ''))) + 1;
const iso = (year: string, month: number, day: string) =>
  `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
/** Longer material is read at its beginning and end. */
const mostRead = 40_000;

export function extract(whole: string): Extracted {
  const text = whole.length <= mostRead ? whole : `${whole.slice(0, mostRead / 2)}\n${whole.slice(-mostRead / 2)}`;
  return {
    dates: datesIn(text).map(({ date }) => date),
    amounts: [
      ...text.matchAll(
        /(?:(?:[€$£]|\b(?:EUR|USD|GBP|CHF))\s?(\d[\d  .,']{0,14}\d|\d))|(?:(\d[\d  .,']{0,14}\d|\d)\s?(?:€|\$|£|EUR|USD|GBP|euros?\b|dollars?\b))/gu,
      ),
    ].map((match) => numberOf(match[1] ?? match[2] ?? '')),
    numbers: [...text.matchAll(/(?<![\p{L}\d.,])\d+(?:[.,]\d+)?(?![\d\p{L}])/gu)].map((match) => numberOf(match[0])),
    emails: text.match(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g) ?? [],
    phones: text.match(/(?:\+\d{1,3}[ .-]?|\b0)\d(?:[ .-]?\d{2,3}){3,4}\b/g) ?? [],
    names: [
      ...text.matchAll(/(?:(?:Mr|Ms|Mrs|Dr|M|Mme|Mlle)\.? )?\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}[\p{Ll}’'-]+){1,2}/gu),
    ].flatMap((match) => named(match[0])),
    labelled: [...text.matchAll(/^[ \t>*-]*([\p{L}][\p{L} .°/'’-]{1,40}?)[ \t]*[:=][ \t]*(\S[^\n]{0,200})$/gmu)].map(
      (match) => ({ label: match[1]!, value: match[2]!.trim() }),
    ),
  };
}

/** Words that begin a sentence with a capital, so that they seem part of the name after them. */
const opensSentence =
  /^(?:The|On|In|At|By|When|Then|After|Before|Yesterday|Today|Tomorrow|Dear|Hello|Hi|Our|Your|My|This|Le|La|Les|En|Hier|Demain|Quand|Puis|Après|Avant|Bonjour|Cher|Chère|Notre|Votre|Mon|Ma)\s/u;

function named(text: string): string[] {
  const own = text.replace(opensSentence, '');
  return own.includes(' ') ? [own] : [];
}

/** Dates as they come in a text, each as ISO has it. */
export function datesIn(text: string): { at: number; date: string }[] {
  const found: { at: number; date: string }[] = [];
  const add = (at: number, year: string, month: number, day: string) => {
    if (month >= 1 && month <= 12 && Number(day) >= 1 && Number(day) <= 31)
      found.push({ at, date: iso(year, month, day) });
  };
  for (const match of text.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g))
    add(match.index, match[1]!, Number(match[2]), match[3]!);
  for (const match of text.matchAll(/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/g))
    add(match.index, match[3]!, Number(match[2]), match[1]!);
  for (const match of text.matchAll(/\b(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}{3,9}\.?),? (\d{4})\b/gu))
    add(match.index, match[3]!, monthOf(match[2]!), match[1]!);
  for (const match of text.matchAll(/\b(\p{Lu}\p{L}{2,8}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/gu))
    add(match.index, match[3]!, monthOf(match[1]!), match[2]!);
  return found.sort((a, b) => a.at - b.at);
}

/** "1 234,50", "1,234.50" and "1234.5" are numbers. */
export function numberOf(text: string): number {
  const bare = text.replace(/[  ' ]/gu, '');
  const comma = bare.lastIndexOf(',');
  const dot = bare.lastIndexOf('.');
  const mark = Math.max(comma, dot);
  if (mark < 0) return Number(bare);
  const decimals = bare.length - mark - 1;
  const both = comma >= 0 && dot >= 0;
  const decimal = both || decimals !== 3;
  return Number(
    decimal ? `${bare.slice(0, mark).replace(/[.,]/g, '')}.${bare.slice(mark + 1)}` : bare.replace(/[.,]/g, ''),
  );
}

const natures: readonly (readonly [RegExp, (found: Extracted) => readonly Value[], last?: true])[] = [
  [/e-?mail|courriel|\bmails?\b/, (found) => found.emails],
  [/phone|\btel|telephone|mobile/, (found) => found.phones],
  [/\bdate|\bdays?\b|\bjours?\b|echeance|deadline|\bdue\b/, (found) => found.dates],
  [/total|\bttc\b|montant|amount|price|prix|cost|sums?\b|somme|solde|balance/, (found) => found.amounts, true],
  [
    /name|noms?\b|author|auteur|client|customer|person|people|contact|vendor|supplier|fournisseur/,
    (found) => found.names,
  ],
  [/number|nombre|count|quantity|quantite|age\b/, (found) => found.numbers],
];
/** A key in the plural asks for all there are: "dates", "amounts", "all_names", « montants ». */
const plural =
  /^(?:(?:all|every|list of|tous les|toutes les|liste des?) )?\p{L}+(?<![su])s$|^(?:all|tous|toutes) |^people$/u;

/** The value in a text that a key asks for: a labelled line, else the first thing of that nature, or all for a plural. */
export function valueFor(key: string, type: string | undefined, found: Extracted): Value | undefined {
  const wanted = fold(key.replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2'))
    .replace(/[_-]+/g, ' ')
    .trim();
  const line = found.labelled.find(({ label }) => {
    const own = fold(label).trim();
    return own === wanted || (wanted.length > 3 && (own.includes(wanted) || wanted.includes(own)));
  });
  if (line)
    return type === 'number' || /^[\d  .,']+ ?[€$£%]?$/u.test(line.value) ? numeric(line.value) : asDate(line.value);
  if (type === 'date') return found.dates[0];
  const [, find, last] = natures.find(([test]) => test.test(wanted)) ?? [];
  const all = [...new Set(find?.(found))];
  if (type === 'array' || (type === undefined && plural.test(wanted))) {
    if (all.length > 0) return all;
  } else if (all.length > 0) return last ? all.at(-1) : all[0];
  return type === 'number' ? (found.amounts[0] ?? found.numbers[0]) : undefined;
}

const numeric = (text: string): Value => {
  const number = numberOf(/\d[\d  .,']*/u.exec(text)?.[0].trim() ?? '');
  return Number.isFinite(number) ? number : text;
};
const asDate = (text: string): string => datesIn(text)[0]?.date ?? text;
