import { computed } from 'nanostores';
import { locale } from './locale.ts';
import { regional } from './locale.ts';

/** Numbers, dates and sizes as the reader's language writes them. */
export const format = computed(locale, (language) => {
  const tag = regional(language);
  const number = whenUsed(() => new Intl.NumberFormat(tag));
  const dates = (options: Intl.DateTimeFormatOptions) => whenUsed(() => new Intl.DateTimeFormat(tag, options));
  const day = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = dates({ hour: '2-digit', minute: '2-digit' });
  const moment = dates({ dateStyle: 'medium', timeStyle: 'short' });
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  return {
    number: (value: number) => number().format(value),
    day: (value: number) => day().format(value),
    time: (value: number) => time().format(value),
    moment: (value: number) => moment().format(value),
    money: (amount: number, currency: string) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency, maximumSignificantDigits: 3 }).format(amount),
    list: (items: readonly string[]) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
    size(bytes: number) {
      const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
      return new Intl.NumberFormat(tag, {
        style: 'unit',
        unit: units[step] ?? 'byte',
        maximumFractionDigits: step > 1 ? 1 : 0,
      }).format(bytes / 1000 ** step);
    },
  };
});

/** Each of these opens tables of the browser, which a slow device feels; most pages need one or none. */
function whenUsed<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
