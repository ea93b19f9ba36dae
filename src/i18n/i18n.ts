import { createI18n, type Messages, type TranslationJSON } from '@nanostores/i18n';
import type { Language } from '#core/language/language.ts';
import { firstFrench } from './fr-first.ts';
import { locale, setLocale } from './locale.ts';

export { preferredLanguage } from './locale.ts';

type Words = Record<string, Record<string, TranslationJSON>>;

async function frenchWords(): Promise<Words> {
  const { default: words } = await import('./fr.ts');
  return words;
}

/**
 * Defines the messages of a room: `export const catalogue = messages('catalogue', { … })` in `en/<room>.ts`, with
 * `fr/<room>.ts` beside it. English stands in the code, as does the French of the first view; the rest of the French is one
 * lazy chunk that {@link speak} or {@link allWords} loads.
 */
export const messages = createI18n<Language, 'en'>(locale as never, {
  baseLocale: 'en',
  get: async (code) => (code === 'fr' ? ((await frenchWords()) as never) : {}),
});

/** The keys that the French words of a room must have. */
export type French<Room> = Room extends Messages<infer Body> ? Record<keyof Body, TranslationJSON> : never;

/** Begins in a language, with the words of the first view. */
export function begin(language: Language): void {
  if (language === 'fr') messages.cache.fr = firstFrench() as never;
  setLocale(language);
}

/** Brings what the rooms beyond the first view have to say in the language that is spoken. */
export async function allWords(): Promise<void> {
  if (locale.get() === 'fr') await bringFrench();
}

/** Changes the language, words first, so that no English shows between. */
export async function speak(language: Language): Promise<void> {
  if (language === 'fr') await bringFrench();
  setLocale(language);
}

async function bringFrench(): Promise<void> {
  const words = await frenchWords();
  messages.cache.fr = { ...messages.cache.fr, ...words } as never;
}

export { locale };
