import { createI18n, type Messages, type TranslationJSON } from '@nanostores/i18n';
import type { Language } from '#core/language/language.ts';
import { locale, setLocale } from './locale.ts';

export { preferredLanguage } from './locale.ts';

type Words = Record<string, Record<string, TranslationJSON>>;

async function frenchWords(): Promise<Words> {
  const { default: words } = await import('./fr.ts');
  return words;
}

/**
 * Defines the messages of a room: `export const catalogue = messages('catalogue', { … })` in `en/<room>.ts`, with
 * `fr/<room>.ts` beside it. English stands in the code; French is one lazy chunk that {@link speak} loads.
 */
export const messages = createI18n<Language, 'en'>(locale as never, {
  baseLocale: 'en',
  get: async (code) => (code === 'fr' ? ((await frenchWords()) as never) : {}),
});

/** The keys that the French words of a room must have. */
export type French<Room> = Room extends Messages<infer Body> ? Record<keyof Body, TranslationJSON> : never;

/** Changes the language, words first, so that no English shows between. */
export async function speak(language: Language): Promise<void> {
  if (language === 'fr' && !messages.cache.fr) messages.cache.fr = (await frenchWords()) as never;
  setLocale(language);
}

export { locale };
