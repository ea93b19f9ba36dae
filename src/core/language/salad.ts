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
  en: list('of to in on for and or is are be by at as it if with from when you they we must should not do does than'),
  fr: list('du des au aux de et ou est sont ne par sur si il elle tu vous que qui quand dans pour avec sans mais'),
};

/** "de l’autre" goes on, "la s’applique" does not. */
const elided = /^(?:s|n|t|m|qu|c|j)['’]/;

/** "of the" and "de les lire" go on, "the the" and "ces les" do not. */
const articles: Record<Language, RegExp> = { en: /^(?:the|an?)$/, fr: /^(?:le|la|les|un|une|ce|cet|cette|ces|a)$/ };
const goOn = /^(?:of|de)$/;

const longRun = 20;
const fewestBroken = 3;

/** How many words of a sentence want one of their kind after them, and how many get another. */
export interface Joints {
  open: number;
  broken: number;
}

/**
 * Whether words stand in a row without being said: articles and prepositions before words that cannot follow them. One
 * sentence has few; several of a prompt can be taken together.
 */
export const isBroken = ({ open, broken }: Joints): boolean => broken >= fewestBroken && broken * 7 >= open;

/** The joints of several sentences. */
export const jointly = (all: readonly Joints[]): Joints => ({
  open: all.reduce((sum, { open }) => sum + open, 0),
  broken: all.reduce((sum, { broken }) => sum + broken, 0),
});

export function jointsOf(words: readonly Placed[], language: Language): Joints {
  let open = 0;
  let broken = 0;
  for (const [at, { folded }] of words.entries()) {
    const next = words[at + 1];
    if (next?.folded === folded && next.gap === ' ') broken += 1;
    if (!openings[language].has(folded)) continue;
    open += 1;
    if (!next || /^\s*[.,;:!?)]/.test(next.gap)) broken += 1;
    else if (/^[ '’]*$/.test(next.gap) && !fits(folded, next.folded, language)) broken += 1;
  }
  return { open, broken };
}

function fits(before: string, word: string, language: Language): boolean {
  if (shut[language].has(word) || (language === 'fr' && elided.test(word))) return false;
  return goOn.test(before) || !articles[language].test(word);
}

/**
 * Whether a long run of words has no small word to hold it together. Sentences that leave small words out carry marks
 * instead ("JSON only; keys name, amount"), which end a run.
 */
export function isLoose(words: readonly Placed[], language: Language): boolean {
  let run = 0;
  let held = 0;
  for (const [at, { folded, gap }] of words.entries()) {
    if (at > 0 && !/^[ '’]*$/.test(gap)) run = held = 0;
    run += 1;
    if (small[language].has(folded)) held += 1;
    if (run >= longRun && held <= run / longRun - 1) return true;
  }
  return false;
}
