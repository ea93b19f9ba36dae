import { classOf, letter } from './characters.ts';
import type { Language } from './language.ts';
import { words } from './segment.ts';
import { fold } from './normalise.ts';
import { bounded } from './bounded.ts';

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that carry grammar and no topic; those which both languages share are left out. */
export const functionWords: Record<Language, ReadonlySet<string>> = {
  en: list(
    'the of and to in is that it for was with as be by this are or from at which not have has had but they you we he she ' +
      'his her its their our your if when what who will would can could should must may there been do does did no only more ' +
      'than then them these those any each all one about into out up how so just use using write give answer list say keep ' +
      'make never always without i my me am please an were because after before over under between while also other some',
  ),
  fr: list(
    "le la les l' un une des du de d' et en est que qu' qui pas ne n' se s' ce c' cette ces son sa ses leur leurs nous vous " +
      "il elle ils elles je j' tu te t' m' au aux par pour dans sur avec sans sous sont ont ete etre avoir fait plus mais ou " +
      'donc ni si comme quand tout tous toute toutes aucun aucune jamais chaque entre apres avant depuis selon chez y cela ca ' +
      'votre vos notre nos mon ma mes ton ta tes meme moins tres bien aussi reponds ecris donne utilise',
  ),
};

/** English or French, by function words and accents; `confidence` 0 when nothing tells them apart. */
export function englishOrFrench(text: string): Guess {
  return text.length > longestKept ? guess(text) : guessed(text);
}

interface Guess {
  language: Language;
  confidence: number;
  known: number;
  total: number;
}

const longestKept = 600;
const guessed = bounded(2_000, guess);

function guess(text: string): Guess {
  const sample = text.length > 4000 ? text.slice(0, 4000) : text;
  let en = 0;
  let fr = 0;
  let total = 0;
  for (const token of words(sample)) {
    const word = fold(token.text);
    if ((classOf(word.codePointAt(0) ?? 0) & letter) === 0) continue;
    total++;
    if (functionWords.en.has(word)) en++;
    if (functionWords.fr.has(word)) fr++;
    if (word !== token.text && /[éèêëàâçùûôîïœ]/i.test(token.text)) fr += 0.5;
    if (word.includes("'") && /(?:n't|'s|'re|'ll|'ve)$/.test(word)) en += 0.5;
  }
  const sum = en + fr;
  const language = fr > en ? 'fr' : 'en';
  return { language, confidence: sum === 0 ? 0 : Math.abs(en - fr) / sum, known: Math.max(en, fr), total };
}
