import type { Request } from '../reading.ts';
import { avoided } from '../mention.ts';
import { type Found, type Rule, type Sentence, negatedAt } from '../sentence.ts';

const languages: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'en:english,anglais,anglaise,englisch,ingles,inglese fr:french,francais,francaise,franzosisch,frances,francese de:german,deutsch,allemand,allemande es:spanish,castilian,espagnol,espagnole,espanol,castellano it:italian,italien,italienne,italiano pt:portuguese,portugais,portugaise,portugues ' +
    'nl:dutch,flemish,neerlandais,neerlandaise,nederlands,flamand no:norwegian,norvegien sv:swedish,suedois,svenska da:danish,danois fi:finnish,finnois pl:polish,polonais,polonaise,polski ' +
    'cs:czech,tcheque ru:russian,russe uk:ukrainian,ukrainien bg:bulgarian,bulgare ro:romanian,roumain hu:hungarian,hongrois ' +
    'el:greek,grec tr:turkish,turc ar:arabic,arabe he:hebrew,hebreu fa:persian,farsi,persan ur:urdu,ourdou ' +
    'hi:hindi bn:bengali ta:tamil te:telugu kn:kannada mr:marathi ' +
    'gu:gujarati pa:punjabi ne:nepali ml:malayalam th:thai,thailandais vi:vietnamese,vietnamien ' +
    'id:indonesian,indonesien sw:swahili zh:chinese,mandarin,chinois,chinoise ja:japanese,japonais,japonaise ko:korean,coreen ca:catalan '
  )
    .trim()
    .split(' ')
    .flatMap((row) => {
      const [code = '', names = ''] = row.split(':');
      return names.split(',').map((name): [string, string] => [name, code]);
    }),
);
const languageName = Object.keys(languages).join('|');
const language = new RegExp(
  `\\b(?:nothing but|other than|except|besides?|d'autre que|exclusively(?: in)?|version|qu'en|auf|op|en el|idioma|lingua) (?:the |l'|le )?(${languageName})\\b|\\b(?:use|speak|parle|utilise|switch to|go for|choose) (?:only |the |l'|le |en )?(${languageName})(?= (?:for|throughout|only|please|in your|when|language)\\b|\\s*[.!,;]|$)|^(?:the )?(${languageName})(?: (?:language|version))?(?:,? (?:please|s'il te plait|s'il vous plait|only))?[.!]?$|\\b(${languageName}) (?:version|translation|please)\\b|` +
    `\\b(?:in|into|using|en|language:?|langue:?|only|to|write|answer|reply|uniquement|seulement)\\s(?:the |only |plain |simple |british |american |good |bon |formal |standard |langue |l'|modern |fluent |het |el |il |lo |clear |correct |elementary |easy )*(${languageName})\\b|^(${languageName})(?: only)?[.!]?$|\\b(${languageName}) (?:only|uniquement|seulement)\\b`,
);
const sameLanguage =
  /\b(?:same language as|language of the (?:email|message|customer|question)|meme langue que|langue du (?:client|message|courriel|mail))\b/;
const tones =
  'polite|courteous|friendly|warm|formal|informal|casual|professional|neutral|empathetic|calm|confident|enthusiastic|humorous|funny|serious|plain|factual|respectful|direct|firm|kind|conversational|academic|playful|persuasive|apologetic|sober|matter-of-fact|poli|courtois|amical|chaleureux|chaleureuse|formel|formelle|informel|familier|professionnel|professionnelle|neutre|empathique|calme|confiant|enthousiaste|serieux|factuel|factuelle|respectueux|direct|ferme|bienveillant|sobre|pedagogique|soutenu|poliment|politely|warmly|formally|informally|calmly|courteously|respectfully|kindly|professionally';
const tone = new RegExp(`\\b(${tones})\\b`);
const toneWord =
  /\b(?:tone|register|style|manner|voice|ton|registre|maniere|voix|sound|be|sois|soyez|stay|reste[rz]?|keep|remain|politely|warmly|formally|informally|calmly|courteously|respectfully|kindly|professionally|poliment)\b/;
const audience =
  /\b(?:(?:write|explain|answer|summarise|summarize|describe|written|intended|aimed|suitable|meant|understandable|ecris|explique|resume|redige|destinee?|adaptee?|comprehensible|readable|lisible)\s(?:\w+\s){0,8}?(?:for|to|at|pour|aux|a(?= (?:un|une|des|nos|vos|mes|la|l'|ceux|quelqu)\b))\s(?!example|each|every|the (?:following|email|text|data|answer|reply)|chaque|exemple)((?:an? |the |our |un |une |des |les |le |la |l'|nos |notre )?[^.,;:\n]{3,80})|(?:audience|reader|readers|public|lecteurs?|lectrice|destinataires?)\s?(?:is|are|:|=|est|sont)\s?([^.;\n]{3,80})|(?:read|lue?|lira|reads?) (?:it )?(?:aloud )?(?:to|by|par|a) ([^.;\n]{3,80})|for (?:an? |the )?([^.,;:\n]{0,40}(?:beginners?|child(?:ren)?|year[- ]olds?|experts?|laypersons?|laypeople|managers?|executives?|audience|readers?|newcomers?|students?|non-\w+))|pour (?:un |une |des |les )?([^.,;:\n]{0,40}(?:debutants?|enfants?|experts?|profanes?|dirigeants?|public|lecteurs?|novices?|etudiants?|non-\w+)))/;
const role =
  /\b(?:you are|you're|act as|behave as|play the (?:role|part) of|imagine you are|pretend to be|your role is|take the role of|tu es|vous etes|agis comme|agis en tant que|joue le role d[e']|en tant que|ton role est|comporte-toi comme)\s((?:an? |the |our |un |une |le |la |l')?[^.,;:\n]{3,100})/;
const persons: readonly (readonly ['first' | 'second' | 'third', RegExp])[] = [
  ['first', /\b(?:first[- ]person|premiere personne|a la 1re personne)\b/],
  [
    'second',
    /\b(?:second[- ]person|deuxieme personne|address (?:the reader|them|him|her) (?:directly|as you)|vouvoie|tutoie|vouvoiement|tutoiement)\b/,
  ],
  ['third', /\b(?:third[- ]person|troisieme personne)\b/],
];

const anyName = new RegExp(`\\b(${languageName})\\b`, 'g');
const ofAnswer =
  /\b(?:answers?|reply|replies|response|respond|write|output|language|langue|words?|must|ha(?:s|ve) to|should|only|exigee?|oblige|imposee?|allowed|speaks?|parle[rsz]?|that language|cette langue|reponse|reponds|not in|pas en)\b/;

/** A language that is named where somebody speaks of the answer, however it is put: "they have to be German". */
function boldly(sentence: Sentence): { code: string; match: RegExpExecArray } | undefined {
  if (!ofAnswer.test(sentence.bare)) return undefined;
  for (const match of sentence.bare.matchAll(anyName)) {
    const end = match.index + match[0].length;
    if (avoided(sentence, match.index, end)) continue;
    // A German audience or a text from the French says nothing of the answer.
    if (
      /^ (?!(?:it|only|please|and|throughout|for|too)\b)[a-z]+/.test(sentence.bare.slice(end)) ||
      /\b(?:from|du|about|sur|une?|an?|nos|our|des|les)\s$/.test(sentence.bare.slice(0, match.index))
    )
      continue;
    const code = languages[match[1] ?? ''];
    if (code) return { code, match };
  }
  return undefined;
}

/** Language, tone, audience, role, person, dates, order. */
export const manner: Rule = (sentence) => {
  const { low } = sentence;
  const found: Found[] = [];
  const add = (request: Request, match: RegExpExecArray, polarity: 1 | -1 = 1) =>
    found.push({ request, polarity, start: match.index, end: match.index + match[0].length });
  const spoken = language.exec(low);
  if (
    spoken &&
    !/\btranslate\b.*\bfrom\b|\btradui\w* (?:du|de l')/.test(low) &&
    !/\b(?:(?<!(?:be|must|should) )written|is|ecrite?|est|redigee?) in\s|\b(?<!(?:etre|doit) )(?:est|ecrite?s?|redigee?s?) en\s/.test(
      low.slice(Math.max(0, spoken.index - 12), spoken.index + 6),
    )
  ) {
    const code = languages[spoken.slice(1).find((name) => name !== undefined) ?? ''];
    const only = /\b(?:nothing but|other than|except|besides?|d'autre que|qu'en|exclusively)\b/.test(spoken[0]);
    if (code)
      add(
        { kind: 'language', language: code },
        spoken,
        !only && avoided(sentence, spoken.index, spoken.index + spoken[0].length) ? -1 : 1,
      );
  }
  const bold = found.some((one) => one.request.kind === 'language' && one.polarity !== -1)
    ? undefined
    : boldly(sentence);
  if (bold) add({ kind: 'language', language: bold.code }, bold.match);
  const alike = sameLanguage.exec(low);
  if (alike) add({ kind: 'language', language: 'same' }, alike);
  const person = role.exec(low);
  if (person && person.index < 30)
    add(
      {
        kind: 'role',
        role: sentence.text
          .slice(person.index + person[0].length - (person[1] ?? '').length, person.index + person[0].length)
          .trim(),
      },
      person,
    );
  const manners = tone.exec(low);
  if (manners && toneWord.test(low) && (sentence.parsed.directive || /\bton(?:e)?\b/.test(low)))
    add({ kind: 'tone', tone: manners[1] ?? '' }, manners, negatedAt(sentence, manners.index) ? -1 : 1);
  const reader = audience.exec(low);
  if (reader && !person) {
    const who = (reader[1] ?? reader[2] ?? reader[3] ?? reader[4] ?? reader[5] ?? '').trim();
    if (who.length > 2 && !/^(?:me|us|it|this|them|nous|moi|cela|words|mots)\b/.test(who) && !/^\d/.test(who))
      add({ kind: 'audience', audience: who }, reader);
  }
  for (const [kind, pattern] of persons) {
    const match = pattern.exec(low);
    if (match) add({ kind: 'person', person: kind }, match, negatedAt(sentence, match.index) ? -1 : 1);
  }
  const iso = /\b(?:iso(?:[- ]?8601)?|yyyy-mm-dd|aaaa-mm-jj)\b/.exec(low);
  const european = /\b(?:dd\/mm\/yyyy|jj\/mm\/aaaa)\b/.exec(low);
  const american = /\bmm\/dd\/yyyy\b/.exec(low);
  if (iso) add({ kind: 'date-format', format: 'iso' }, iso);
  else if (european) add({ kind: 'date-format', format: 'dmy' }, european);
  else if (american) add({ kind: 'date-format', format: 'mdy' }, american);
  const order =
    /\b(?:order(?:ed)?|sort(?:ed)?|rank(?:ed)?|trie[sr]?|triee?s?|classe[sr]?|classee?s?|ordonne[rs]?|range[rs]?)\s(?:\w+\s){0,3}?(?:by|according to|par|selon)\s([^.;,\n]{2,60})/.exec(
      low,
    ) ??
    /\b(?:in )?(alphabetical|chronological|reverse chronological|ascending|descending)\s?order\b|\bordre (alphabetique|chronologique|croissant|decroissant|d'importance)\b/.exec(
      low,
    ) ??
    /\b((?:most|least) (?:important|urgent|recent)|(?:le|la|les) plus (?:importante?s?|urgente?s?|recente?s?)) (?:first|en premier|d'abord)\b/.exec(
      low,
    );
  if (order && !/\bas (?:positive|negative)/.test(low)) {
    const by = (order[1] ?? order[2] ?? '').trim();
    add(
      {
        kind: 'order',
        by,
        descending: /descend|decroiss|reverse|most|plus|highest|largest|newest|high to low|du plus/.test(order[0]),
      },
      order,
    );
  }
  return found;
};
