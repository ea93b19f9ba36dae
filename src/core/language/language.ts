/** The languages in which Candor reads instructions and writes answers. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A text in each of the two languages. */
export type InBoth<T> = Record<Language, T>;
