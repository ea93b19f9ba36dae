import { chunkAt } from '../mention.ts';
import { type Quantity, quantities, unitOf } from '../quantity.ts';
import { placeOf, scopeOf } from '../scope.ts';
import type { Scope, Unit } from '../reading.ts';
import { hasNumber, number, valueOf } from '../numerals.ts';
import type { Found, Rule, Sentence, Surroundings } from '../sentence.ts';

/** From the largest part of a text to the smallest. */
const coarse: readonly (Unit | 'letter')[] = ['section', 'paragraph', 'item', 'line', 'sentence', 'word', 'character'];
/** "At least two words in capitals", "highlight three phrases", "use both words": not how long the answer is. */
const ofOther =
  /\b(?:caps|capital\w*|majuscules?|capitales?|upper[- ]?case|highlight\w*|bold\w*|gras|itali\w+|emphasi\w+|surlign\w+|evidence|valeur|relief|stress\w*|asterisks?|asterisques?|keywords?|mots?-cles?)\b/;

function isLength(sentence: Sentence, one: Quantity): boolean {
  if (!/^(?:word|sentence|section|item)$/.test(one.unit)) return true;
  const chunk = chunkAt(sentence, one.start, one.end);
  const before = sentence.bare.slice(chunk.start, one.start).replace(/^.*[:;]/s, '');
  const behind = sentence.bare.slice(one.end, chunk.end);
  // Bullets in capitals are counted as bullets.
  const near = `${before} ${one.unit === 'word' ? sentence.bare.slice(one.start, one.end) : ''} ${behind}`.replace(
    one.unit === 'item' ? /\b(?:caps|capital\w*|majuscules?|capitales?|upper[- ]?case)\b/g : /^$/,
    '',
  );
  return !ofOther.test(near) || (/\b(?:in|with|en|avec)\b/.test(before) && !/\b(?:in|en)\b/.test(behind));
}

/** "Each bullet starts with a verb and has at most 8 words": still each bullet. */
const eachBefore = /\b(?:each|every|chaque|chacune?|toutes? les|tous les)\b[^;.:(]{0,80}$/;

const brief =
  /\b(?:brief(?:ly)?|concise(?:ly)?|succinct(?:ly)?|short(?! of)(?:er)?|to the point|terse|keep it (?:short|brief)|in a nutshell|bref|breve|brievement|concise?|succincte?|courte?|en peu de mots|va droit au but|ramasse)\b/;
const detailed =
  /\b(?:detailed|in detail|thorough(?:ly)?|comprehensive|exhaustive|in depth|at length|elaborate|long answer|detaillee?|en detail|exhaustif|exhaustive|approfondie?|complete et detaillee)\b/;
const material =
  /\b(?:these|those|the following|of the (?:text|email|article)|has|have|had|contains?|takes?|ces|les|contient|comporte|compte)\s*$/;

/** "The list has four items" speaks of the answer. */
const answering =
  /\b(?:list|answer|reply|response|output|text|poem|story|essay|summary|it|liste|reponse|texte|poeme|resume|il|elle)\s(?:must |should |doit )?(?:ha(?:s|ve)|contains?|a|comporte|compte|contient)\s*$/;

const aboutOne = /^\s(?:about|on|for|as to|sur|pour|a propos|concernant|consacree?)\b/;

/** How much: "at most 50 words", "three bullets of 12 words each", "2-3 phrases". */
export const length: Rule = (sentence, around) => {
  const found: Found[] = [];
  const parts = partsOf(sentence.low);
  for (const one of quantities(sentence.bare)) {
    if (one.unit === 'time' || !isLength(sentence, one)) continue;
    // « Un mot d’excuse » is a note.
    if (
      /^un mot$/.test(sentence.bare.slice(one.start, one.end)) &&
      /^\s(?:d'|de\s|pour\s)/.test(sentence.bare.slice(one.end))
    )
      continue;
    // "The four seasons, one paragraph each": not one in all.
    if (
      one.value === 1 &&
      one.bare &&
      /^,?\s(?:each|apiece|per|chacune?|par|pour chaque|for each)\b/.test(sentence.low.slice(one.end)) &&
      coarse.indexOf(one.unit) <= coarse.indexOf('item')
    )
      continue;
    // "One bullet about tests" is one of several.
    if (one.value === 1 && one.bare && one.unit === 'item' && aboutOne.test(sentence.low.slice(one.end))) continue;
    const lead = sentence.low.slice(Math.max(0, one.start - 36), one.start);
    const clause = chunkAt(sentence, one.start, one.end);
    const counted = partCounted(clause.text, one.unit, around, found);
    if (one.bare && !counted && material.test(lead) && !answering.test(lead)) continue;
    if (
      one.unit === 'item' &&
      one.bare &&
      /^(?:names?|titles?|titres?|examples?|exemples?|points?|questions?|options?|reasons?|raisons?|steps?|etapes?)$/.test(
        one.noun,
      ) &&
      !sentence.parsed.directive &&
      sentence.parsed.frames.length > 1
    )
      continue;
    if (
      /\b(?:use|using|include|contain|mention|utilise|emploie)\b[^,.]{0,20}$/.test(sentence.low.slice(0, one.start)) &&
      one.unit === 'word' &&
      one.bare &&
      !/\b(?:in|of|with|en|de)\s$/.test(sentence.low.slice(0, one.start))
    )
      continue;
    if (/^(?:lines?|lignes?)$/.test(one.noun) && /^\s?(?:breaks?|vides?|blanches?)\b/.test(sentence.low.slice(one.end)))
      continue;
    const near = scopeOf(sentence.low, around.keys, one.start, one);
    const inner = near.which === 'all' ? undefined : placeOf(clause.text);
    const rank = coarse.indexOf(one.unit);
    // A part is never longer than what it is part of: "4 paragraphs, the third one …" counts all of them.
    let own: Scope =
      near.which === 'all' ||
      (near.which === 'each' &&
        coarse.indexOf(near.unit ?? 'letter') < rank &&
        eachBefore.test(sentence.low.slice(0, one.start))) ||
      (inner && inner.unit && inner.unit !== 'letter' && coarse.indexOf(inner.unit) < rank)
        ? near
        : near.within?.part
          ? { which: 'all', part: near.within.part }
          : { which: 'all' };
    const whole = quantities(sentence.bare).find(
      (other) =>
        other.end <= one.start &&
        /^\s?(?:of|with|de|a|avec|containing)?\s?$/.test(sentence.bare.slice(other.end, one.start)) &&
        other.unit !== 'time' &&
        coarse.indexOf(other.unit) < rank &&
        other.value > 1,
    );
    if (
      whole &&
      own.which === 'all' &&
      whole.unit !== 'time' &&
      one.value < 60 &&
      !/\b(?:in total|in all|overall|au total|en tout)\b/.test(sentence.low)
    )
      own = { which: 'each', unit: whole.unit };
    const named = own.which === 'all' && parts ? scopeOfEach(sentence.low, one, parts, own) : own;
    const scope = named.which === 'all' ? (counted ?? named) : named;
    const bounds = one.upTo === undefined ? {} : { upTo: one.upTo };
    const apart =
      one.unit === 'item' &&
      /^[^.;]{0,20}\b(?:one (?:per|to a|in each) paragraph|in separate paragraphs|(?:each|every one) in (?:its own|a separate) paragraph|une? par paragraphe)\b/.test(
        sentence.low.slice(one.end),
      );
    found.push({
      request: {
        kind: 'count',
        unit: apart ? 'paragraph' : one.unit,
        op: one.op,
        value: one.value,
        ...bounds,
        scope: scope.unit === one.unit && scope.which === 'each' ? { which: 'all' } : scope,
      },
      polarity: 1,
      start: one.start,
      end: one.end,
    });
  }
  closer(sentence.bare, found);
  shared(sentence.bare, found);
  onePerLine(sentence.bare, found);
  found.push(...thingsIn(sentence, found));
  if (found.length > 0) return found;
  const short = brief.exec(sentence.low);
  if (short && sentence.parsed.directive)
    return [{ request: { kind: 'brief' }, start: short.index, end: short.index + short[0].length }];
  const long = detailed.exec(sentence.low);
  if (long && sentence.parsed.directive)
    return [{ request: { kind: 'detailed' }, start: long.index, end: long.index + long[0].length }];
  return [];
};

/** Where a sentence speaks of the parts that an earlier one counted: "the first has one sentence". */
const speaksOfParts =
  /^\W*(?:(?:the|le|la|les?) )?(?:first|second|third|last|final|middle|premiere?|deuxieme|seconde?|troisieme|derniere?|each|chacune?)(?: one)?\s(?!(?:sentences?|paragraph|bullet|line|section|item|phrase|paragraphe|puce|ligne|mots?|words?|letters?)\b)/;

function partCounted(clause: string, unit: Unit, { earlier }: Surroundings, here: readonly Found[]): Scope | undefined {
  const own = clause.replace(/^.*:/s, '');
  if (!speaksOfParts.test(own)) return undefined;
  const counted = [...earlier, ...here].findLast(
    ({ request }) => request.kind === 'count' && coarse.indexOf(request.unit) < coarse.indexOf(unit),
  )?.request;
  return counted?.kind === 'count' ? placeOf(own, counted.unit) : undefined;
}

const things =
  "(?!(?:words?|mots?|times?|fois|hours?|minutes?|seconds?|days?|weeks?|months?|years?|heures?|secondes?|jours?|semaines?|mois|ans|annees?|euros?|dollars?|per|pour|percent|people|personnes|paragraphe?s?|sentences?|phrases?|lines?|lignes?|columns?|colonnes?|sections?|parts?|parties|versions?|letters?|lettres?|characters?|caracteres?|of|to|and|et|or|ou|in|a|at|different|differente?s?|rules?|keys?|cles?|fields?|champs?|text|texts?|poems?|haikus?|essays?|stor(?:y|ies))\\b)[a-z][a-z'-]*";
/** "List six European capitals", "a list of four films", « cite trois fleurs », "three invented people". */
const someThings = new RegExp(
  `\\b(?:(?:list|name|cite[rz]?|liste[rz]?|enumerate|enumere[rz]?|nomme[rz]?)(?: (?:me|us|exactly|at least|moi|nous))?|lists? of|listes?(?: \\w+)? de)\\s(${number})\\s${things}(?: ?(?:[a-z'-]+ ){0,4}(?:and|et) (${number})\\s${things})?`,
);
/** "Bullet list (5)", "bullets: 5", "sentences: 6". */
const announced =
  /\b(bullets?(?:[ -]points?)?(?: list)?|points|puces|items|sentences|phrases|paragraphe?s|lines|lignes|words|mots|tirets)\s?(?:\(|:\s?|= ?)(\d{1,3})\)?(?=\s*(?:[.,;)\n|/]|$))/g;

/** Counts that stand beside what is counted rather than before a unit. */
function thingsIn(sentence: Sentence, found: readonly Found[]): Found[] {
  const counts = (unit: Unit) => found.some(({ request }) => request.kind === 'count' && request.unit === unit);
  const count = (unit: Unit, value: number, match: RegExpMatchArray): Found => ({
    request: { kind: 'count', unit, op: unit === 'word' ? '~' : '=', value, scope: { which: 'all' } },
    polarity: 1,
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
  });
  const more: Found[] = [];
  if (hasNumber.test(sentence.bare)) {
    for (const match of sentence.bare.matchAll(announced)) {
      const unit = unitOf(match[1]?.replace(/ list$/, '') ?? '');
      if (!counts(unit)) more.push(count(unit, Number(match[2]), match));
    }
    const list = found.length + more.length === 0 ? someThings.exec(sentence.bare) : null;
    if (list) more.push(count('item', valueOf(list[1] ?? '') + (list[2] ? valueOf(list[2]) : 0), list));
  }
  const one =
    /\b(?:(?:write|give me|in|need|want|compose|draft) (?:just )?a (?:short |single |brief |little )?paragraph|(?:un seul paragraphe|d'un paragraphe|en un paragraphe))\b(?! (?:each|for each))/.exec(
      sentence.bare,
    );
  if (one && !counts('paragraph')) more.push(count('paragraph', 1, one));
  return more;
}

/** "The first has two sentences, the second three": the same unit. */
function shared(bare: string, found: Found[]): void {
  const last = found.at(-1);
  if (last?.request.kind !== 'count' || last.request.scope.which === 'all' || !last.request.scope.unit) return;
  const { request } = last;
  for (const match of bare.slice(last.end).matchAll(alsoCounted)) {
    const scope = placeOf(`the ${match[1]} one`, request.scope.unit as Unit);
    if (!scope) continue;
    const end = last.end + match.index + match[0].length;
    found.push({ request: { ...request, value: valueOf(match[2] ?? ''), scope }, start: end - match[0].length, end });
  }
}

const alsoCounted = new RegExp(
  `(?:,|\\b(?:and|et))\\s(?:the |le |la )?(second|third|last|final|deuxieme|seconde?|troisieme|derniere?)(?: one)?,?\\s(${number})(?=\\s*(?:[.,;)]|$|(?:and|et)\\b))`,
  'g',
);

/** "Three sentences, one per line". */
function onePerLine(bare: string, found: Found[]): void {
  const match =
    /\b(?:one|une?|1)(?: (?:sentence|phrase|item|each))? (?:per|to a|by|par) (?:line|ligne)\b|\b(?:each|every one|chacune?)(?: \w+)? (?:on|sur) (?:its own|a separate|a new|sa propre|sa|une) (?:line|ligne)\b/.exec(
      bare,
    );
  const counted = found.find(
    ({ request }) => request.kind === 'count' && /^(?:sentence|item)$/.test(request.unit) && request.value > 1,
  )?.request;
  if (!match || counted?.kind !== 'count') return;
  found.push({ request: { ...counted, unit: 'line' }, start: match.index, end: match.index + match[0].length });
}

const aim = new RegExp(
  `\\b(?:aim (?:for|at)|target|shoot for|stay (?:near|around|close to)|better|ideally|vis(?:e[rz]?|ons)|plutot|idealement|tends vers)\\s(?:about |around |roughly |environ )?(${number})(?![\\w%])(?! ?[a-z])`,
);

/** "75 words at most, aim for 60": less is wanted than is allowed. */
function closer(bare: string, found: Found[]): void {
  const match = aim.exec(bare);
  const last = match && found.findLast(({ request, end }) => request.kind === 'count' && end <= match.index);
  const value = valueOf(match?.[1] ?? '');
  if (last?.request.kind !== 'count' || last.request.op !== '<=' || !(value < last.request.value)) return;
  last.request = { ...last.request, value };
}

type Part = 'item' | 'line' | 'paragraph' | 'sentence' | 'section';

/** What "each" stands for in "three bullets of at most ten words each": the part that is counted in the sentence. */
function partsOf(low: string): Part | undefined {
  if (!/\b(?:each|apiece|chacune?)\b/.test(low)) return undefined;
  const counted = quantities(low).find((one) => /^(?:item|line|paragraph|sentence|section)$/.test(one.unit));
  return counted?.unit as Part | undefined;
}

function scopeOfEach(low: string, one: { unit: string; start: number; end: number }, parts: Part, own: Scope): Scope {
  if (one.unit === parts || !/^(?:word|character|sentence)$/.test(one.unit)) return own;
  const around = low.slice(Math.max(0, one.start - 24), one.end + 14);
  return /\b(?:each|apiece|chacune?)\b/.test(around) ? { which: 'each', unit: parts } : own;
}
