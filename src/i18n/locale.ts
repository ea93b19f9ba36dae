import { atom, type ReadableAtom } from 'nanostores';
import { languages, type Language } from '#core/language/language.ts';

/** The language the interface speaks. Changed through {@link speak} only, which brings the words first. */
const current = atom<Language>('en');
export const locale: ReadableAtom<Language> = current;

/** What the browser says the person reads; nothing where there is no browser. */
const readerLanguages = (): readonly string[] => (typeof navigator === 'undefined' ? [] : navigator.languages);

/** The first of the person's languages that Candor has; English when there is none. */
export function preferredLanguage(wanted = readerLanguages()): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => language === tag.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return 'en';
}

/** Regional form of a language for dates and numbers: a reader in London should not get American dates. */
export function regional(language: Language, wanted = readerLanguages()): string {
  return wanted.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language;
}

/** Set by `i18n.ts`; here only so that the two modules do not import each other. */
export function setLocale(language: Language): void {
  current.set(language);
}
