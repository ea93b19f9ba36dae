import type { Span } from '#core/language/span.ts';

/** A number written in a text. */
export interface WrittenNumber extends Span {
  /** What it may stand for: `1,234` is 1234 in English and 1.234 in French. */
  values: number[];
  percent: boolean;
  /** Part of a date, a time, a list's numbering or an identifier, so hardly a result. */
  label: boolean;
}

const space = '[ \\u00a0\\u202f\\u2009]';
const numeral = new RegExp(
  [
    `\\d{1,3}(?:(${space}|[.,'’])\\d{3}(?!\\d))(?:\\1\\d{3}(?!\\d))*(?:[.,]\\d+)?`, // 1 234,50  1,234.50  1'234
    '\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)(?:\\.\\d+)?', // 1,23,456
    '\\d+(?:[.,]\\d+)*',
    '(?<!\\d)\\.\\d+', // .5
  ].join('|'),
  'g',
);
const month =
  'jan(?:uary|vier)?|feb(?:ruary)?|f[ée]v(?:rier)?|mar(?:ch|s)?|apr(?:il)?|avril|avr|may|mai|june?|juin|july?|juil(?:let)?|aug(?:ust)?|ao[ûu]t|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|d[ée]c(?:ember|embre)?';
const notResults = new RegExp(
  [
    '\\d{4}-\\d{2}-\\d{2}',
    '\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}',
    '\\d{1,2}\\s?[:h]\\s?\\d{2}(?!\\d)',
    `\\d{1,2}(?:er|st|nd|rd|th)?\\s(?:${month})\\.?(?:,?\\s\\d{4})?(?![\\p{L}\\d])`,
    `(?<![\\p{L}])(?:${month})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?(?!\\d)`,
    '(?<=^[ \\t]{0,8})\\d{1,3}[.)](?=\\s)',
    '(?<=[#°№]\\s?)\\d+',
  ].join('|'),
  'gimu',
);
const thousands: [RegExp, number][] = [
  [/^\s?(?:thousand|mille)(?!\p{L})/iu, 1e3],
  [/^\s?(?:millions?|mio)(?!\p{L})/iu, 1e6],
  [/^\s?(?:billion|milliards?|bn)(?!\p{L})/iu, 1e9],
  [/^\s?k(?=\s?[€$£]|[^\p{L}]|$)/iu, 1e3],
  [/^\s?M(?=\s?[€$£]|[^\p{L}]|$)/u, 1e6],
];

/** The numbers of a text in order, in English and French notation. */
export function findNumbers(text: string): WrittenNumber[] {
  const excluded = [...text.matchAll(notResults)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let next = 0;
  const found: WrittenNumber[] = [];
  for (const match of text.matchAll(numeral)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < excluded.length && (excluded[next]?.end ?? 0) <= start) next += 1;
    const before = text.slice(Math.max(0, start - 4), start);
    const after = text.slice(end, end + 12);
    const values = readNumeral(match[0]);
    const [, factor = 1] = thousands.find(([pattern]) => pattern.test(after)) ?? [];
    const minus = /(?:^|[\s(:=*_"'€$£])[-−–]\s?[€$£]?$/u.test(before) ? -1 : 1;
    found.push({
      start: minus < 0 ? start - (/[-−–]\s?[€$£]?$/u.exec(before)?.[0].length ?? 0) : start,
      end,
      values: values.flatMap((value) => {
        const meant = value * factor * minus;
        return bracketed(text, start, end) ? [meant, -meant] : [meant];
      }),
      percent: /^\s?(?:%|percent|per cent|pour[ -]cent)/i.test(after),
      label:
        values.length === 0 ||
        (excluded[next]?.start ?? Infinity) < end ||
        /(?:\p{L}|\p{L}[-_/]|\d[-_/.])$/u.test(before.replace(/(?:EUR|USD|GBP|CHF|CA|US|A)$/, '')) ||
        /^(?:st|nd|rd|th|e|er|[èe]me)(?!\p{L})/u.test(after),
    });
  }
  return found;
}

/** Whether nothing but a currency stands with a number in its brackets: accountants write −350 as (350). */
function bracketed(text: string, start: number, end: number): boolean {
  return (
    /\(\s?[€$£]?\s?$/u.test(text.slice(Math.max(0, start - 4), start)) &&
    /^\s?[€$£%]?\s?\)/u.test(text.slice(end, end + 4))
  );
}

/** The values that a numeral may stand for; none when it is no number (a version, an address). */
function readNumeral(numeral: string): number[] {
  const bare = numeral.replace(/[\s'’]/g, '');
  const marks = bare.replace(/\d/g, '');
  if (marks === '') return [Number(bare)];
  const last = marks.at(-1) ?? '';
  const kinds = new Set(marks).size;
  if (kinds === 2) {
    // The mark that comes last, once, is the decimal one.
    const other = last === '.' ? ',' : '.';
    if (marks.indexOf(last) !== marks.length - 1) return [];
    return [Number(bare.replaceAll(other, '').replace(last, '.'))];
  }
  if (marks.length > 1)
    return /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(bare) ? [Number(bare.replaceAll(last, ''))] : [];
  const decimal = Number(bare.replace(last, '.'));
  const grouped = bare === numeral && /^[1-9]\d{0,2}[.,]\d{3}$/.test(bare);
  if (!grouped) return [decimal];
  const whole = Number(bare.replace(last, ''));
  return last === ',' ? [whole, decimal] : [decimal, whole];
}

const wholeNumber =
  /^\s*(?:[A-Z]{3}\s?)?[€$£]?\s?[-+−–]?\s?[€$£]?\s?[\d.,'’\s]*\d\s?(?:%|€|\$|£|k€?|M€?|[A-Z]{3}|euros?|dollars?|pounds?|thousand|mille|millions?|billion|milliards?|percent|per cent|pour cent|[a-zµ°²³/]{1,8})?\s*[.]?\s*$/u;

/** The number that a text is, with at most a currency or a unit; `undefined` when it says more than a number. */
export function asWrittenNumber(text: string): WrittenNumber | undefined {
  if (text.length > 60 || !wholeNumber.test(text)) return undefined;
  const numbers = findNumbers(text.trimEnd()).filter((number) => number.values.length > 0);
  return numbers.length === 1 && !numbers[0]?.label ? numbers[0] : undefined;
}

/** Whether a written number may stand for the expected one: 20 % is 20 as well as 0.2. */
export function means(number: WrittenNumber, expected: number, tolerance: number): boolean {
  // A hair's breadth for what floating point adds to sums of decimals.
  const near = (value: number) => Math.abs(value - expected) <= tolerance + Math.abs(expected) * 1e-9 + 1e-12;
  return number.values.some((value) => near(value) || (number.percent && near(value / 100)));
}
