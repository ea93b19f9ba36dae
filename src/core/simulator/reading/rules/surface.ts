import { avoided, chunkAt } from '../mention.ts';
import { number } from '../numerals.ts';
import { amountIn, quantities } from '../quantity.ts';
import type { Request } from '../reading.ts';
import { everywhere, scopeOf } from '../scope.ts';
import type { Found, Rule, Sentence } from '../sentence.ts';

const small =
  /\b(?:lower[- ]?case[ds]?|small letters|lettres? minuscules?|minuscules?|bas[- ]de[- ]casse|uncapitali[sz]ed)\b/;
const capital =
  /\b(?:upper[- ]?case[ds]?|(?:capitals|capitali[sz]\w*|capital letters?|an? capital(?=[.,;!]|$)|the capitals)|all[- ]caps|caps(?:[- ]lock)?|block (?:letters|capitals)|(?:lettres? )?majuscules?|lettres? capitales?|capitales(?! d)|shout\w*)\b(?! of\b| cit(?:y|ies)| gains?| letter to)/;
const ofWords = /\b(?:words?|mots?|terms?|termes?|them|d'entre eux)\b/;
const ofTitle = /\b(?:title|headings?|headlines?|subject line|titres?|objet|intertitres?)\b/;
/** "Six European capitals" are towns. */
const cities = new RegExp(
  `(?:\\b(?:${number})|\\b\\w{3,}(?:ean|ian|ese|ish|an|al|nes?|ndes?))\\s(?:\\w+(?:an|ean|ese|ish)\\s)?(?:capitals|capitales)\\W?$`,
);
/** "Begin every sentence with a capital letter" asks for nothing that is not done anyway. */
const usual =
  /\b(?:first|initial|proper|each|every|chaque|premiere|begin\w*|start\w*|commenc\w*|debut\w*) (?:\w+ ){0,4}$/;

/** Letters small or large: all of them, a title's, or those of so many words. */
export const casing: Rule = (sentence, around) => {
  const { bare } = sentence;
  const title = /\b(title case|casse de titre|camel case)\b/.exec(bare);
  const lower = small.exec(bare);
  const shouted = title ? null : capital.exec(bare);
  const upper = shouted && cities.test(bare.slice(0, shouted.index + 9)) ? null : shouted;
  const match = title ?? lower ?? upper;
  if (!match) return [];
  const start = match.index;
  const end = start + match[0].length;
  const chunk = chunkAt(sentence, start, end);
  const no = avoided(sentence, start, end);
  const place = { start: Math.min(chunk.start, start), end };
  if (title)
    return no ? [] : [{ request: { kind: 'casing', casing: 'title', scope: everywhere }, polarity: 1, ...place }];
  const counted = upper ? countOf(sentence, start, chunk.text) : undefined;
  if (counted) return [{ request: counted, polarity: 1, ...place }];
  if (upper && no && lower)
    return [{ request: { kind: 'casing', casing: 'lower', scope: everywhere }, polarity: 1, ...place }];
  if (
    upper &&
    !no &&
    /\bletters?$|capitali[sz]/.test(match[0]) &&
    usual.test(chunk.text.slice(0, start - chunk.start)) &&
    !/\ball\b|\bevery(?:thing| letter| word)\b|\beach letter\b|\bentire/.test(chunk.text)
  )
    return [];
  if (ofTitle.test(chunk.text) && !/\b(?:everything|all|tout|whole|entire|answer|reponse)\b/.test(chunk.text))
    return [
      {
        request: { kind: 'casing', casing: upper ? 'upper' : 'lower', scope: { which: 'each', unit: 'section' } },
        polarity: no ? -1 : 1,
        ...place,
      },
    ];
  const wanted = (upper !== null && !lower) !== no ? 'upper' : 'lower';
  const scope = no ? everywhere : scopeOf(sentence.low, around.keys, start);
  const whole = scope.unit === 'letter' || scope.unit === 'word' || scope.which === 'nth';
  return [{ request: { kind: 'casing', casing: wanted, scope: whole ? everywhere : scope }, polarity: 1, ...place }];
};

/** "At least three words in capitals", "stress two terms in full caps". */
function countOf(sentence: Sentence, at: number, chunk: string): Request | undefined {
  const near = quantities(chunk).find((one) => one.unit === 'word' || one.unit === 'time');
  const found = near ?? (ofWords.test(chunk) ? amountIn(chunk) : undefined);
  if (!found || (!ofWords.test(chunk) && found !== near)) return undefined;
  if (
    near?.unit === 'word' &&
    /\b(?:write|answer|reply|respond|reponds|ecris)\b/.test(chunk) &&
    !/\b(?:words?|mots?)\b.*\b(?:in|en|with|avec)\b/.test(sentence.bare.slice(0, at))
  )
    return undefined;
  const bounds = found.upTo === undefined ? {} : { upTo: found.upTo };
  return {
    kind: 'capitals',
    op: found.op === '~' ? '>=' : found.bare ? '>=' : found.op,
    value: found.value,
    ...bounds,
  };
}

const marks: readonly (readonly [string, RegExp])[] = [
  [',', /\b(?:commas?|virgules?)\b/],
  ['!', /\b(?:exclamation (?:marks?|points?)|exclamations?|points? d'exclamation)\b/],
  ['?', /\b(?:question marks?|points? d'interrogation)\b/],
  [';', /\b(?:semi-?colons?|points?-virgules?)\b/],
  [':', /(?<!semi-)\bcolons?\b|\bdeux-points\b/],
  ['.', /\b(?:full stops?|periods)\b|\bpoints finaux\b/],
  ['—', /\b(?:em[- ]?dash(?:es)?|dashes|tirets (?:cadratins?|longs?))\b/],
  ['-', /\b(?:hyphens?|traits? d'union)\b/],
  ['emoji', /\b(?:emojis?|emoticons?|smileys?|emoticones?)\b/],
  ['digit', /\b(?:digits?|numerals?|chiffres?)\b/],
  ['markdown', /\bmarkdown\b|\bbold\b|\bgras\b|\bitalics?\b|\bitalique\b/],
  ['heading', /\bheadings?\b|\bintertitres?\b|\btitres?\b|\btitles?\b/],
  ['hashtag', /\bhashtags?\b/],
  ['parenthesis', /\bparenthes[ei]s\b/],
  ['quote', /\b(?:quotation marks|guillemets)\b/],
  ['*', /\basterisks?\b|\basterisques?\b/],
  ['punctuation', /\bpunctuation(?: marks?)?\b|\bponctuation\b/],
];

/** "Exactly two semicolons", "at least three hashtags": the amount stands right before the mark. */
function signCounted({ bare }: Sentence, mark: string, at: number, end: number): Found | undefined {
  const sign = mark === 'hashtag' ? '#' : mark;
  const from = Math.max(0, at - 40);
  const lead = bare.slice(from, at);
  const amount = /^[^\p{L}\d\s]$/u.test(sign) ? amountIn(lead) : undefined;
  if (!amount || !/^\s?(?:[\p{L}-]+\s)?$/u.test(lead.slice(amount.end))) return undefined;
  const op = amount.op === '~' || amount.op === 'between' ? '>=' : amount.op;
  return { request: { kind: 'letter', letter: sign, op, value: amount.value }, start: from + amount.start, end };
}

/** Marks that must not occur, or so often. */
export const bans: Rule = (sentence, around) => {
  const found: Found[] = [];
  for (const [mark, pattern] of marks) {
    const match = pattern.exec(sentence.bare);
    if (!match) continue;
    const end = match.index + match[0].length;
    const rest =
      mark === 'punctuation' && /\b(?:other|except|besides|apart|autre|sauf|hormis|excepte)\b/.test(sentence.bare);
    const counted = avoided(sentence, match.index, end) ? undefined : signCounted(sentence, mark, match.index, end);
    if (counted) found.push(counted);
    if (!avoided(sentence, match.index, end) && !(rest && /\b(?:no|without|sans|aucune|pas)\b/.test(sentence.bare)))
      continue;
    if (mark === 'punctuation' && !rest)
      found.push({ request: { kind: 'ban', mark: '.', scope: everywhere }, polarity: -1, start: match.index, end });
    if (mark === 'quote' && /\b(?:repetition|repeat\w*|repetes?)\b/.test(sentence.low)) continue;
    if (mark === 'digit' && quantities(chunkAt(sentence, match.index, end).text).length > 0) continue;
    const scope = scopeOf(sentence.low, around.keys, match.index);
    // "Not one comma in any sentence" is the whole answer.
    const whole = scope.which === 'each' || scope.unit === 'word';
    found.push({
      request: { kind: 'ban', mark, scope: whole && !scope.within ? everywhere : scope },
      polarity: -1,
      start: match.index,
      end,
    });
  }
  return found;
};

const wrapping =
  /\b(?:(?:double|straight|curly|french) )?(?:quotation[- ]marks?|quotes|(?:opening|closing) quote|quote-wrap\w*|speech marks|inverted commas|guillemets?)\b/;
const everything =
  /\b(?:entire|whole|full|complete|all|everything|answer|reply|response|output|text|message|it|around|reponse|texte|tout|toute|ensemble|integralite|entiere?|first (?:character|word)|start|premier (?:caractere|mot)|debut)\b/;

/** The whole answer between quotation marks. */
export const quotation: Rule = (sentence, around) => {
  const marks = sentence.quoted.find((one) => /^(?:and|et)\b[^_]{0,30}(?:with|by|par|avec|a)?$/i.test(one.text));
  const ends =
    /\blast character\b/.test(sentence.low) &&
    sentence.text.includes('"') &&
    /\bfirst character\b/.test(`${around.previous?.low ?? ''} ${sentence.low}`);
  if (ends || (marks && /\b(?:begin|start|open|commence|ouvre)/.test(sentence.bare))) {
    if (marks) around.claimed.add(marks.start);
    return [{ request: { kind: 'quotation' }, polarity: 1, start: 0, end: sentence.text.length }];
  }
  const match = wrapping.exec(sentence.low);
  if (!match) return [];
  const start = match.index;
  const end = start + match[0].length;
  const chunk = chunkAt(sentence, start, end);
  const said = sentence.low.slice(chunk.start, chunk.end);
  if (
    avoided(sentence, start, end) ||
    /\b(?:leave|omit|remove|(?:title|titre|words?|mots?) (?:in|between|inside|entre)|each|every|chaque|citation\w*|quotations?|quotes? from|cit[ez]\w*|sources?|passages?|extraits?)\b/.test(
      said.replace(match[0], ''),
    )
  )
    return [];
  // "Each point rests on a quotation, in quotation marks": the marks belong to the quotation.
  if (
    /\b(?:each|every|chaque|citations?|quot(?:e|es|ed|ation|ations|ing) (?!marks?\b)|cite[rz]?|passages?|extraits?|excerpts?|sources?)\b/.test(
      sentence.low.replace(match[0], ''),
    )
  )
    return [];
  const bounded =
    /\b(?:wrap\w*|enclos\w*|surround\w*|put|inside|between|within|in|with|around|from|first|last|debut|fin|begin|quote-wrap\w*|place\w*|start\w*|begin\w*|open\w*|entre|entour\w*|encadr\w*|met\w*|place\w*|avec|commenc\w*|ouvr\w*)\b/.test(
      said,
    );
  const other =
    /\b(?:names?|noms?|terms?|termes?|dialogues?|speech|keys?|values?|examples?|exemples?|it says|quoted)\b/.test(said);
  return bounded && (everything.test(sentence.low) || !other)
    ? [{ request: { kind: 'quotation' }, polarity: 1, start, end }]
    : [];
};
