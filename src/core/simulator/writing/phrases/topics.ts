import type { InBoth, Language } from '#core/language/language.ts';
import { elsewhere } from './elsewhere.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { Bank, Genre } from './genre.ts';

const banks: InBoth<Record<Genre, Bank>> = { en: english, fr: french };

/** What can be said of a topic in a kind of text; without a topic, what needs none. */
export function bankOf(language: Language, topic: string, genre: Genre, tongue?: string): Bank {
  const foreign = tongue === undefined ? undefined : elsewhere(tongue);
  if (foreign) return { open: foreign.say.slice(0, 2), body: foreign.say.slice(2, -1), close: foreign.say.slice(-1) };
  const { open, body, close } = banks[language][genre];
  const fit = (texts: readonly string[]) =>
    texts.filter((text) => topic !== '' || !text.includes('{topic}')).map((text) => filled(text, topic));
  return { open: fit(open), body: fit(body), close: fit(close) };
}

/** Sentences to fill up a text with: its own kind's first, then what is true of most things. */
export function spareSentences(language: Language, topic: string, genre: Genre, tongue?: string): string[] {
  const own = bankOf(language, topic, genre, tongue);
  if (tongue !== undefined && elsewhere(tongue)) return [...own.body, ...own.open, ...own.close];
  const more = genre === 'explain' ? (['advice', 'promo'] as const) : (['explain', 'advice'] as const);
  return [...own.body, ...own.open, ...more.flatMap((kind) => bankOf(language, '', kind).body)];
}

function filled(text: string, topic: string): string {
  if (!text.includes('{topic}')) return text;
  const said = text.replaceAll('{topic}', topic);
  return elided(said.charAt(0).toUpperCase() + said.slice(1));
}

/** "de le", "de un" and "à les" are one word in French. */
function elided(text: string): string {
  return text
    .replace(/ de les /g, ' des ')
    .replace(/ de le /g, ' du ')
    .replace(/ de (?=(?:une?|[aeiouhéèêâî]\p{Ll}+)\b)/gu, ' d’')
    .replace(/ que (?=(?:une?|[aeiouhéèêâî]\p{Ll}+)\b)/gu, ' qu’')
    .replace(/ à les /g, ' aux ')
    .replace(/ à le /g, ' au ');
}
