import { number, valueOf } from '../quantity.ts';
import type { Operator, Request } from '../reading.ts';
import { everywhere, scopeOf } from '../scope.ts';
import { type Found, type Rule, type Sentence, itemsOf, negatedAt, quotedIn } from '../sentence.ts';

const includes =
  /\b(?:includes?|contain|mention|use (?:the )?(?:words?|phrases?|keywords?|terms?)|using the (?:words?|keywords?)|with the (?:words?|keywords?|phrase)|(?:the )?(?:words?|keywords?|phrases?) .{1,60} (?:must|should) (?:appear|occur)|add|insert|inclus|inclure|contient|contenir|mentionne[rz]?|utilise[rz]? (?:le|les) mots?|emploie[rz]? (?:le|les) mots?|ajoute[rz]?|avec (?:le|les) mots?|le mot|les mots|avec une ligne|mentioning|containing|including|featuring|features?|weav(?:e|ing)|work(?:ing)? in|slip in|glisse[rz]?|place[rz]?|fais (?:apparaitre|figurer)|(?:has|have|needs?) to (?:appear|occur|be (?:in|used|present|there|found)|show up|turn up|feature|come up)|(?:must|should|shall) (?:appear|occur|be (?:in|used|present|there|found)|show up|turn up|feature)|belongs? in|in it somewhere|somewhere in|(?:doit|doivent|devra|devront) (?:y )?(?:apparaitre|figurer|etre (?:present|employe|utilise)\w*|se trouver|revenir)|quelque part)\b/;
const excludes =
  /\b(?:avoid (?:the |using )?|(?:do not|don't|never) (?:use|mention|include|write|say)|without (?:using |the )?|ban(?:ned)?|forbidden|exclude|omit|leave out|n'utilise[rz]? (?:pas|jamais)|n'emploie[rz]? (?:pas|jamais)|n'ecris (?:pas|jamais)|sans (?:le |les |employer |utiliser )?|interdits?|evite[rz]?|bannis|ne (?:dis|mentionne|cite)[rsz]? (?:pas|jamais)|(?:must|should|may|can)(?:not| not| never) (?:appear|be used|occur|show up)|ne doi(?:t|vent) (?:pas|jamais)|off limits|taboo|proscri\w+|tabous?)\b/;
const times = new RegExp(
  `(?:(at least|au moins|at most|au plus|no more than|exactly|exactement|less than|fewer than|moins de|more than|plus de)\\s)?(${number}|once|twice|une fois|deux fois)\\s?(?:times|fois)?(?: or more)?\\b`,
);

/** "The term audit has to be used", « le mot lanterne doit y figurer »: a word without quotation marks, and what must become of it. */
const wordThatMust =
  /\b(?:words?|keywords?|terms?|mots?(?:-cles?)?|termes?)\s+((?!of|in|or|and|per|each|to|that|from|ou|et|de|du|par|count|limit)[\p{L}'-]{2,30}(?:(?:,| and| et) [\p{L}'-]{2,30}){0,5})\s+(?:has|have|needs?|must|should|shall|may|can|in it|belongs?|somewhere|is|are|doit|doivent|devra|devront|quelque part|ne|est|sont)\b/u;

/** Words to use or to avoid, how often; letters. */
export const wording: Rule = (sentence, { keys }) => {
  const { low } = sentence;
  const quoted = quotedIn(sentence);
  const found: Found[] = [];
  const letter = new RegExp(`\\b(?:letter|lettre)\\s["'\`]?([a-z])["'\`]?\\b(.{0,60})`).exec(low);
  if (letter) {
    const before = low.slice(Math.max(0, letter.index - 50), letter.index);
    const counted = times.exec(letter[2] ?? '') ?? times.exec(before);
    if (counted) {
      const { op, value } = often(counted);
      return [
        {
          request: { kind: 'letter', letter: letter[1] ?? '', op, value },
          polarity: 1,
          start: letter.index,
          end: letter.index + letter[0].length,
        },
      ];
    }
    if (/without|avoid|no |sans|evite|pas/.test(before))
      return [
        {
          request: { kind: 'letter', letter: letter[1] ?? '', op: '=', value: 0 },
          polarity: 1,
          start: letter.index,
          end: letter.index + letter[0].length,
        },
      ];
  }
  const out = excludes.exec(low);
  const into = includes.exec(low);
  const lead = out ?? into;
  if (!lead) return found;
  const texts = quoted
    .filter((one) => one.start >= (into && !out ? 0 : lead.index))
    .map((one) => one.text)
    .filter((one) => one !== '' && one.length < 200);
  if (texts.length === 0) {
    const bare =
      /\b(?:words?|keywords?|terms?|mots?(?:-cles?)?|termes?)\s?:?\s+((?!of|in|or|and|per|each|to|that|from|ou|et|de|du|par|total|max|long)[\p{L}'-]+(?:(?:,| and| et| or| ou) [\p{L}'-]+){0,8})\s*[.!]?$/u.exec(
        sentence.text,
      ) ?? wordThatMust.exec(sentence.text);
    if (bare) texts.push(...itemsOf(bare[1] ?? ''));
  }
  if (texts.length === 0) return found;
  if (
    /\b(?:keys?|fields?|cles?|champs?|columns?|one of|either|parmi|labels?|if|when|si|quand|lorsque)\b/.test(low) &&
    !/\bwords?\b|\bmots?\b|\bphrases?\b/.test(low)
  )
    return found;
  const scope = scopeOf(
    low.replace(/\b(?:the |le |les )?(?:words?|mots?|phrases?)\b/g, (word) => ' '.repeat(word.length)),
    keys,
    lead.index,
  );
  if (out && (out.index <= (quoted[0]?.start ?? Infinity) || !into)) {
    found.push({
      request: { kind: 'exclude', texts, scope },
      polarity: -1,
      start: out.index,
      end: sentence.text.length,
    });
    return found;
  }
  const counted = times.exec(low.slice(quoted.at(-1)?.end ?? lead.index));
  const request: Request = { kind: 'include', texts, scope };
  if (counted && /times|fois|once|twice/.test(counted[0])) {
    const { op, value } = often(counted);
    request.times = value;
    request.op = op;
  }
  const negated = negatedAt(sentence, lead.index);
  found.push(
    negated
      ? { request: { kind: 'exclude', texts, scope }, polarity: -1, start: lead.index, end: sentence.text.length }
      : { request, polarity: 1, start: lead.index, end: sentence.text.length },
  );
  return found;
};

function often(match: RegExpExecArray): { op: Operator; value: number } {
  const [, operator = '', amount = ''] = match;
  const n = /^once|une fois/.test(amount) ? 1 : /^twice|deux fois/.test(amount) ? 2 : valueOf(amount);
  if (/at least|au moins/.test(operator) || /or more/.test(match[0])) return { op: '>=', value: n };
  if (/at most|au plus|no more/.test(operator)) return { op: '<=', value: n };
  if (/less|fewer|moins de/.test(operator)) return { op: '<=', value: n - 1 };
  if (/more|plus de/.test(operator)) return { op: '>=', value: n + 1 };
  return { op: '=', value: n };
}

const starts =
  /\b(?:start|begin|open|starting|beginning|opening|commence[rz]?|debute[rz]?|ouvre[rz]?|commencant|first word|premier mot|premiere phrase)\b/;
const ends =
  /\b(?:end|finish|close|conclude|ending|finishing|termine[rz]?|finis|finir|conclus|conclure|cloture[rz]?|last (?:words?|sentence)|derniers? mots?|derniere phrase)\b/;

/** A given text at the start or at the end. */
export const edges: Rule = (sentence, { keys }) => {
  const { low } = sentence;
  const found: Found[] = [];
  for (const [kind, pattern] of [
    ['start', starts],
    ['end', ends],
  ] as const) {
    const match = pattern.exec(low);
    if (!match) continue;
    const quoted = quotedIn(sentence).filter((one) => one.start > match.index && one.start - match.index < 80);
    const first = quoted[0];
    const bare = first
      ? undefined
      : (/\b(?:with|by|par|sur|avec)\s(?:(?:the|this|these) (?:exact )?(?:words?|phrase|sentence)|the word|les mots|le mot|la phrase|cette phrase)\s*:?\s+([^;\n]{2,120})/.exec(
          low.slice(match.index),
        ) ??
        /^[^:\n]{0,70}(?:\b(?:has to|must|should|will|doit) (?:be|etre)|\b(?:is|est|sera)|:)\s*:?\s+([^;\n]{2,120})$/.exec(
          low.slice(match.index),
        ));
    const place = scopeOf(low, keys, match.index);
    const scope =
      /first word|premier mot/.test(match[0]) && place.unit === 'word'
        ? everywhere
        : place.unit === 'word'
          ? everywhere
          : place;
    const negated = negatedAt(sentence, match.index);
    if (negated && quoted.length > 0) {
      found.push({
        request: { kind: 'exclude', texts: quoted.map((one) => one.text), scope: { which: 'first', unit: 'sentence' } },
        polarity: -1,
        start: match.index,
        end: quoted.at(-1)?.end ?? low.length,
      });
    } else if (first) {
      found.push({ request: { kind, text: first.text, scope }, polarity: 1, start: match.index, end: first.end });
    } else if (bare) {
      const at = match.index + bare.index + bare[0].length - (bare[1] ?? '').length;
      const given = sentence.text.slice(at, at + (bare[1] ?? '').length).trim();
      const lone = given.split(/\s+/).length <= 2;
      found.push({
        request: { kind, text: lone ? given.replace(/[.!?]+$/, '') : given, scope },
        polarity: 1,
        start: match.index,
        end: at + (bare[1] ?? '').length,
      });
    }
  }
  return found;
};

const casings: readonly (readonly ['upper' | 'lower' | 'title' | 'sentence', RegExp])[] = [
  [
    'lower',
    /\b(?:(?:all )?(?:in )?lower[- ]?case(?:d)?|no capital(?:s| letters)|without capitals?|minuscules?|sans majuscules?|pas de majuscules?)\b/,
  ],
  [
    'upper',
    /\b(?:(?:all )?(?:in )?(?:upper[- ]?case|capital letters|all caps|capitals|block letters)|majuscules|capitales)\b/,
  ],
  ['title', /\btitle case\b|\bcasse de titre\b/],
  ['sentence', /\bsentence case\b/],
];

export const casing: Rule = (sentence, { keys }) => {
  for (const [kind, pattern] of casings) {
    const match = pattern.exec(sentence.low);
    if (!match || (!sentence.parsed.directive && sentence.low.split(/\s+/).length > 6)) continue;
    const negated = kind === 'lower' ? false : negatedAt(sentence, match.index);
    const request: Request =
      negated && kind === 'upper'
        ? { kind: 'casing', casing: 'sentence', scope: everywhere }
        : { kind: 'casing', casing: kind, scope: scopeOf(sentence.low, keys, match.index) };
    return [{ request, polarity: negated ? -1 : 1, start: match.index, end: match.index + match[0].length }];
  }
  return [];
};

const marks: readonly (readonly [string, RegExp])[] = [
  [',', /\b(?:commas?|virgules?)\b/],
  ['!', /\b(?:exclamation (?:marks?|points?)|points? d'exclamation)\b/],
  ['?', /\b(?:question marks?|points? d'interrogation)\b/],
  [';', /\b(?:semi-?colons?|points?-virgules?)\b/],
  [':', /\bcolons?\b|\bdeux-points\b/],
  ['.', /\b(?:full stops?|periods)\b|\bpoints finaux\b/],
  ['—', /\b(?:em[- ]?dash(?:es)?|dashes|tirets (?:cadratins?|longs?))\b/],
  ['emoji', /\b(?:emojis?|emoticons?|smileys?|emoticones?)\b/],
  ['digit', /\b(?:digits|chiffres)\b/],
  ['markdown', /\bmarkdown\b|\b(?:bold|gras|italics?|italique)\b/],
  ['heading', /\bheadings?\b|\bintertitres?\b|\btitres?\b/],
  ['hashtag', /\bhashtags?\b/],
  ['parenthesis', /\b(?:parenthes[ei]s|brackets)\b/],
  ['quote', /\b(?:quotation marks|guillemets)\b/],
  ['*', /\basterisks?\b|\basterisques?\b/],
];

/** Marks that must not occur. */
export const bans: Rule = (sentence, { keys }) => {
  const found: Found[] = [];
  for (const [mark, pattern] of marks) {
    const match = pattern.exec(sentence.low);
    if (!match || !negated(sentence, match.index)) continue;
    found.push({
      request: { kind: 'ban', mark, scope: scopeOf(sentence.low, keys, match.index) },
      polarity: -1,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
};

function negated(sentence: Sentence, at: number): boolean {
  return (
    negatedAt(sentence, at) ||
    /\b(?:no|without|sans|pas d[e']|aucune?|zero|avoid|evite[rz]?)\s?(?:\w+\s){0,2}$/.test(
      sentence.low.slice(Math.max(0, at - 30), at),
    )
  );
}
