import type { Language } from './language.ts';

/** A word as it stands in a sentence. */
interface Placed {
  folded: string;
  /** What stands between the word before and this one. */
  gap: string;
}

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The small words that hold sentences together; a long stretch without any of them says nothing. */
const small: Record<Language, ReadonlySet<string>> = {
  en: list('a an the of to in on for and or is are be by at as it its no not do if'),
  fr: list("le la les l' un une des du de d' a au aux en et ou est ne n' pas par sur si il tu"),
};

/** What wants a noun (or what stands before one) after it. */
const openings: Record<Language, ReadonlySet<string>> = {
  en: list('the a an your their our my every of'),
  fr: list('de du des ces cette votre vos notre nos ton ta tes mon ma mes sa ses chaque le la les'),
};

/** What no noun phrase begins with. */
const shut: Record<Language, ReadonlySet<string>> = {
  en: list(
    'the a an of to in on for and or is are be by at as it if with from when you they we must should not do does than',
  ),
  fr: list('du des au aux de et ou est sont ne par sur si il elle tu vous que qui quand dans pour avec sans mais'),
};

/** "de l’autre" goes on, "la s’applique" does not. */
const elided = /^(?:s|n|t|m|qu|c|j)['’]/;

/** "de les lire" goes on, "ces les" does not. */
const articles = /^(?:le|la|les|un|une|ce|cet|cette|ces|a)$/;

const longRun = 20;
const fewestBroken = 3;

/**
 * Whether words stand in a row without being said: a long run that no small word holds together, or articles and
 * prepositions before words that cannot follow them. Sentences that leave small words out carry marks instead
 * ("JSON only; keys name, amount"), and end a run.
 */
export function isSalad(words: readonly Placed[], language: Language): boolean {
  let run = 0;
  let held = 0;
  let open = 0;
  let broken = 0;
  for (const [at, { folded, gap }] of words.entries()) {
    const apart = at > 0 && !/^[ '’]*$/.test(gap);
    if (apart) run = held = 0;
    run += 1;
    if (small[language].has(folded)) held += 1;
    if (run >= longRun && held <= run / longRun - 1) return true;
    const before = words[at - 1];
    if (at === 0 || !openings[language].has(before?.folded ?? '')) continue;
    open += 1;
    if (apart) continue;
    const article = language === 'fr' && before?.folded !== 'de' && articles.test(folded);
    if (article || shut[language].has(folded) || (language === 'fr' && elided.test(folded))) broken += 1;
  }
  return broken >= fewestBroken && broken * 4 >= open;
}
