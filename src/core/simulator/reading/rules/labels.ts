import { keysGoingOn } from '../keys.ts';
import { avoided } from '../mention.ts';
import { quantities } from '../quantity.ts';
import { type Found, type Rule, type Sentence, type Surroundings, itemsOf, perSentence } from '../sentence.ts';

const several =
  '(?:these|those|the|following|only|ces|des|les|two|three|four|five|six|deux|trois|quatre|cinq|six|\\d|possible|allowed|exact|single|seule?s?)';
const sorts =
  '(?:labels|words|categories|options|answers|replies|phrases|sentences|values|tags|classes|terms|verdicts|ratings|letters|codes|libelles|mots|etiquettes|reponses|valeurs|termes|lettres|choix)';
/** What may stand between "one of" and the answers: "these two words", « ces quatre étiquettes suivantes », "the priority levels:". */
const ofThem = `(?:\\s${several})*(?:(?:\\s[\\w-]+){1,3}?(?=\\s*[:=(])|(?:\\s[\\w-]+)?\\s${sorts}(?:\\s(?:below|above|suivante?s?|possibles?))?)?`;
/** What announces a fixed set of answers, right before it. */
const lead = new RegExp(
  `\\b(?:one of${ofThem}|either|(?:on )?(?:a|une) (?:scale|echelle)(?: of| from| de)?|labels?(?: are)?|categor(?:y|ies)(?: are| is)?|class(?:es)?(?: are)?|(?:possible |allowed |valid |only |acceptable )*(?:answers?|options?|choices?|values?|verdicts?|replies|responses?)(?: are| is| allowed| possible)*|choos(?:e|ing)(?: between| from| among| one of)?|pick(?: one(?: of)?| from| between)?|select(?: one(?: of)?| from| between)?|decide(?: between)?|between|entre|sa(?:y|ys|ying)(?: only| just| either)?|state|print|(?:l')?une? (?:seule? )?(?:des|de(?= ces))${ofThem}|parmi${ofThem}|soit|etiquettes?(?: sont)?|categories? (?:sont|possibles?)|(?:reponses?|choix|options?|valeurs?)(?: sont| possibles?| autorisees?| permises?| admises?| attendues?)*|chois\\w+(?: entre| parmi)?|tranche\\w*(?: entre)?|dis(?: seulement| juste)?|(?:classif\\w+|label\\w*|rate|judge|tag|mark|sort|file|route|classe\\w*|range\\w*|etiquett\\w+|juge\\w*)(?:[ -][\\w']+){0,3} (?:as|into|under|to|en|comme|dans|par)|(?:label|mark|tag|call|rate)(?: (?:this|the|it|each))(?: \\w+)?|limit\\w*(?: [\\w-]+){0,2} (?:to|a)|(?:answer|reply|respond|response|repon\\w+|return|output|give|write|renvoie|donne|ecris|indique)(?: me)?(?: (?:only|just|simply|strictly|solely|exactly|with|by|in|uniquement|seulement|simplement|juste|strictement|exclusivement|par|avec|the (?:single )?word|a (?:single|one)[- ]word|le (?:seul )?mot))*)(?![\\w-])\\s*[:=(]?\\s*`,
  'g',
);
const strongLead =
  /\b(?:one of|either|scale|echelle|label|categor|class|option|choice|choos|pick|select|possible|allowed|acceptable|une? (?:seule? )?des?|parmi|soit|etiquett|choi|valeurs|values|verdict|answers|reponses|between|entre)|(?:only|just|exactly|uniquement|seulement|juste)\b.*:\s*$|:\s*$/;
/** That an answer is wanted and nothing around it. */
const answering =
  /\b(?:attends|juste|expect|want|veux|answers?|repl(?:y|ies)|respond|responses?|say|give|output|return|choose|pick|select|decide|classify|label|rate|tag|judge|what|which|quel\w*|limit\w*|verdict|either|one of|acceptable|allowed|options|only|just|parmi|repon\w+|dis|donne|choisis|un mot|limite\w*|admise?s?|tranche|seule?s?|uniquement|seulement)\b/;
const terse =
  /\b(?:one[- ]word|single[- ](?:word|letter|answer|label)|(?:just|only) (?:the|its|a|one) [\w-]+|(?:just|only) [\w-]+$|the [\w-]+ (?:only|alone)|\w+ only\b|that's all|limit|nothing (?:else|more|but|besides|except|further)|from (?:that|this|the) (?:list|set)|no (?:explanation|other|further|more words)|stop there|one of (?:these|those|them)|un (?:seul )?mot|une? (?:seule? )?(?:de ces|lettre)|de ces (?:deux|trois|quatre|mots)|(?:juste|rien que|simplement) (?:le|la|l'\w+)|seulement|uniquement|rien d'autre|rien de plus|arrete-toi la|sans (?:expliquer|explication|justifi\w+|autre|rien)|de cette liste|only|alone|seule?)\b/;
const pairs =
  /^(?:yes|no|maybe|unsure|true|false|unknown|possible|impossible|positive|negative|neutral|mixed|agree|disagree|pass|fail|y|n|o|oui|non|peut-etre|vrai|faux|incertain|positif|negatif|neutre|spam|ham|not sure|not spam|it depends|ca depend|cela depend|none|both)$/;
/** "JSON only, nothing before or after it" lists no answers to choose from. */
const aboutForm =
  /\b(?:nothing|json|before|after|else|rien|avant|apres|words?|mots?|sentences?|phrases?|paragraphs?|lines?|less|more|fewer|moins|plus|english|french|anglais|francais|greeting|introduction|only|seulement|uniquement|please|them|between|entre)\b/i;

/** A fixed set of answers, in this sentence or in the one before it. */
export const labels: Rule = (sentence, around) => {
  const { bare } = sentence;
  if (
    /\b(?:keys?|fields?|cles?|champs?|columns?|colonnes?)\b|[{[]\s*["\n]|\bjson\b\W*(?:(?:objects?|only|alone|uniquement)\W*)*(?:\b(?:with|avec|containing|contenant)\b|:)/.test(
      sentence.low,
    )
  )
    return [];
  if (keysGoingOn(sentence.text) && around.keys.length > 0) return [];
  const scale =
    /\b(?:scale|score|rat(?:e|ing)|note\w*|echelle|grade)\b[^.?!]{0,40}?\b(\d)\s?(?:to|-|a|and|et)\s?(\d{1,2})\b/.exec(
      bare,
    );
  if (
    scale &&
    /\b(?:only|just|digit|number|single|chiffre|nombre|seulement|uniquement|juste)\b/.test(
      around.text.slice(sentence.start, sentence.start + 400).toLowerCase(),
    )
  ) {
    const [low, high] = [Number(scale[1]), Number(scale[2])];
    const names = Array.from({ length: Math.min(11, Math.max(0, high - low + 1)) }, (_, at) => String(low + at));
    if (names.length > 1)
      return found(sentence, { names, start: scale.index, end: scale.index + scale[0].length }, scale.index, around);
  }
  const exact = exactly(sentence);
  if (exact) return found(sentence, exact, 0, around);
  const listed = rows(sentence, around);
  if (listed) return known(sentence, around) ? [] : [listed];
  for (const match of leadsIn(sentence)) {
    const from = match.index + match[0].length;
    if (
      /^(?:between|entre)/.test(match[0]) &&
      !(terse.test(`${bare} ${around.next?.bare ?? ''}`) && /\s(?:and|et|or|ou)\s/.test(bare.slice(from)))
    )
      continue;
    const list = listAt(sentence, from, strongLead.test(match[0]));
    if (list && !ofOneLine(list) && !avoided(sentence, match.index, from))
      return found(sentence, list, match.index, around);
  }
  const cases = casesOf(sentence);
  if (cases) return found(sentence, cases, cases.start, around);
  const beside = () => `${around.previous?.bare ?? ''} ${bare} ${around.next?.bare ?? ''}`;
  const inRow = /\("_|^[^\p{L}]*(?:(?:or|ou|and|et)\b[^\p{L}]*)*$/u.test(bare);
  const quoted = quotedRow(sentence, 0, inRow);
  if (
    quoted &&
    !ofOneLine(quoted) &&
    answering.test(inRow ? beside() : bare) &&
    !avoided(sentence, quoted.start, quoted.end)
  )
    return found(sentence, quoted, quoted.start, around);
  const [strict, loose] = [bareListStrictly(sentence), bareListOf(sentence)];
  if (!strict && !loose) return [];
  const tersely = terse.test(beside());
  const list = tersely ? strict : loose;
  if (!list || !(tersely || list.names.every((name) => pairs.test(folded(name))))) return [];
  return found(sentence, list, list.start, around);
};

/** "Breaking: yes" or "Breaking: no": a line of the answer with what it may say, not the whole answer. */
const ofOneLine = ({ names }: List) => {
  const heads = names.map((name) => /^([^:]+?)\s?:\s?\S/.exec(name)?.[1]?.toLowerCase());
  return heads[0] !== undefined && heads.every((head) => head === heads[0]);
};

const leadsIn = perSentence(({ bare }) => [...bare.matchAll(lead)]);

const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

interface List {
  names: string[];
  start: number;
  end: number;
}

function found(sentence: Sentence, list: List, start: number, around: Surroundings): Found[] {
  if (known(sentence, around)) return [];
  for (const one of sentence.quoted) if (one.start >= list.start && one.end <= list.end) around.claimed.add(one.start);
  return [
    {
      request: { kind: 'labels', labels: list.names },
      polarity: 1,
      start: Math.min(start, list.start),
      end: list.end,
    },
  ];
}

/** The first set of answers counts. */
function known(sentence: Sentence, { earlier }: Surroundings): boolean {
  return earlier.some((one) => one.request.kind === 'labels' && one.source === sentence.source);
}

/** Quoted answers that stand in one row, or one for a case and one otherwise. */
function quotedRow(sentence: Sentence, from = 0, announced = false): List | undefined {
  const quoted = sentence.quoted.filter(
    (one) => one.start >= from && one.text !== '' && one.text.split(/\s+/).length <= 6,
  );
  const first = quoted[0];
  if (!first || quoted.length < 2) return undefined;
  const otherwise =
    quoted.length === 2 &&
    /\b(?:otherwise|if not|else|sinon|autrement|dans le cas contraire)\b/.test(sentence.bare) &&
    /\b(?:if|when|si|quand)\b/.test(sentence.bare);
  const row = otherwise
    ? quoted
    : quoted.filter(
        (one, index) =>
          index === 0 ||
          /^(?:\W|\b(?:or|and|ou|et|either|soit|the|le|la|par|by|with)\b)*$/.test(
            sentence.low.slice(quoted[index - 1]?.end ?? 0, one.start),
          ),
      );
  const last = row.at(-1);
  if (row.length < 2 || !last) return undefined;
  const between = sentence.bare.slice(first.end, last.start);
  const only = /\b(?:only|one of|either|options?|answers|seule?s?|parmi|une? de)\b/.test(sentence.bare);
  return announced || otherwise || only || /\b(?:or|ou|soit)\b|[|/]/.test(between)
    ? { names: row.map((one) => one.text), start: first.start, end: last.end }
    : undefined;
}

const told =
  /^\W*(?:please )?(?:reply|respond|answer|say|write|output|return|print|type|send|reponds|repondez|dis|dites|ecris|ecrivez|affiche|renvoie)\b(?: (?:me|back))?(?: (?:with|by|par))?(?: (?:only|just|exactly|nothing but|simply|uniquement|seulement|exactement|simplement|juste))+(?: (?:with|par|the (?:single )?words?|le (?:seul )?mot|this|ceci))*\s?(:?)\s*(?=\S)/;

/** "Reply with exactly: OK": the one thing to be said; "write "yes" five times and nothing else": the same, repeated. */
function exactly(sentence: Sentence): List | undefined {
  const { text, bare, quoted, parsed } = sentence;
  if (parsed.frames.some((frame) => frame.mode === 'condition') || quoted.length > 1) return undefined;
  const lead = told.exec(bare);
  const [said] = quoted;
  const whole = { start: 0, end: text.length };
  if (lead && said?.start === lead[0].length && !/\p{L}/u.test(bare.slice(said.end)))
    return { names: [said.text], ...whole };
  const rest = text.slice(lead?.[0].length ?? 0).trim();
  if (lead?.[1] === ':' && !said && rest.split(/\s+/).length <= 5 && !/[,|/]|\b(?:or|ou)\b|[<{[]/.test(rest))
    return { names: [rest], ...whole };
  const times = said ? quantities(bare).find(({ unit }) => unit === 'time') : undefined;
  if (
    said &&
    times &&
    times.value <= 50 &&
    /^\W*(?:please )?(?:write|say|repeat|print|ecris|dis|repete|affiche)\b/.test(bare) &&
    /\b(?:nothing else|only|rien d'autre|uniquement|seulement)\b/.test(bare)
  )
    return {
      names: [
        Array.from({ length: times.value }, () => said.text).join(/\bcommas?\b|\bvirgules?\b/.test(bare) ? ', ' : ' '),
      ],
      ...whole,
    };
  return undefined;
}

/** "Return urgent if …, normal if …": an answer for each case. */
function casesOf(sentence: Sentence): List | undefined {
  if (
    !/^\W*(?:return|answer|say|reply|respond|write|output|renvoie|reponds|dis|ecris|indique|give)\b/.test(sentence.bare)
  )
    return undefined;
  const names = [
    ...sentence.text.matchAll(
      /(?<=^\W*\p{L}+ (?:with |par )?|,\s|;\s|\b(?:and|or|et|ou)\s)["“«]?\s?([\p{L}-]{2,20})\s?["”»]?\s(?:if|when|otherwise|si|quand|sinon|lorsque)\b/giu,
    ),
  ].map((one) => one[1] ?? '');
  return names.length >= 2 ? { names, start: 0, end: sentence.text.length } : undefined;
}

function listAt(sentence: Sentence, from: number, strong: boolean): List | undefined {
  const first = sentence.quoted.find((one) => one.start >= from);
  if (first && first.start - from < 30) {
    const row = quotedRow(sentence, from, strong);
    if (row) return row;
    if (first.start - from < 3) return undefined;
  }
  const rest = /^[^.;:\n()?]{1,200}/.exec(sentence.text.slice(from))?.[0] ?? '';
  return listed(rest.replace(ending, ''), from, strong);
}

/** What follows a list of answers and is none. */
const ending =
  /,?\s(?:only|please|and nothing (?:else|more)|nothing else|depending on|according to|based on|rien d'autre|selon|sans|without|with no|uniquement|seulement|s'il (?:te|vous) pla[iî]t|in (?:lower|upper|capital)|en (?:minus|majus)|to (?:say|tell|show|indicate|describe|mark|rate)|pour (?:dire|indiquer|decrire|qualifier)|how|what|comment)\b.*$|\s[–—-]\s.*$/i;

/** "Urgent or not urgent". */
const negated = (names: readonly string[]) =>
  names.length === 2 &&
  /^(?:not|non|pas) /i.test(names[1] ?? '') &&
  names[0]?.endsWith(names[1]?.replace(/^\S+ /, '') ?? '');

function listed(rest: string, from: number, strong: boolean, announced = strong): List | undefined {
  const row =
    /^[^,|/]{1,40}(?:,\s[^,|/]{1,40}){0,10},?\s(?:or|ou|and|et)\s[^,|/]{1,40}(?=,|$)/i.exec(rest)?.[0] ?? rest;
  const names = itemsOf(
    row.replace(/(?<=\b(?:or|ou)\s)(?:par|by|with|either|soit|is|just|de)\s/gi, '').replace(/^(?:par|by|with)\s/i, ''),
  );
  if (names.length > 2 && /^(?:which|what|who|where|is|are|quel\w*|qui|est-ce|lequel|laquelle)\b/i.test(names[0] ?? ''))
    names.shift();
  const joined = /\s(?:or|ou)\s|[|/]/i.test(row) || (strong && /,|\s(?:and|et)\s/.test(row));
  // "this mail urgent or normal": the words before the first answer are no part of it.
  const widest = Math.max(...names.slice(1).map((name) => name.split(/\s+/).length));
  const head = (names[0] ?? '').split(/\s+/);
  const asks = head.length <= 4 || /\b(?:whether|if|is|are|does|should|si|est|sont)\b/i.test(names[0] ?? '');
  if (names.length > 1 && head.length > widest && asks && (widest === 1 || negated(names)) && !announced)
    names[0] = head.slice(-1).join(' ');
  const short = names.every(
    (item) =>
      item.split(/\s+/).length <= (strong ? 3 : 2) &&
      item.length < 40 &&
      !/^(?:the|a|an|le|la|un|une|with|to|in|by|if|when|at|for|about|so|en|par|pour|si|dans|sur|que|what)\s/i.test(
        item,
      ),
  );
  if (names.length < 2 || names.length > 40 || !joined || !short || names.some((name) => aboutForm.test(name)))
    return undefined;
  return { names, start: from, end: from + row.length };
}

/** "True or false?", "cat / dog / bird", "(yes, no or maybe)": alternatives that stand by themselves. */
function bareList(sentence: Sentence, strict: boolean): List | undefined {
  for (const match of sentence.text.matchAll(
    /(?<=^|[({:,?.–—-]\s?)[^.;:\n(){}?–—]{3,120}?(?=$|[)}.;?!]|\s[–—-]\s|:)/gu,
  )) {
    const text = match[0].trim();
    const choice = /\s(?:or|ou)\s|[|/]/i.test(text);
    const before = sentence.text.slice(0, match.index).trimEnd().slice(-1);
    if (
      text.split(/\s+/).length > 16 ||
      (!choice && !((strict || before === '{') && /[:({–—-]/.test(before) && /,/.test(text)))
    )
      continue;
    // "One word only, true or false": what stands beside a comma may introduce the list or come after it.
    const pieces = text.split(/,\s?/);
    const tries = [
      text,
      ...pieces.filter((piece) => /\s(?:or|ou)\s|[|/]/i.test(piece)),
      ...pieces.slice(1).map((_, index) => pieces.slice(index + 1).join(', ')),
    ];
    for (const one of tries) {
      const list = listed(
        one
          .replace(ending, '')
          .replace(/^(?:only|just|either|soit|is it|est-ce)\s/i, '')
          .trim(),
        match.index,
        choice || strict,
        false,
      );
      if (list) return { ...list, end: match.index + match[0].length };
    }
  }
  return undefined;
}

const bareListOf = perSentence((sentence) => bareList(sentence, false));
const bareListStrictly = perSentence((sentence) => bareList(sentence, true));

/** "A) … B) … C) …" with the letter to give, and answers that stand in a list below. */
function rows(sentence: Sentence, around: Surroundings): Found | undefined {
  const own = { polarity: 1 as const, start: 0, end: sentence.text.length };
  const letter =
    /\b(?:letters?|lettre|number|numero|digit|chiffre)\b/.test(sentence.bare) && terse.test(`${sentence.bare} only`);
  if (
    letter &&
    /\b(?:answer|reply|respond|give|just|only|one|please|repon\w+|donne|indique|uniquement|seulement|choose|pick|write|ecris)\b/.test(
      sentence.bare,
    )
  ) {
    const marked = [
      ...around.text.slice(0, 4000).matchAll(/(?<![\p{L}\p{N}])\(?([A-Ea-e]|[1-6])(?:[).:]\s+(?=\S)|\s\((?=\p{L}))/gu),
    ].map((one) => one[1] ?? '');
    if (marked.length >= 2) return { request: { kind: 'labels', labels: [...new Set(marked)] }, ...own };
  }
  // "(a) yes (b) no" without a word on the letter: the answers themselves.
  const short = [
    ...sentence.text.matchAll(
      /(?<![\p{L}\p{N}])\(?[a-eA-E][).]\s+([^().;\n]{1,30}?)(?=\s*(?:[,;/]|or|ou)?\s*\(?[b-eB-E][).]\s|[.?!]?\s*$)/gu,
    ),
  ].map((one) => (one[1] ?? '').trim());
  if (
    short.length >= 2 &&
    !/\b(?:letters?|lettres?)\b/.test(around.next?.bare ?? '') &&
    (answering.test(sentence.bare) || around.previous?.parsed.question)
  )
    return { request: { kind: 'labels', labels: short }, ...own };
  const apart =
    /\b(?:one of|options?|answers?|reply|respond|choose|pick|parmi|chois\w+|repon\w+)\b[^:]{0,60}:\s*([^:]+)$/i.exec(
      around.line,
    )?.[1];
  const choices = (apart ?? '')
    .replace(/(?<=\p{L}{2})\.\s+(?:give|answer|reply|write|no|just|only|nothing|donne|sans|rien|r[ée]ponds)\b.*$/iu, '')
    .split(/\s[/|]\s/)
    .map((one) => one.trim().replace(/^["“«]\s?|\s?["”»]$/g, ''));
  if (choices.length >= 2 && choices.every((one) => one !== '' && one.split(/\s+/).length <= 6))
    return { request: { kind: 'labels', labels: choices }, ...own };
  const announced =
    /\b(?:pick|choose|select|one of|options?|choices|answers?|reply|respond|parmi|chois\w+|repon\w+|suivant\w*)\b[^.?!]{0,60}:?\s*$/.test(
      sentence.bare,
    );
  if (!announced || !/:\s*$/.test(sentence.text)) return undefined;
  const items: string[] = [];
  for (const line of around.text
    .slice(sentence.start + sentence.text.length, sentence.start + sentence.text.length + 1500)
    .split('\n')
    .slice(1)) {
    const row = /^\s*(?:[-*•]|\d{1,2}[.)]|\(?[a-hA-H][.)])\s+(\S.{0,60})$/.exec(line)?.[1];
    if (!row) break;
    items.push(row.replace(/^["“«\s]+|["”»\s.,;]+$/g, ''));
  }
  const rowed =
    items.length >= 2 &&
    items.every(
      (one) =>
        one.split(/\s+/).length <= 6 &&
        !/:|\b(?:must|should|never|ends?|starts?|begins?|doit|doivent|jamais|finit|commence)\b/.test(one) &&
        !aboutForm.test(one),
    );
  return rowed ? { request: { kind: 'labels', labels: items }, ...own } : undefined;
}
