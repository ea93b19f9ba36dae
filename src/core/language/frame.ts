import { type Act, actsOf } from './act.ts';
import { bounded } from './bounded.ts';
import type { Language } from './language.ts';
import type { Span } from './span.ts';
import { functionWords } from './function-words.ts';
import { type Sense, lexicon, lookUp } from './lexicon/lexicon.ts';
import { fold } from './normalise.ts';
import {
  addressees,
  auxiliaries,
  conditions,
  contrasts,
  joiners,
  negatingPhrases,
  negators,
  obligations,
  reportVerbs,
  reporters,
  reversedConditions,
  seemingNegations,
  withouts,
} from './polarity.ts';
import { isBroken, isLoose, jointsOf, type Joints } from './salad.ts';
import { words } from './segment.ts';
import { stem } from './stem.ts';

/** How a term stands in its sentence. */
export type Mode = 'main' | 'condition' | 'reported';

/** Something a sentence speaks of: a concept of the lexicon, or a stem that is in none (`~stem`). */
export interface Term {
  /** What the word may mean; usually one sense. */
  senses: readonly { concept: string; sign: 1 | -1 }[];
  weight: number;
  mode: Mode;
  /** Stem of the word, or the first word of the expression, that says it. */
  stem: string;
}

/** A clause of a sentence with its own polarity. */
export interface Frame {
  terms: Term[];
  mode: Mode;
  negated: boolean;
  directive: boolean;
  /** Tense, person and force. */
  acts: ReadonlySet<Act>;
  start: number;
  end: number;
}

/** A sentence taken apart. */
export interface Parsed extends Span {
  frames: readonly Frame[];
  /** Somebody is told what to do, or a rule is laid down. */
  directive: boolean;
  question: boolean;
  /** Nouns in a row that say nothing about one another. */
  heap: boolean;
  /** Words in no order that says anything. */
  salad: boolean;
  joints: Joints;
  /** A sign lays down what goes with what: "=", "->", ":". */
  sign: boolean;
}

interface Word extends Span {
  folded: string;
  stem: string;
  /** Punctuation between the word before and this one. */
  gap: string;
  quoted: boolean;
}

const mostWords = 120;

function wordsOf(text: string, language: Language): Word[] {
  const found: Word[] = [];
  let before = 0;
  const quotes = quotedSpans(text);
  for (const token of words(text)) {
    if (found.length >= mostWords) break;
    const folded = fold(token.text);
    const quoted = quotes.some((quote) => token.start >= quote.start && token.end <= quote.end);
    for (const [i, part] of partsOf(folded, language).entries()) {
      const gap = i === 0 ? text.slice(before, token.start) : ' ';
      found.push({ start: token.start, end: token.end, folded: part, stem: stem(part, language), gap, quoted });
    }
    before = token.end;
  }
  return found;
}

/** A word without the pronouns that French hangs on it; compounds that are in no lexicon fall into their parts. */
function partsOf(folded: string, language: Language): string[] {
  if (!folded.includes('-') || lookUp([stem(folded, language)], 0, language)) return [folded];
  const bare =
    language === 'fr'
      ? folded.replace(/(?:-(?:toi|moi|vous|nous|le|la|les|lui|leur|en|y|tu|il|elle|ils|elles|on|t|ci|là))+$/, '')
      : folded;
  if (!bare.includes('-') || lookUp([stem(bare, language)], 0, language)) return [bare];
  return bare.split('-').filter((part) => part !== '');
}

/** Longer quotations are words of somebody else; a quoted word or two is a value. */
function quotedSpans(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/["“«]([^"”»]{1,600})["”»]/g)) {
    if ((match[1] ?? '').trim().split(/\s+/).length > 3)
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const has = (list: ReadonlySet<string>, word: Word | undefined) => word !== undefined && list.has(word.folded);

function phraseAt(phrases: readonly (readonly string[])[], list: readonly Word[], at: number): number {
  for (const phrase of phrases) {
    if (phrase.every((part, i) => list[at + i]?.folded === part)) return phrase.length;
  }
  return 0;
}

const determiners: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'the a an this that these those each every all any your its their his her no it them us me one only to in on with by from at for how what which into as out up not two three four five'.split(
      ' ',
    ),
  ),
  fr: new Set(
    "le la les l' un une des du de d' ce cet cette ces chaque tout toute tous toutes ton ta tes votre vos son sa ses leur leurs en au aux a par pour dans sur que qu' ce pas jamais aucun aucune rien uniquement seulement toujours moi avec deux trois".split(
      ' ',
    ),
  ),
};
const notVerbs: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'the a an this that these those i you we he she it they my your our there here what who why how when if in on at for with from of and or but no not as by to all each every some any is are was were'.split(
      ' ',
    ),
  ),
  fr: new Set(
    "le la les l' un une des du de d' ce cet cette ces je j' tu il elle on nous vous ils elles mon ma mes ton ta tes son sa ses notre votre qui que quoi comment pourquoi quand si dans sur pour avec par et ou mais est sont".split(
      ' ',
    ),
  ),
};
const openers = new Set(
  "please always also then just only and or never kindly ensure s'il te plait vous merci de toujours ensuite puis et surtout aussi d' abord enfin don't do not ne n' se s' first next finally simply instead carefully so thus now never".split(
    ' ',
  ),
);

/** Whether the words from `at` on begin an order: a verb first, and something it governs. */
function ordersAt(list: readonly Word[], at: number, to: number, language: Language): boolean {
  let i = at;
  while (i < to - 1 && i < at + 4 && openers.has(list[i]?.folded ?? '')) i++;
  const word = list[i];
  if (!word || notVerbs[language].has(word.folded) || !/^\p{L}/u.test(word.folded)) return false;
  const next = list[i + 1];
  if (!next || i + 1 >= to || /[,;:|]/.test(next.gap)) return false;
  if (i > at && /^(?:don't|not|ne|n'|never)$/.test(list[i - 1]?.folded ?? '')) return true;
  const entry = lookUp([word.stem], 0, language);
  const verbal =
    verbLike(word.folded, language) ||
    (entry !== undefined && !/(?:tion|ment|ness|ity|ite|ance|ence|able|ible)s?$/.test(word.folded));
  return verbal
    ? determiners[language].has(next.folded) || verbLike(word.folded, language) || entry === undefined
    : determiners[language].has(next.folded) &&
        !/^(?:of|de|du|d'|des)$/.test(next.folded) &&
        i === at &&
        word.start === 0;
}

function verbLike(word: string, language: Language): boolean {
  if (language === 'fr') return /(?:ez|er|ir|ire|dre|tre)$/.test(word) && word.length > 3;
  return commonVerbs.has(word);
}

const commonVerbs = new Set(
  (
    'write answer reply say tell give use keep make put list name describe explain state mention include add leave omit ignore treat follow apply avoid ' +
    'promise offer quote cite copy repeat choose pick select take classify label sort judge read check verify ask decide return output produce respond ' +
    'summarise summarize translate compare compute calculate extract find show start begin end finish lead open close refuse decline accept thank apologise ' +
    'apologize greet inform recommend suggest refer stick limit restrict base rely draw guess invent assume infer mask hide redact remove strip replace ' +
    'reveal disclose share consider weigh assess evaluate look watch beware stay speak address call set count mark flag note report format structure ' +
    'let get do be go come turn see think reason rank order group convert create draft compose generate provide supply identify highlight ensure remember ' +
    'forget stop skip drop cut change edit rewrite reword rephrase shorten expand insert fill pretend act behave imagine assume trust work draw prefer reproduce'
  ).split(' '),
);

/** Takes a sentence apart into clauses with their polarity and what they speak of; places are within the sentence. */
export function parse(text: string, language: Language): Parsed {
  return text.length > longestKept ? parsed(text, language) : parsedShort(`${language}${text}`);
}

const longestKept = 600;
const parsedShort = bounded(2_000, (key) => parsed(key.slice(2), key.slice(0, 2) as Language));

function parsed(text: string, language: Language): Parsed {
  const list = wordsOf(text, language);
  const cuts = cutsOf(list, language);
  const frames: Frame[] = [];
  let carried: Mode = 'main';
  for (let i = 0; i < cuts.length; i++) {
    const from = cuts[i] ?? 0;
    const to = cuts[i + 1] ?? list.length;
    if (to <= from) continue;
    const frame = frameOf(list, from, to, language, carried);
    // What a reported verb governs goes on in the clause after it.
    const last = frames.at(-1);
    if (last && !last.negated && refuses(list.slice(from, to), frame, language))
      frames[frames.length - 1] = { ...last, negated: true, terms: last.terms.map(opposite) };
    carried = frame.mode === 'reported' && !/[;:.!?(]/.test(list[to]?.gap ?? '') ? 'reported' : 'main';
    frames.push(frame);
  }
  const directive = frames.some((frame) => frame.directive);
  const joints = jointsOf(list, language);
  return {
    start: 0,
    end: text.length,
    frames,
    directive,
    question: /\?["'”’»)]*\s*$/.test(text),
    salad: isBroken(joints) || isLoose(list, language),
    joints,
    heap: isRow(list) || (!directive && isHeap(list, language)),
    sign: list.some((word) => /[:=→>]/.test(word.gap)),
  };
}

/** A long row of single words, in which no verb governs anything. */
function isRow(list: readonly Word[]): boolean {
  const chunks = 1 + list.filter((word) => /[,;|/•·]/.test(word.gap)).length;
  return chunks >= 8 && list.length / chunks <= 2;
}

function isHeap(list: readonly Word[], language: Language): boolean {
  if (list.length === 0) return true;
  if (list.some((word) => /[:=→]|->/.test(word.gap))) return false;
  if (
    list.some(
      (word) =>
        auxiliaries[language].has(word.folded) ||
        negators[language].has(word.folded) ||
        withouts[language].has(word.folded),
    )
  )
    return false;
  const chunks = 1 + list.filter((word) => /[,;|/•·\n-]/.test(word.gap)).length;
  if (chunks >= 3) return list.length / chunks <= 3;
  return (
    chunks < 3 &&
    list.length <= 3 &&
    !list.some((word, i) => i < list.length - 1 && ordersAt(list, i, list.length, language))
  );
}

/** Where clauses begin. */
function cutsOf(list: readonly Word[], language: Language): number[] {
  const cuts = [0];
  let condition = has(conditions[language], list[0]);
  const cut = (at: number) => {
    if (at > (cuts.at(-1) ?? 0)) cuts.push(at);
    condition = has(conditions[language], list[at]);
  };
  for (let i = 1; i < list.length; i++) {
    const word = list[i];
    if (!word) continue;
    if (/[;:—–()!?.…\n]|\s-+\s/.test(word.gap)) cut(i);
    else if (word.gap.includes(',') && commaCuts(list, i, language, condition)) cut(i);
    else if (i > 1 && has(conditions[language], word) && !/^(?:where|once|should|des|s')$/.test(word.folded)) cut(i);
    else if (
      (has(joiners[language], word) && !/^(?:nothing|anything|none)$/.test(list[i - 1]?.folded ?? '')) ||
      phraseAt(contrasts[language], list, i) > 0 ||
      has(withouts[language], word)
    )
      cut(i);
    else if (language === 'en' && contactClause(list, i, cuts.at(-1) ?? 0)) cut(i);
    else if (/^(?:that|que|qu')$/.test(word.folded) && relative(list, i, cuts.at(-1) ?? 0, language)) cut(i);
    else if (
      /^(?:and|then|et|puis)$/.test(word.folded) &&
      (ordersAt(list, i + 1, list.length, language) || has(negators[language], list[i + 1]))
    )
      cut(i);
  }
  return cuts;
}

function commaCuts(list: readonly Word[], at: number, language: Language, condition: boolean): boolean {
  const word = list[at];
  if (!word || condition) return true;
  if (has(conditions[language], word) || has(joiners[language], word) || has(negators[language], word)) return true;
  if (/^(?:you|we|it|they|he|she|i|tu|vous|il|elle|on|nous|je|n'|ne|don't|do)$/.test(word.folded)) return true;
  return (
    ordersAt(list, at, list.length, language) &&
    (determiners[language].has(list[at + 1]?.folded ?? '') || verbLike(word.folded, language))
  );
}

function relative(list: readonly Word[], at: number, from: number, language: Language): boolean {
  const before = list[at - 1];
  if (!before || at - from < 2 || before.folded.length < 3) return false;
  if (
    /^(?:so|sure|faut|faudra|dis|dire|say|says|said|ensure|mean|means|veut|alors|parce|plus|moins|autre|rien|avant|apres|pour|other|now|is|est)$/.test(
      before.folded,
    )
  )
    return false;
  if (
    list.slice(from, at).some((word) => /^(?:ne|n')$/.test(word.folded)) &&
    !list.slice(from, at).some((word) => negators[language].has(word.folded))
  )
    return false;
  return true;
}

/** "steps the report does not mention": a clause hung on a noun without a word between. */
function contactClause(list: readonly Word[], at: number, from: number): boolean {
  const word = list[at]?.folded ?? '';
  if (
    at - from < 2 ||
    /[,;]/.test(list[at]?.gap ?? '') ||
    /^(?:that|if|when|of|in|by|to|with|for|the|say|says)$/.test(list[at - 1]?.folded ?? '')
  )
    return false;
  const verb =
    /^(?:does|did|do|is|are|was|were|has|have|had|never|doesn't|didn't|don't|isn't|aren't|hasn't|haven't|wasn't|cannot|can't)$/;
  if (/^(?:nobody|noone|anybody|anyone)$/.test(word) && /ed$/.test(list[at + 1]?.folded ?? '')) return true;
  if (/^(?:it|they|he|she|we|you|nobody|i)$/.test(word)) return verb.test(list[at + 1]?.folded ?? '');
  return (
    /^(?:the|a|an|their|his|her|our|your|this)$/.test(word) &&
    verb.test(list[at + 2]?.folded ?? '') &&
    /^(?:not|never)$|n't$/.test(list[at + 3]?.folded ?? list[at + 2]?.folded ?? '')
  );
}

function frameOf(list: readonly Word[], from: number, to: number, language: Language, carried: Mode): Frame {
  const first = list[from];
  const own = list.slice(from, to);
  const mode: Mode =
    isReport(own, language) || own.every((word) => word.quoted)
      ? 'reported'
      : has(conditions[language], first)
        ? 'condition'
        : carried;
  const { sign, masked } = polarityOf(list, from, to, language);
  const terms: Term[] = [];
  const used = new Set<number>(masked);
  const stems = own.map((word) => word.stem);
  let turned: 1 | -1 = 1;
  for (let i = 0; i < own.length; i++) {
    const word = own[i];
    if (!word || used.has(i)) continue;
    if (i === 0 && phraseAt(contrasts[language], own, 0) > 0) continue;
    const found = lookUp(stems, i, language) ?? (word.folded.length > 3 ? otherLanguage(word, language) : undefined);
    const sense = found?.senses;
    const bare =
      functionWords[language].has(word.folded) || grammatical.has(word.folded) || contracted.test(word.folded);
    if (bare && (!sense || found.length + found.skipped.length === 1)) continue;
    const at: Mode = word.quoted ? 'reported' : mode;
    if (!sense) {
      if (word.folded.length > 1 || /\d/.test(word.folded))
        terms.push(unknownTerm(word, (sign * turned) as 1 | -1, at));
      continue;
    }
    const turner = sense.every((one) => one.turns);
    const flips =
      sense.some((one) => one.turns) &&
      (turner ||
        ((i === 0 || openers.has(own[i - 1]?.folded ?? '')) && ordersAt(own, i, own.length, language)) ||
        being.has(own[i - 1]?.folded ?? ''));
    const chosen = flips ? sense.filter((one) => one.turns) : sense.filter((one) => !one.turns);
    pushTerm(terms, chosen.length > 0 ? chosen : sense, (sign * turned) as 1 | -1, at, word.stem);
    if (flips) {
      turned = -turned as 1 | -1;
      // "Refunds are ruled out": what was spoken of before is turned as well.
      if (i > 0 && (being.has(own[i - 1]?.folded ?? '') || being.has(own[i - 2]?.folded ?? ''))) turnBack(terms);
    }
    for (const skip of found.skipped) used.add(i + skip - i);
    i += Math.max(0, found.length - 1);
  }
  const directive = mode !== 'reported' && mode !== 'condition' && isDirective(own, language);
  const acts = actsOf(
    own.filter((word) => !word.quoted).map((word) => word.folded),
    language,
  );
  return {
    terms,
    mode,
    negated: sign * turned < 0,
    directive,
    acts,
    start: first?.start ?? 0,
    end: own.at(-1)?.end ?? 0,
  };
}

const contracted = /^(?:i|you|we|they|he|she|it|that|there|here|who|what|let)'(?:ll|ve|re|m|d|s)$/;
const spelledNumbers = new Map(
  'two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 deux:2 trois:3 quatre:4 cinq:5 sept:7 huit:8 neuf:9 dix:10'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const grammatical = new Set(
  "within upon toward towards among whether unfortunately therefore malheureusement sous d'ici that this these those such than too very quite rather both either still even already yet same etc e.g i.e via per ce ceci cela celui celle ceux celles lui soi meme tel telle encore deja tres trop assez ainsi chez ceux-ci where who whom whose which what when here there cet cette autre one ones other others must should shall can could may might will would do does did be been being is are was were has have had doit dois devez peut peux pouvez faut ne n' se s' y en on you we they he she it vous tu il elle ils elles nous je j' i me my your his her its our their ton ta tes qui que quoi dont ou plus d'un".split(
    ' ',
  ),
);

function otherLanguage(
  word: Word,
  language: Language,
): { senses: Sense[]; length: number; skipped: number[] } | undefined {
  const other = language === 'en' ? 'fr' : 'en';
  if (functionWords[other].has(word.folded)) return undefined;
  return lookUp([stem(word.folded, other)], 0, other);
}

const being = new Set('is are be been was were being get gets est sont etre ete soit a sera seront'.split(' '));

/** "Internal accounts: out", "Les demandes isolées, on les laisse de côté": a clause that only says no to the one before. */
function refuses(own: readonly Word[], frame: Frame, language: Language): boolean {
  const gap = own[0]?.gap ?? '';
  if (own.length > 6 || !/[:=→>,–—]/.test(gap)) return false;
  if (gap.includes(',')) {
    if (!own.some((word) => takenUp.has(word.folded))) return false;
  } else if (own.every((word) => refusals.has(word.folded))) return true;
  if (frame.terms.length > 1 || !frame.negated) return false;
  if (own.some((word) => negators[language].has(word.folded) || withouts[language].has(word.folded))) return false;
  if (frame.terms.length === 0) return true;
  const stems = own.map((word) => word.stem);
  return own.some((_, i) => lookUp(stems, i, language)?.senses.every((one) => one.turns));
}

const takenUp = new Set("les le la l' en them it those ca cela".split(' '));
const refusals = new Set(
  'out no none never not nothing zero forbidden banned prohibited off dehors non aucun aucune jamais pas rien interdit interdite interdits interdites proscrit proscrits hors exclu exclus exclue exclues'.split(
    ' ',
  ),
);

const opposite = (term: Term): Term => ({
  ...term,
  senses: term.senses.map(({ concept, sign }) => ({ concept, sign: -sign as 1 | -1 })),
});

/** Turns every term but the last. */
function turnBack(terms: Term[]): void {
  for (let i = 0; i < terms.length - 1; i++) {
    const term = terms[i];
    if (term)
      terms[i] = { ...term, senses: term.senses.map(({ concept, sign }) => ({ concept, sign: -sign as 1 | -1 })) };
  }
}

function pushTerm(terms: Term[], senses: readonly Sense[], sign: 1 | -1, mode: Mode, stem: string): void {
  const known = lexicon().concepts;
  let weight = 0;
  for (const sense of senses) weight = Math.max(weight, known.get(sense.concept)?.weight ?? 1);
  if (weight === 0) return;
  terms.push({
    senses: senses.map((sense) => ({ concept: sense.concept, sign: (sense.sign * sign) as 1 | -1 })),
    weight,
    mode,
    stem,
  });
}

function unknownTerm(word: Word, sign: 1 | -1, mode: Mode): Term {
  const figures = /^\d/.test(word.folded) ? word.folded : spelledNumbers.get(word.folded);
  const number = figures !== undefined;
  return {
    senses: [{ concept: `~${figures ?? word.stem}`, sign }],
    weight: number ? 0.4 : 1.1,
    mode,
    stem: word.stem,
  };
}

/** Counts what negates a clause; `masked` are the words this used up. */
function polarityOf(
  list: readonly Word[],
  from: number,
  to: number,
  language: Language,
): { sign: 1 | -1; masked: number[] } {
  const masked: number[] = [];
  let negations = 0;
  let particle = false;
  let only = false;
  const first = list[from];
  if (phraseAt(contrasts[language], list, from) > 0 || has(withouts[language], first)) negations++;
  if (has(reversedConditions, first)) negations++;
  for (let i = from; i < to; i++) {
    const word = list[i];
    if (!word) continue;
    const seeming = phraseAt(seemingNegations[language], list, i);
    if (seeming > 0) {
      only ||= /^(?:nothing|rien)$/.test(word.folded);
      i += seeming - 1;
      continue;
    }
    const phrase = phraseAt(negatingPhrases[language], list, i);
    if (phrase > 0) {
      for (let k = 0; k < phrase; k++) masked.push(i + k - from);
      negations++;
      i += phrase - 1;
      continue;
    }
    if (language === 'fr' && /^(?:ne|n')$/.test(word.folded)) particle = true;
    if (!negators[language].has(word.folded)) {
      if (
        language === 'fr' &&
        word.folded === 'plus' &&
        particle &&
        !/^(?:de|d'|que|qu')$/.test(list[i + 1]?.folded ?? '')
      )
        negations = Math.max(1, negations);
      continue;
    }
    if (word.folded === 'non' && list[i + 1] === undefined) continue;
    if (/^(?:personne|point|guere)$/.test(word.folded) && !particle) continue;
    // Negations of one French clause agree with each other; English ones too when one is "no" or "nor".
    negations =
      language === 'fr' || /^(?:no|nor|neither|any|nothing|none)$/.test(word.folded)
        ? Math.max(1, negations)
        : negations + 1;
    masked.push(i - from);
  }
  // "Use nothing other than…", "ne … autre que": the negation and the exception make an "only".
  const excepted = list
    .slice(from, to)
    .some(
      (word, k, own) =>
        /^(?:except|beyond|outside|hormis|sauf|besides|dehors|hors|exterieur|exterieure|ailleurs|elsewhere)$/.test(
          word.folded,
        ) ||
        (/^(?:other|autre|autres)$/.test(word.folded) && /^(?:than|que|qu')$/.test(own[k + 1]?.folded ?? '')),
    );
  if (negations > 0 && excepted && !only) negations = 1;
  return { sign: negations % 2 === 1 ? -1 : 1, masked };
}

function isReport(own: readonly Word[], language: Language): boolean {
  let who = false;
  if (ordersAt(own, 0, own.length, language)) return false;
  for (const word of own) {
    if (
      obligations[language].has(word.folded) &&
      word.folded !== 'to' &&
      word.folded !== 'be' &&
      word.folded !== 'will' &&
      word.folded !== 'need'
    )
      return false;
    if (reporters[language].has(word.folded) || addressees[language].has(word.folded)) who = true;
    else if (who && reportVerbs[language].has(word.folded)) return true;
  }
  return false;
}

function isDirective(own: readonly Word[], language: Language): boolean {
  if (own.some((word) => obligations[language].has(word.folded) && !/^(?:to|be|will|need|only)$/.test(word.folded)))
    return true;
  if (ordersAt(own, /^(?:and|but|so|et|mais|then|puis)$/.test(own[0]?.folded ?? '') ? 1 : 0, own.length, language))
    return true;
  const first = own[0]?.folded ?? '';
  return (
    /^(?:no|not|never|aucun|aucune|pas|jamais|don't|ne|n'|sans|without|interdiction|interdit)$/.test(first) &&
    own.length > 1
  );
}
