import { avoided, chunkAt } from '../mention.ts';
import { everywhere, placeOf } from '../scope.ts';
import { quantities, unitOf } from '../quantity.ts';
import type { Scope, Unit } from '../reading.ts';
import type { Found, Rule, Sentence, Surroundings } from '../sentence.ts';

const part = '(?:words?|sentences?|lines?|phrases?|mots?|lignes?|formules?)';
const cues = {
  start: new RegExp(
    `\\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|open(?:s|ed|ing|er)?|kick(?:s|ed|ing)? off|lead(?:s|ing)? with|launch into|(?:very )?(?:first|initial) ${part}|opening word|mot d'ouverture|first thing|(?:come|go)(?:es)? first|commenc\\w+|debut\\w*|ouvr\\w+|(?:tout )?premiere?s? ${part}|pour debut|en tete|demarr\\w+|attaqu\\w+)\\b`,
    'g',
  ),
  end: new RegExp(
    `\\b(?:end(?:s|ed|ing)?|finish(?:es|ed|ing)?|clos(?:e|es|ed|ing|er)|conclud(?:e|es|ed|ing)|wrap(?:s|ping)? up|sign(?:s|ed|ing)?[ -]?off|(?:very )?(?:last|final|closing|concluding) ${part}|last thing|termin\\w+|fini\\w*|conclu\\w*|clotur\\w+|clore|s'acheve\\w*|acheve\\w*|achev\\w+|(?:tout )?derniere?s? ${part}|mot de la fin|pour finir|at the (?:very )?end|(?:tout )?a la (?:toute )?fin|sign|en (?:guise de )?conclusion|phrase de (?:fin|cloture)|(?:nothing|rien|not a word|no other words?)\\b[^.;]{0,40}\\b(?:after|follow\\w*|apres|suivre|suit)|${part} finale?s?)\\b`,
    'g',
  ),
} as const;
/** "Nothing may follow the last sentence" forbids what comes after it. */
const nothingAfter =
  /\b(?:nothing|no (?:other|further|more)|rien|aucun)\b.{0,40}\b(?:follow\w*|after|suiv\w+|apres|ajout\w*|added?|beyond)\b/;

const otherCue = new RegExp(
  `${cues.start.source}|${cues.end.source}|\\b(?:include|mention|contain|avoid|use|evite|utilise|mentionne)\\b`,
);
/** "Start and end with the word x": one text for both. */
const bothEdges = new RegExp(`(?:${cues.start.source})\\s(?:and|et)\\s(?:to |de )?(?:${cues.end.source})`);
const throughPart = new RegExp(`^[^,]*${part}`);
const partAtEnd = new RegExp(`${part}$`);
const endCue = new RegExp(`^(?:${cues.end.source})`);
/** Between the cue and words given without quotation marks. */
const given = new RegExp(
  `^[^;\\n]{0,70}?(?::\\s*|\\b(?:with|by|on|par|sur|avec|reads?|say(?:s|ing)?|is|are|be|must be|has to be|est|sera|soit|sont|etre)\\s+(?:(?:the |this |these |le |la |les |cette |ces )?(?:exact |single |very )?((?:words?|phrase|sentence|line|mots?|formule|ligne))\\s*:?\\s+)?)(?=\\S)`,
);

/** "The first line gives the decision: …" tells what stands there, not how it reads. */
const tells =
  /\b(?:gives?|giving|sa(?:ys|ying)|states?|stating|names?|naming|contains?|holds?|tells?|announces?|answers?|identifies|donne|donnant|dit|disant|indique|indiquant|contient|annonce|enonce|nomme|resume|precise|rappelle)\s(?:(?:the|a|an|our|your|my|its|le|la|les|un|une|notre|votre|son|sa)\s|l')[a-z]+[^:]*:\s*$/;

/** A given text at the start or at the end of the answer, or of parts of it. */
export const edges: Rule = (sentence, around) => {
  const found: Found[] = [];
  for (const kind of ['start', 'end'] as const) {
    for (const cue of sentence.bare.matchAll(cues[kind])) {
      const start = cue.index;
      const behind = start + cue[0].length;
      const text =
        named(sentence, behind) ?? givenAfter(sentence, start, behind, around) ?? givenBefore(sentence, start, around);
      if (!text || !/[\p{L}\p{N}!?…]/u.test(text.text)) continue;
      // "Breaking: yes" or "Breaking: no": which of them has still to be decided.
      if (text.quote !== undefined && hasOther(sentence, text) && !avoided(sentence, start, behind)) continue;
      // Headings that are numbered and postscripts have rules of their own.
      if (/^\p{L}+ (?:x|n|\d|i|#)\b/iu.test(text.text) || /^p\W{0,3}(?:p\W{0,3})?s(?!\p{L})/iu.test(text.text))
        continue;
      if (text.quote !== undefined) around.claimed.add(text.quote);
      const place = { start: Math.min(start, text.start), end: Math.max(behind, text.end) };
      if (avoided(sentence, start, behind) && !nothingAfter.test(sentence.bare)) {
        const scope: Scope =
          kind === 'start' ? { which: 'first', unit: 'sentence' } : { which: 'last', unit: 'sentence' };
        const more = sentence.quoted.filter(
          (one) =>
            one.start >= text.end &&
            /^(?:_|\W|\b(?:or|nor|and|ou|ni|et)\b)*$/.test(sentence.bare.slice(text.end, one.start)),
        );
        more.forEach((one) => around.claimed.add(one.start));
        found.push({
          request: { kind: 'exclude', texts: [text.text, ...more.map((one) => one.text)], scope },
          polarity: -1,
          ...place,
        });
      } else {
        found.push({
          request: { kind, text: text.text, scope: scopeAt(sentence, kind, start, around) },
          polarity: 1,
          ...place,
        });
      }
      break;
    }
  }
  return found;
};

/** Whether another text is given to choose from. */
function hasOther(sentence: Sentence, { start, end }: Given): boolean {
  const choice = /^\W*(?:or|ou)(?: (?:else|bien))?\W*$/;
  return sentence.quoted.some(
    (one) =>
      (one.start >= end && choice.test(sentence.bare.slice(end, one.start))) ||
      (one.end <= start && choice.test(sentence.bare.slice(one.end, start))),
  );
}

interface Given {
  text: string;
  start: number;
  end: number;
  quote?: number;
}

/** "End with a question", "with an exclamation mark": what stands there is named, not given. */
function named(sentence: Sentence, from: number): Given | undefined {
  const match =
    /^\s?(?:your (?:reply|answer|response|message)|(?:the|each|every) \w+|it|ta reponse|ton message|le tout)?\s?(?:with|by|on|in|par|avec|sur|en)\s(?:asking |posing |posant )?(?:me |us |the reader |them )?(?:(?:an?|the|one|single|une?|l'|follow-up|open|short|courte) )*(question(?: mark)?|exclamation (?:mark|point)|points? d'(?:exclamation|interrogation)|ellipsis|points de suspension)\b/.exec(
      sentence.bare.slice(from),
    );
  if (!match)
    return /\b(?:ask|pose\w*|posez)\b[^.;:]{0,24}\bquestion\b[^.;:]{0,12}$/.test(
      sentence.bare
        .slice(0, from)
        .replace(/(?:at the (?:very )?end|(?:tout )?a la (?:toute )?fin|pour finir|to finish|to close)$/, ''),
    )
      ? { text: questions[sentence.language], start: 0, end: from }
      : undefined;
  const what = match[1] ?? '';
  const text = /excl/.test(what)
    ? '!'
    : /mark|interro/.test(what)
      ? '?'
      : /^q/.test(what)
        ? questions[sentence.language]
        : '…';
  return { text, start: from, end: from + match[0].length };
}

const questions = { en: 'What do you think?', fr: 'Qu’en pensez-vous ?' } as const;

function givenAfter(sentence: Sentence, start: number, from: number, around: Surroundings): Given | undefined {
  const quoted = sentence.quoted.find((one) => one.start >= from && one.start - from < 90);
  const between = quoted ? sentence.bare.slice(from, quoted.start) : '';
  if (
    quoted &&
    (bothEdges.test(sentence.bare) || !around.claimed.has(quoted.start)) &&
    !/[;\n]/.test(between) &&
    !otherCue.test(between.replace(throughPart, ''))
  )
    return { text: quoted.text, start: quoted.start, end: quoted.end, quote: quoted.start };
  if (quoted && quoted.start - from < 30) return undefined;
  const lead = given.exec(sentence.bare.slice(from));
  if (!lead) return undefined;
  const begun = from + lead[0].length;
  const at = begun + (/^[\s:]+/.exec(sentence.text.slice(begun))?.[0].length ?? 0);
  const rest = /^[^;\n]{1,120}/.exec(sentence.text.slice(at))?.[0] ?? '';
  const noun = lead[1] ?? '';
  if (noun === '' && tells.test(lead[0])) return undefined;
  const cued = partAtEnd.test(sentence.bare.slice(start, from));
  if (noun === '' && !lead[0].trimEnd().endsWith(':') && !/^[\p{Lu}\p{N}]/u.test(rest) && !cued) return undefined;
  if (
    /^(?:an? |the |une? |le |la |les |your |my |that |what )/.test(rest) &&
    noun === '' &&
    !lead[0].trimEnd().endsWith(':')
  )
    return undefined;
  const single = /^(?:word|mot)$/.test(noun) || /\b(?:word|mot)\b/.test(sentence.bare.slice(start, from));
  const text = (
    single
      ? (/^[^\s,;:()]+/.exec(rest)?.[0] ?? '')
      : rest.replace(/\s(?:and|et) (?:keep|use|stay|avoid|add|make|utilise|ajoute|reste|garde)\b.*$/, '')
  ).trim();
  const ending = endCue.test(sentence.bare.slice(start, from));
  const lone = text.split(/\s+/).length <= (ending ? 1 : 2);
  return text === ''
    ? undefined
    : { text: lone ? text.replace(/[.!?]+$/, '') : text, start: at, end: at + text.length };
}

/** "With 'Dear all' as its opening", « "Bien à vous" pour finir », "make 'Yes' the word that opens it". */
function givenBefore(sentence: Sentence, start: number, around: Surroundings): Given | undefined {
  const quoted = sentence.quoted.findLast((one) => one.end <= start && start - one.end < 50);
  if (!quoted || around.claimed.has(quoted.start)) return undefined;
  return /^[^,;:]{0,45}$/.test(sentence.bare.slice(quoted.end, start)) &&
    !/\b(?:and|et|then|puis|include|mention|contain|avoid)\b/.test(sentence.bare.slice(quoted.end, start))
    ? { text: quoted.text, start: quoted.start, end: quoted.end, quote: quoted.start }
    : undefined;
}

/** The parts that were counted before a place, in the sentence itself or in an earlier one. */
function partsBefore(
  { bare }: Sentence,
  at: number,
  { earlier }: Surroundings,
): { unit: Unit; value: number } | undefined {
  const here = quantities(bare).findLast((one) => one.end <= at && partsOfText.test(one.unit));
  if (here && here.unit !== 'time') return { unit: here.unit, value: here.value };
  const before = earlier.findLast(({ request }) => request.kind === 'count' && partsOfText.test(request.unit))?.request;
  return before?.kind === 'count' ? before : undefined;
}

const partsOfText = /^(?:paragraph|item|section|line|sentence)$/;
const edgeWords = /\b(?:first|last|final|closing|opening|initial|premiere?s?|derniere?s?) (?:words?|mots?)\b/g;
/** "In the third paragraph, the first word …", "paragraph 4: begin with …": what stands before says where. */
const ahead = /(?:^|[,;.:(]|\s(?:and|et))\s*([^,;.:(]{3,60})[,:]\s*$/;

/** Which part begins or ends so; "the second one" is a part of what was counted before. */
function scopeAt(sentence: Sentence, kind: 'start' | 'end', at: number, around: Surroundings): Scope {
  const chunk = chunkAt(sentence, at);
  const before = sentence.bare.slice(0, chunk.start);
  const counted = partsBefore(sentence, at, around);
  const named = /\b(paragraph|paragraphe|section|bullet|puce|line|ligne|sentence|phrase)(?:e?s)?\b/.exec(before)?.[1];
  const implied = named ? unitOf(named) : counted?.unit;
  if (counted && /\b(?:middle|milieu)\b/.test(chunk.text))
    return { which: 'nth', unit: counted.unit, n: Math.ceil(counted.value / 2) };
  if (
    implied &&
    /\b(?:each|every|chacune?|chaque)\b/.test(chunk.text) &&
    !/\b(?:each|every|chaque) (?:sentence|phrase|line|ligne|word|mot)\b/.test(chunk.text)
  )
    return { which: 'each', unit: implied };
  const own = [chunk.text, ahead.exec(before)?.[1] ?? '']
    .map((text) => placeOf(text.replace(edgeWords, ' '), implied))
    .find((place) => place && place.unit !== 'word' && place.unit !== 'letter');
  if (!own) return everywhere;
  if (kind === 'start' && own.which === 'first') return everywhere;
  if (kind === 'end' && own.which === 'last' && own.unit !== 'item') return everywhere;
  // "The last sentence reads": an edge itself, however the sentence is counted.
  return own;
}
