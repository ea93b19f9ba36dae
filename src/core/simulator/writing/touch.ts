import type { Value } from '#core/exercises/simulation.ts';
import { bounded } from '#core/language/bounded.ts';
import { fold } from '#core/language/normalise.ts';
import type { Language } from '#core/language/language.ts';
import type { KeySpec, Request } from '../reading/reading.ts';
import type { Wish } from '../temperament/obey.ts';

const months = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
} as const;

/** Puts values as the prompt wants them written. */
export function toucher(wishes: readonly Wish[], language: Language): (value: Value, key: KeySpec) => Value {
  const kept = <K extends Request['kind']>(kind: K) =>
    wishes.find((wish) => wish.kept && wish.polarity === 1 && wish.request.kind === kind)?.request as
      Extract<Request, { kind: K }> | undefined;
  const missing = kept('missing');
  const dates = kept('date-format')?.format ?? 'iso';
  return (value, key) => {
    if (value === null) return missing && missing.text !== null ? missing.text : null;
    if (typeof value === 'string') {
      if (key.oneOf && key.oneOf.length > 0) return nearest(value, key.oneOf);
      const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
      if (date) return dated(date, dates, language);
      if (key.type === 'number' && /^-?\d+(?:[.,]\d+)?$/.test(value)) return Number(value.replace(',', '.'));
    }
    if (key.type === 'string' && typeof value === 'number') return String(value);
    return value;
  };
}

/** A value without case, accents and marks; the same ones are allowed in every answer. */
const plain = bounded(500, (text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ''));

/** The allowed value that is meant: the same word, or the one that shares most letters with it. */
export function nearest(value: string, allowed: readonly string[]): string {
  const own = plain(value);
  const same = allowed.find((one) => plain(one) === own);
  if (same !== undefined) return same;
  const common = (text: string) => {
    let length = 0;
    while (length < text.length && text[length] === own[length]) length += 1;
    return length;
  };
  const best = allowed.map((one) => ({ one, score: common(plain(one)) })).sort((a, b) => b.score - a.score)[0];
  return best && best.score >= 3
    ? best.one
    : (allowed.find((one) => own.includes(plain(one)) || plain(one).includes(own)) ?? value);
}

function dated([whole, year, month, day]: RegExpExecArray, format: string, language: Language): string {
  if (format === 'dmy') return `${day}/${month}/${year}`;
  if (format === 'mdy') return `${month}/${day}/${year}`;
  if (format === 'long') return `${Number(day)} ${months[language][Number(month) - 1] ?? ''} ${year}`;
  return whole;
}
