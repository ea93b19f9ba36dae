import { avoided, chunkAt } from '../mention.ts';
import { number } from '../numerals.ts';
import { amountIn, quantities, type Quantity } from '../quantity.ts';
import { scopeOf } from '../scope.ts';
import type { Request } from '../reading.ts';
import { type Found, type Rule, type Sentence, type Surroundings, itemsOf, perSentence } from '../sentence.ts';

/** Words or expressions that a sentence names, with the place of all of them together. */
interface Named {
  texts: string[];
  start: number;
  end: number;
  /** In quotation marks, or called a word: it is about these very letters. */
  literal: boolean;
}

const noun = '(?:key)?words?|key ?terms?|terms?|mots?(?:-cles?)?|termes?|vocables?|vocabulaire|vocabulary';
const idle =
  'of|in|or|and|per|each|to|that|from|for|with|at|on|by|as|it|is|are|be|must|should|has|have|need|needs|can|may|will|count|limit|long|max|total|if|when|the|ou|et|de|du|des|par|en|a|au|dans|que|qui|est|sont|doit|doivent|le|la|les|ne|pas|suivants?|following|below|above|only|somewhere|here|there|minimum|maximum|you|your|we|i|this|these|those|no|not|more|less|ending|starting|why|how|what|which|who|both|all|they|he|she|did|do|does|any|every|one|two|them|people|pourquoi|comment|quoi|il|elle|ils|on|personne|cela|ce|pour|a|mot|word|just|really|indirectly|used|only|use|un|une|an|another|aucune?|instead|rather|too|again|everywhere|plutot|partout|none|nothing|anything|something|everything|nobody|someone|somebody|rien|tout|tous|toutes';
const token = `(?!(?:${idle})(?![\\p{L}'-]))[\\p{L}][\\p{L}\\p{N}'’-]{0,30}`;
const bareNamed = new RegExp(
  `\\b(?:${noun})(?:(?:\\s[\\p{L}'’]+){0,4}?\\s?[:=]\\s\\[?|\\s)((?:${token})(?:(?:,\\s(?:and\\s|or\\s|et\\s|ou\\s)?|\\s(?:and|or|et|ou|nor|ni)\\s)(?:the word\\s|le mot\\s)?(?:${token}))*)`,
  'giu',
);
const speaking = new RegExp(
  `(?<!\\b(?:la|une|the|a|toute|no) )\\b(?:mention(?:s|ing)?|refer(?:s|ring)? to|referenc(?:e|ing)|bring(?:s|ing)? up|touch(?:es|ing)? on|says?|saying|talk(?:s|ing)? about|speaking of|name[sd]?|naming|parle[rz]? d|parlant d|mentionne[rz]?|mentionnant|evoque[rz]?|evoquant|cite[rz]?|citant|nomme[rz]?|nommant|fais(?:ant)? reference a|fais(?:ant)? allusion a)(?:e |u |es |'|\\s)(?:the |a |an |both |our |my |your |le |la |l'|les |un |une |du |de la |au |ses |son |sa |nos |notre )?((?:${token})(?: (?!in |at |on |with )(?:${token}))?(?:(?:,\\s(?:and\\s|et\\s)?|\\s(?:and|et)\\s)(?:the |a |an |le |la |l'|les |un |une )?(?:${token})(?: (?:${token}))?)*)(?=\\s*(?:[.,;!)]|$|\\s(?:at|in|somewhere|once|twice|exactly|\\d|two|three|four|five|six|seven|eight|nine|ten|au|deux|trois|quatre|cinq|dans|quelque)\\b))`,
  'giu',
);
/** "Placing lighthouse and tide in the text": two lone words can only be meant as such. */
const lone = new RegExp(
  `\\b(?:en placant|comporter?|contenir|contient|contains?|containing|includ(?:e|ing|es)|inclu\\w+|utilisant|using|employant|glissant|integrant) ((?:${token}) (?:and|et) (?:${token}))(?=\\s*[.,;!)]|$|\\s(?:dans|in|somewhere)\\b)`,
  'giu',
);
/** "Should contain: moat, drawbridge, tower". */
const listing = new RegExp(
  `\\b(?:contain|include|mention|feature|use|contenir|inclure|mentionner|utilise[rz]?|mentionne[rz]?|inclus|contient)\\w*\\s?:\\s((?:${token})(?: (?:${token}))?(?:(?:,\\s(?:and\\s|et\\s)?|\\s(?:and|et)\\s)(?:${token})(?: (?:${token}))?)+)(?=\\s*(?:[.,;(!]|$))`,
  'giu',
);
const uses =
  /\b(?:inclu\w+|contain\w*|mention\w*|us(?:e|es|ed|ing)|featur\w*|ha(?:s|ve|ving)|with|add\w*|insert\w*|work\w*|weav\w+|drop|slip\w*|sprinkl\w+|appear\w*|occur\w*|sa(?:y|ys|ying)|writ\w+|refer\w*|talk\w*|nam(?:e|ing)|bring|room|somewhere|present|belongs?|turn up|show up|come up|repeat\w*|employ\w*|fit|put|contien\w*|conten\w*|utilis\w+|emploi\w*|plac\w+|gliss\w+|ajout\w+|avec|figur\w+|appar\w+|comport\w+|parl\w+|evoqu\w+|cit\w+|nomm\w+|dis|quelque part|repet\w+|integr\w+|caser?|met\w*|doi\w+|both|all of|tous|lire|lit|read|see|find|question|trouv\w+|serv\w+|impos\w+|mandatory)\b/;
/** That what follows is called a word. */
const calledBefore = new RegExp(
  `\\b(?:${noun}|phrases?|expressions?|formules?|sentences?)\\b\\W{0,3}(?:[\\w']+\\W{1,3}){0,3}$`,
);
const calledFirst = new RegExp(`^\\W*(?:the |le |les |la )?(?:${noun})\\b`);
const otherUse =
  /\b(?:keys?|fields?|cles?|champs?|columns?|colonnes?|one of|either|parmi|labels?|missing|unknown|called|titled|entitled|named|intitule\w*|nomme\w*)\b/;

const condition =
  /^\W*(?:if|when|si|quand|lorsque)\b|\b(?:if|when|whenever|unless|si|s'ils?|quand|lorsque|lorsqu'\w+)\b[^,;:]*$/;

const conditionBehind = /^\W{0,2}(?:if|when|whenever|unless|si|s'il|quand|lorsque)\b/;

/** Words named without quotation marks, and whether they are called words. */
const bareNames = perSentence(({ bare }) => [
  [[...bare.matchAll(bareNamed)], true] as const,
  ...[speaking, lone, listing].map((pattern) => [[...bare.matchAll(pattern)], false] as const),
]);

/** Quoted texts that stand in one row, and words that are called words. */
function namedIn(sentence: Sentence, around: Surroundings): Named[] {
  const found: Named[] = [];
  for (const one of sentence.quoted) {
    if (one.text === '' || one.text.length > 200 || around.claimed.has(one.start)) continue;
    const last = found.at(-1);
    const gap = last ? sentence.low.slice(last.end, one.start) : '';
    if (
      last &&
      /^(?:\s|,|\/|\+|&|\b(?:and|or|et|ou|ni|nor|the|le|la|both|plus|as well as|ainsi que|words?|mots?|avec)\b)*$/.test(
        gap,
      )
    ) {
      last.texts.push(one.text);
      last.end = one.end;
    } else found.push({ texts: [one.text], start: one.start, end: one.end, literal: true });
  }
  const taken = (start: number, end: number) => found.some((one) => start < one.end && end > one.start);
  const counted = quantities(sentence.bare).filter((one) => one.unit === 'word');
  for (const [matches, literal] of bareNames(sentence)) {
    for (const match of matches) {
      const start = match.index + match[0].length - (match[1] ?? '').length;
      const end = match.index + match[0].length;
      if (match[1]?.includes('_') || taken(start, end)) continue;
      // "120 words max" names none.
      if (literal && !/[:=]/.test(match[0]) && counted.some((one) => match.index < one.end && match.index >= one.start))
        continue;
      // "Mots simples", "a general term": which sort of words, not which ones.
      if (literal && !/[:=]/.test(match[0]) && sortOf(sentence.bare, match.index, match[1] ?? '')) continue;
      const texts = itemsOf(sentence.text.slice(start, end).replace(/\b(?:the word|le mot)\s/gi, ''));
      if (texts.length > 0 && texts.length <= 12) found.push({ texts, start, end, literal });
    }
  }
  return found;
}

const sorts =
  /^(?:simples?|plain|clear|short|long|easy|everyday|common|technical|general|generic|generale?s?|generaux|generiques?|neutral|neutres?|precise?s?|exacte?s?|vagues?|concrete?s?|abstraite?s?|courte?s?|longs|clairs?|courants?|techniques?|familiers?|savante?s?|usuels?|quotidiens?|faciles?|rares?|positives?|positifs?|negatives?|negatifs?|proche|autres?|other|such|tels?)$/;

/** Whether what stands behind "word" tells its sort. */
function sortOf(bare: string, at: number, names: string): boolean {
  if (sorts.test(names.split(/[\s,]/)[0] ?? '')) return true;
  return /\b(?:an?|any|another|some|une?|quelques|des) $/.test(bare.slice(Math.max(0, at - 9), at));
}

/** How often, in the clause of a place or just behind it. */
function timesAt(sentence: Sentence, start: number, end: number): Quantity | undefined {
  const chunk = chunkAt(sentence, start, end);
  const near = sentence.bare.slice(chunk.start, Math.min(sentence.bare.length, chunk.end + 60));
  const counted = quantities(near).find((one) => one.unit === 'time');
  if (counted) return counted;
  // "At least 4 'sel'", "'sel': 4 or more".
  const lead = sentence.bare.slice(chunk.start, start);
  const before = amountIn(lead);
  if (before && /^\s?(?:de |d'|times )?$/.test(lead.slice(before.end))) return { ...before, unit: 'time', noun: '' };
  const behind = /^\s?[:=]\s?/.exec(sentence.bare.slice(end));
  const after = behind ? amountIn(sentence.bare.slice(end + behind[0].length, end + 40)) : undefined;
  return after && after.start === 0 ? { ...after, unit: 'time', noun: '' } : undefined;
}

const things =
  'notes?|panel|section|page|mail|e-?mail|message|report|letter|post|announcement|tab|button|screen|column|box|newsletter|rubrique|panneau|encart|lettre|onglet|bouton|ecran|colonne|courriel|rapport';
const thingAfter = new RegExp(`^\\W{0,2}(?:${things})\\b`);
const thingBefore = new RegExp(`\\b(?:the|our|this|la|le|notre|cette|ce) (?:${things})\\W{1,3}$`);

/** 'Write the "What's new" note', « rédige la rubrique « Quoi de neuf » »: the name of what is written, no words for it. */
function namesAThing(low: string, { start, end }: { start: number; end: number }): boolean {
  const ahead = low.slice(0, start);
  return (/\b(?:the|a|an|our|this)\W{1,2}$/.test(ahead) && thingAfter.test(low.slice(end))) || thingBefore.test(ahead);
}

/** Words to use or to avoid, and how often. */
export const wording: Rule = (sentence, around) => {
  const found: Found[] = [];
  if (sentence.quoted.length === 0 && !/[a-z]/.test(sentence.low)) return found;
  const { low } = sentence;
  for (const one of namedIn(sentence, around)) {
    const chunk = chunkAt(sentence, one.start, one.end);
    const lead = sentence.bare.slice(chunk.start, one.start);
    const called = calledBefore.test(lead) || calledFirst.test(lead);
    if (otherUse.test(low) && !called && one.literal) continue;
    if (one.literal && !called && namesAThing(low, one)) continue;
    // "When the report mentions a browser, …" tells when, not what to mention.
    if (!(called && one.literal) && condition.test(sentence.bare.slice(0, one.start))) continue;
    if (!one.literal && /\bwhere\b[^,;:]*$/.test(sentence.bare.slice(0, one.start))) continue;
    const long = one.texts.some((text) => text.split(/\s+/).length > 7);
    if (
      long &&
      (!called || /:\s*$/.test(low.slice(0, one.start))) &&
      !/\b(?:sentence|phrase|line|ligne)\b/.test(chunk.text)
    )
      continue;
    const outside = low.slice(0, chunk.start) + ' '.repeat(chunk.end - chunk.start) + low.slice(chunk.end);
    const scope = scopeOf(
      low.replace(/\b(?:the |le |les )?(?:words?|mots?|phrases?)\b/g, (word) => ' '.repeat(word.length)),
      around.keys,
      Math.min(one.start, chunk.start + 1),
    );
    const place = { start: Math.min(one.start, chunk.start), end: one.end };
    const times = timesAt(sentence, one.start, one.end);
    const no = avoided(sentence, one.start, one.end);
    // 'State "yes" when …, "no" when …' is decided case by case.
    if (!no && conditionBehind.test(sentence.bare.slice(one.end))) continue;
    if (
      !one.literal &&
      !times &&
      /\b(?:sa(?:y|ys|ying)|nam(?:e[sd]?|ing)|nomm\w+|cit\w+)\W+(?:\w+\W+){0,1}$/.test(low.slice(0, one.start))
    )
      continue;
    if (no && !(times && times.op !== '=')) {
      found.push({
        request: { kind: 'exclude', texts: one.texts, scope, ...(one.literal ? {} : { loose: true }) },
        polarity: -1,
        ...place,
      });
      continue;
    }
    if (
      !called &&
      !uses.test(chunk.text) &&
      !times &&
      !uses.test(outside.slice(Math.max(0, chunk.start - 40), chunk.start))
    )
      continue;
    const request: Extract<Request, { kind: 'include' }> = { kind: 'include', texts: one.texts, scope };
    if (!one.literal && !times) request.loose = true;
    if (times) {
      request.times = no && times.op === '>=' ? times.value - 1 : times.value;
      request.op = no ? '<=' : times.bare ? '=' : times.op;
      if (times.upTo !== undefined) request.upTo = times.upTo;
    }
    found.push({ request, polarity: 1, ...place });
  }
  return found;
};

const lettered = new RegExp(
  `\\b(?:letters?|lettres?)\\s(?:["'\`]\\s?|called )?([a-z])(?![a-z])|(?:${number})\\s(?:["']([a-z])["']|([b-z])'s)(?:'s)?(?![\\w'°])|\\b(?:at least|at most|exactly|than|au moins|au plus|exactement|moins de|plus de)\\s(?:${number})\\s([bcdfjknp-rt-z])(?![\\w'°])`,
);

/** How often a letter comes, or that it never does. */
export const letters: Rule = (sentence) => {
  const match = lettered.exec(sentence.low);
  if (!match) return [];
  const start = match.index;
  const end = start + match[0].length;
  const chunk = chunkAt(sentence, start, end);
  const counted = timesAt(sentence, start, end) ?? amountIn(sentence.low.slice(chunk.start, end));
  const no = avoided(sentence, start, end);
  if (!counted && !no) return [];
  const never =
    /\b(?:pas (?:meme )?une? (?:seule? )?fois|not (?:even )?once|not a single (?:time|one)|never once)\b/.test(
      chunk.text,
    );
  const { op, value } = never || !counted ? { op: '=' as const, value: 0 } : counted;
  const most = no && op === '>=';
  return [
    {
      request: {
        kind: 'letter',
        letter: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
        op: most ? '<=' : op === '~' ? '=' : op,
        value: most ? value - 1 : value,
      },
      polarity: 1,
      start: chunk.start,
      end,
    },
  ];
};
