import { avoided } from '../mention.ts';
import { type Found, type Rule, type Sentence, type Surroundings, itemsOf } from '../sentence.ts';

/** What announces a fixed set of answers. */
const lead =
  /\b(?:one of(?: these| the following| the)?(?: [\w-]+){0,3}|either|labels?(?: are)?|categor(?:y|ies)(?: are| is)?|class(?:es)?(?: are)?|(?:possible |allowed |valid |only )?(?:answers?|options?|choices?|values?|verdicts?)(?: are| is| allowed| possible)?|choos(?:e|ing)(?: between| from| among| one of)?|pick(?: one(?: of)?| from| between)?|select(?: one(?: of)?| from| between)?|decide(?: between)?|say(?: only| just| either)?|(?:l')?une? (?:seul |seule )?(?:des|de ces)(?: [\w-]+){0,3}|parmi(?: [\w-]+){0,3}|soit|etiquettes?(?: sont)?|categories? (?:sont|possibles?)|(?:reponses?|choix|options?|valeurs?)(?: sont| possibles?| autorisees?| permises?| admises?)*|chois\w+(?: entre| parmi)?|tranche\w*(?: entre)?|dis(?: seulement| juste)?|(?:classif\w+|label\w*|rate|judge|tag|mark|sort|file|route|classe\w*|range\w*|etiquett\w+|juge\w*)(?: [\w']+){0,3} (?:as|into|under|to|en|comme|dans|par)|(?:answer|reply|respond|response|repon\w+|return|output|give|write|renvoie|donne|ecris|indique)(?: me)?(?: (?:only|just|simply|strictly|solely|with|by|in|uniquement|seulement|simplement|juste|strictement|exclusivement|par|avec|the (?:single )?word|a (?:single|one)[- ]word|le (?:seul )?mot))*)(?![\w-])\s*[:=(]?\s*/g;
const strongLead =
  /\b(?:one of|either|label|categor|class|option|choice|choos|pick|select|possible|allowed|une? (?:seule? )?des?|parmi|soit|etiquett|choi|valeurs|values|verdict|answers|reponses)/;
const terse =
  /\b(?:one[- ]word|single[- ](?:word|letter)|just (?:the|its|a) (?:name|letter|word|answer|label)|only the name|name only|that's all|limit|single[- ]word|single (?:answer|label|letter)|just the (?:letter|word|answer)|only the (?:letter|word|answer)|letter only|nothing else|from (?:that|this|the) list|no (?:explanation|other)|un (?:seul )?mot|la lettre|rien d'autre|sans (?:expliquer|explication|justifi\w+)|de cette liste|only|seulement|uniquement|juste)\b/;
const pairs =
  /^(?:yes|no|maybe|unsure|true|false|unknown|possible|impossible|positive|negative|neutral|mixed|agree|disagree|pass|fail|oui|non|peut-etre|vrai|faux|incertain|positif|negatif|neutre|spam|ham|not sure|it depends|ca depend|cela depend|none|both)$/;
/** "JSON only, nothing before or after it" lists no answers to choose from. */
const aboutForm =
  /\b(?:nothing|json|before|after|else|rien|avant|apres|words?|mots?|sentences?|phrases?|paragraphs?|lines?|less|more|fewer|moins|plus|english|french|anglais|francais|greeting|introduction)\b/i;

/** A fixed set of answers, in this sentence or in the one before it. */
export const labels: Rule = (sentence, around) => {
  const { bare } = sentence;
  if (/\b(?:keys?|fields?|cles?|champs?|columns?|colonnes?)\b|[{[]\s*["\n]/.test(sentence.low)) return [];
  const lettered = letters(sentence, around);
  if (lettered) return [lettered];
  for (const match of bare.matchAll(lead)) {
    const from = match.index + match[0].length;
    const strong = strongLead.test(match[0]);
    const list = listAt(sentence, from, strong);
    if (list && !avoided(sentence, match.index, from)) return [found(sentence, list, match.index, around)];
  }
  const list = bareList(sentence);
  if (!list) return [];
  const known = list.names.every((name) => pairs.test(name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')));
  const said = `${bare} ${around.next?.bare ?? ''}`;
  return known || terse.test(said) ? [found(sentence, list, list.start, around)] : [];
};

interface List {
  names: string[];
  start: number;
  end: number;
}

function found(sentence: Sentence, list: List, start: number, { claimed }: Surroundings): Found {
  for (const one of sentence.quoted) if (one.start >= list.start && one.end <= list.end) claimed.add(one.start);
  return {
    request: { kind: 'labels', labels: list.names },
    polarity: 1,
    start: Math.min(start, list.start),
    end: list.end,
  };
}

function listAt(sentence: Sentence, from: number, strong: boolean): List | undefined {
  const quoted = sentence.quoted.filter(
    (one) => one.start >= from && one.text !== '' && one.text.split(/\s+/).length <= 6,
  );
  const first = quoted[0];
  if (quoted.length >= 2 && first && first.start - from < 30) {
    const row = quoted.filter(
      (one, index) =>
        index === 0 ||
        /^(?:\W|\b(?:or|and|ou|et|either|soit|the|le|la)\b)*$/.test(
          sentence.low.slice(quoted[index - 1]?.end ?? 0, one.start),
        ),
    );
    const joined = /\b(?:or|ou|soit)\b|[|/]/.test(sentence.low.slice(first.end, row.at(-1)?.start ?? first.end));
    if (row.length >= 2 && (strong || joined))
      return { names: row.map((one) => one.text), start: first.start, end: row.at(-1)?.end ?? first.end };
  }
  if (first && first.start - from < 3) return undefined;
  const rest = /^[^.;:\n()?]{1,200}/.exec(sentence.text.slice(from))?.[0] ?? '';
  return listed(
    rest.replace(
      /,?\s(?:only|and nothing else|nothing else|depending on|according to|based on|rien d'autre|selon|sans|without|with no|in (?:lower|upper|capital)|en (?:minus|majus))\b.*$|\s[–—-]\s.*$/i,
      '',
    ),
    from,
    strong,
  );
}

function listed(rest: string, from: number, strong: boolean): List | undefined {
  const names = itemsOf(
    rest.replace(/(?<=\b(?:or|ou)\s)(?:par|by|with|either|soit|is|just|de)\s/gi, '').replace(/^(?:par|by|with)\s/i, ''),
  );
  const joined = /\s(?:or|ou)\s|[|/]/i.test(rest) || (strong && /,/.test(rest));
  const short = names.every(
    (item) =>
      item.split(/\s+/).length <= (strong ? 3 : 2) &&
      item.length < 40 &&
      !/^(?:the|a|an|le|la|un|une|with|to|in|by|if|when|at|for|about|so|en|par|pour|si|dans|sur)\s/i.test(item),
  );
  if (names.length < 2 || names.length > 40 || !joined || !short || names.some((name) => aboutForm.test(name)))
    return undefined;
  return { names, start: from, end: from + rest.length };
}

/** "True or false?", "cat / dog / bird", "(yes, no or maybe)": alternatives that stand by themselves. */
function bareList(sentence: Sentence): List | undefined {
  for (const match of sentence.text.matchAll(/(?<=^|[(:,?.–—-]\s?)[^.;:\n()?–—]{3,120}?(?=$|[).;?!]|\s[–—-]\s|:)/gu)) {
    const text = match[0].trim();
    if (text.split(/\s+/).length > 12 || !/\s(?:or|ou)\s|[|/]/.test(text)) continue;
    const bare = text.replace(/,?\s(?:only|please|uniquement|seulement|s'il (?:te|vous) pla[iî]t)$/i, '');
    // "One word only, true or false": what stands before a comma may introduce the list.
    for (let from = 0; from >= 0; from = bare.indexOf(',', from) < 0 ? -1 : bare.indexOf(',', from) + 1) {
      const list = listed(bare.slice(from).trim(), match.index + from, true);
      if (list) return { ...list, end: match.index + match[0].length };
    }
  }
  return undefined;
}

/** "A) … B) … C) …": the letter, or the option it stands for. */
function letters(sentence: Sentence, { previous, next }: Surroundings): Found | undefined {
  const all = `${previous?.text ?? ''}\n${sentence.text}\n${next?.text ?? ''}`;
  const rows = [
    ...all.matchAll(
      /(?<![\p{L}\p{N}])\(?([A-Ea-e1-5])[).]\s+([^\n]{1,80}?)(?=\s*(?:,|;)?\s*\(?[A-Ea-e1-5][).]\s|\s*[.;?]?\s*(?:\n|$))/gu,
    ),
  ];
  if (rows.length < 2) return undefined;
  const asked = /\b(?:letters?|lettre|number|numero)\b/.test(sentence.bare) && terse.test(`${sentence.bare} only`);
  return asked &&
    /\b(?:answer|reply|respond|give|just|only|repon\w+|donne|indique|uniquement|seulement|choose|pick)\b/.test(
      sentence.bare,
    )
    ? {
        request: { kind: 'labels', labels: rows.map((row) => row[1] ?? '') },
        polarity: 1,
        start: 0,
        end: sentence.text.length,
      }
    : undefined;
}
