import type { Language } from './language.ts';

/** What kind of act a clause is, apart from its topic: each mark is there or not. */
export const acts = ['past', 'first', 'second', 'modal', 'future', 'request', 'describes'] as const;
export type Act = (typeof acts)[number];

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const past: Record<Language, ReadonlySet<string>> = {
  en: set(
    "was were had did wasn't weren't hadn't didn't said wrote told took came went gave left got made found felt thought bought sold sent paid lost knew saw heard spoke became began kept met ran",
  ),
  fr: set('etait etaient avait avaient ete fut furent etions avions aviez'),
};
const first: Record<Language, ReadonlySet<string>> = {
  en: set("i we us our my me i'm we're i've we've i'll we'll i'd we'd ours mine"),
  fr: set("je j' nous notre nos mon ma mes moi m' on"),
};
const second: Record<Language, ReadonlySet<string>> = {
  en: set("you your yours you're you'll you've you'd"),
  fr: set("vous votre vos tu te toi ton ta tes t'"),
};
const modal: Record<Language, ReadonlySet<string>> = {
  en: set(
    "must should shall can can't cannot could may might need needs has ought mustn't shouldn't only never always",
  ),
  fr: set(
    'doit doivent dois devez devra devront faut faudra peut peuvent pouvez peux toujours jamais seul seule uniquement',
  ),
};
const future: Record<Language, ReadonlySet<string>> = {
  en: set("will won't we'll i'll you'll they'll it'll going"),
  fr: set('sera seront aura auront ferons enverrons recevrez serez aurez allons vais allez'),
};
const request: Record<Language, ReadonlySet<string>> = {
  en: set('please kindly could would want ensure remember careful'),
  fr: set('merci pourriez pourrais voulez veuillez priere veille veillez plait attention'),
};
const describing: Record<Language, ReadonlySet<string>> = {
  en: set(
    "is are was were has have had it's there's isn't aren't comes runs goes wants reads contains means shows says",
  ),
  fr: set('est sont etait etaient a ont avait va vont veut veulent vient viennent contient dit disent'),
};
const haves: Record<Language, ReadonlySet<string>> = {
  en: set("have has had having we've i've you've they've haven't hasn't"),
  fr: set('ai as a avons avez ont est sont suis'),
};
const participle: Record<Language, RegExp> = {
  en: /(?:ed|en|own|ught|ade|aid|eft|ent|ost|old)$/,
  fr: /(?:e|i|u|is|it|us|ees?|es|ues?|ies?)$/,
};

/** The marks of a clause: words that show tense, person and force. */
export function actsOf(words: readonly string[], language: Language): ReadonlySet<Act> {
  const found = new Set<Act>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (past[language].has(word)) found.add('past');
    if (haves[language].has(word)) {
      const next = words.slice(i + 1, i + 3).some((one) => one.length > 3 && participle[language].test(one));
      if (next && (language === 'en' || !/^(?:est|sont|suis)$/.test(word))) found.add('past');
    }
    if (
      language === 'en' &&
      i > 0 &&
      /^\p{L}{3,}ed$/u.test(word) &&
      !/^(?:is|are|be|been|get|gets|the|a|an|any|no|each|every|as|by|of)$/.test(words[i - 1] ?? '')
    )
      found.add('past');
    if (first[language].has(word)) found.add('first');
    if (second[language].has(word)) found.add('second');
    if (modal[language].has(word)) found.add('modal');
    if (future[language].has(word)) found.add('future');
    if (request[language].has(word)) found.add('request');
    if (describing[language].has(word)) found.add('describes');
  }
  return found;
}
