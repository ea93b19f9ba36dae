import { strings, transform, type TranslationJSON } from '@nanostores/i18n';
import type { count as libraryCount, params as libraryParams } from '@nanostores/i18n';
import { regional } from './locale.ts';
import type { Language } from '#core/language/language.ts';

// Made once a language: sentences with numbers are written many times a second while a model streams.
const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

function kept<Rules>(rules: Map<string, Rules>, locale: string, make: () => Rules): Rules {
  const known = rules.get(locale) ?? make();
  rules.set(locale, known);
  return known;
}

/**
 * Whole numbers that both languages write in digits alone. The browser's tables for numbers and plurals take a slow device
 * a tenth of a second to open, and the first view has no number that needs them.
 */
const isSmall = (value: number) => Number.isInteger(value) && value >= 0 && value < 1000;

function formOf(locale: string, value: number): Intl.LDMLPluralRule {
  if (isSmall(value)) return value === 1 || (value === 0 && locale === 'fr') ? 'one' : 'other';
  return kept(plurals, locale, () => new Intl.PluralRules(locale)).select(value);
}

function shown(locale: string, value: unknown): string {
  if (typeof value !== 'number' || isSmall(value)) return String(value);
  return kept(numbers, locale, () => new Intl.NumberFormat(regional(locale as Language))).format(value);
}

/**
 * `{name}` in a message. Ours instead of the library's, with its types: values are filled in one pass and as they
 * stand (model output may hold `{count}` or `$&`), and numbers are written as the language writes them.
 */
export const params: typeof libraryParams = transform(
  (locale: string, translation: TranslationJSON, values: Record<string, unknown>) =>
    strings(translation as never, (text: string) =>
      text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? shown(locale, values[name]) : whole)),
    ),
) as never;

/** Plural forms, with `{count}` written as the language writes numbers. */
export const count: typeof libraryCount = transform(
  (locale: string, translation: Record<string, TranslationJSON>, value: number) => {
    return strings((translation[formOf(locale, value)] ?? translation.other ?? '') as never, (text: string) =>
      text.replace(/\{count\}/g, () => shown(locale, value)),
    );
  },
) as never;
