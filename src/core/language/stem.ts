import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import type { Language } from './language.ts';

const irregularEnglish: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'wrote:write written:write gave:give given:give kept:keep said:say told:tell left:leave paid:pay made:make took:take taken:take ' +
    'spoke:speak spoken:speak chose:choose chosen:choose hid:hide hidden:hide held:hold bought:buy sold:sell sent:send found:find ' +
    'got:get went:go gone:go came:come knew:know known:know began:begin begun:begin drew:draw drawn:draw shown:show understood:understand ' +
    'meant:mean broke:break broken:break forgot:forget forgotten:forget forbade:forbid forbidden:forbid led:lead lost:lose built:build ' +
    'thought:think brought:bring sought:seek people:person children:child men:man women:woman data:data analyses:analysis criteria:criterion ' +
    'promising:promise giving:give lies:lie lying:lie dying:die stuck:stick spelt:spell worse:bad worst:bad'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

const cache: Record<Language, Map<string, string>> = { en: new Map(), fr: new Map() };
const cached = 20_000;

/** The stem of a folded word. Unknown forms of irregular French verbs are the lexicon's business. */
export function stem(word: string, language: Language): string {
  const memory = cache[language];
  const known = memory.get(word);
  if (known !== undefined) return known;
  if (memory.size > cached) memory.clear();
  const found = word.length < 3 || word.length > 40 ? word : stemmed(word, language);
  memory.set(word, found);
  return found;
}

function stemmed(word: string, language: Language): string {
  if (language === 'fr') return french(word.replace(/ees?$/, 'e'));
  const plain = word.replace(/'s?$/, '');
  return english(irregularEnglish[plain] ?? plain);
}
