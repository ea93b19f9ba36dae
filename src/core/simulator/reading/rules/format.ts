import { keysGoingOn, keysNamed, keysOfSkeleton } from '../keys.ts';
import { avoided } from '../mention.ts';
import type { OutputFormat, Request } from '../reading.ts';
import { type Found, type Rule, type Sentence, itemsOf } from '../sentence.ts';

const formats: readonly (readonly [OutputFormat, RegExp])[] = [
  ['json', /\bjson\b/g],
  ['yaml', /\byaml\b/g],
  ['csv', /\bcsv\b|\bcomma[- ]separated values\b/g],
  ['xml', /\bxml\b|\bxml tags\b|\bbalises xml\b/g],
  ['table', /\b(?:markdown )?tables?\b(?! of contents)|\btableaux?\b(?! de bord| json| d'objets)/g],
  [
    'numbered',
    /\bnumbered (?:list|points?|items?|steps?)\b|\bordered list\b|\blistes? numerotees?\b|\bpoints? numerotes?\b|\bnumber (?:the|each|your)\b|\bnumerote(?:z|r)? /g,
  ],
  [
    'bullets',
    /\bbullet(?:s|ed|[- ]points?)?(?: lists?)?\b|\blistes? a puces?\b|\bpuces\b|\btirets\b|\bdash(?:ed)? list\b|\bas a list\b|\bsous forme de listes?\b|\bunordered list\b/g,
  ],
  [
    'code',
    /\bcode only\b|\bonly (?:the )?code\b|\bcode block\b|\bbloc de code\b|\bcode seul(?:ement)?\b|\buniquement (?:le |du )?code\b/g,
  ],
  [
    'email',
    /\b(?:write|draft|compose|as|ecris|redige|ecrivez|redigez|sous forme d[e'])\s(?:\w+\s){0,3}?(?:an? |the |un |une |le |la |l')?(?:(?!(?:that|this|right|single|one|correct|only|first|capital|each|every|seule?|bonne|cette|chaque)\b)\w+\s){0,3}?(?:e-?mails?|courriels?|mails?|letter|lettre)\b/g,
  ],
  [
    'prose',
    /\b(?:in|as|en|plain|flowing|continuous)\s(?:plain |flowing |continuous |full )?(?:prose|running text|continuous text|texte suivi|texte continu)\b|\bplain paragraphs?\b|\bplain text\b|\btexte brut\b/g,
  ],
  [
    'number',
    /\b(?:only|just|uniquement|seulement|juste|rien que) (?:the |a |le |un )?(?:number|figure|nombre|chiffre)\b|^\W*(?:number|figure|nombre|chiffre) (?:only|alone|seul(?:ement)?|uniquement)\b|\bas a (?:single )?number\b/g,
  ],
];
const isMaterial =
  /\b(?:input|given|this|these|attached|following|parse|read|from(?: the| this)?|source|original|ce|cette|ci-joint|contains?|contient|parses?)\s(?:\w+\s)?$|\b(?:a partir|extrait\w*|contenu|lis|dans|cles|champs) (?:du|des)\s$/;

const codeOfLabels =
  /\bcode ?books?\b|\bcod(?:ing|age)\b|\b(?:which|one of|the|our|these|of the|parmi|des|ces|nos|les|quel) codes?\b(?!\s?(?:blocks?|below|above|snippet|review))/i;

/** Which form the answer takes, and its keys. */
export const format: Rule = (sentence, around) => {
  const found: Found[] = [];
  // What is said in brackets or behind the first key is said of a key.
  const ofForm = sentence.low.replace(/\([^()]*\)|"[^"]*".*$|\b(?:keys?|cles?|fields?|champs?)\b.*$/gs, ' ');
  for (const [kind, pattern] of formats) {
    for (const match of sentence.low.matchAll(pattern)) {
      if (
        isMaterial.test(sentence.low.slice(Math.max(0, match.index - 24), match.index)) &&
        !/\b(?:as|in|return|answer|reponds|renvoie|with|produis|au format|que|etre)\b[^.]{0,16}$/.test(
          sentence.low.slice(Math.max(0, match.index - 24), match.index),
        )
      )
        continue;
      if (
        kind === 'bullets' &&
        /\b(?:each|every|per|chaque|par)\s$/.test(sentence.low.slice(Math.max(0, match.index - 8), match.index))
      )
        continue;
      if (kind === 'bullets' && found.some((one) => one.request.kind === 'format' && one.request.format === 'numbered'))
        continue;
      if (!telling(sentence, match.index)) continue;
      // Of a codebook, a code is a label and no program.
      if (kind === 'code' && codeOfLabels.test(around.text)) continue;
      const request: Request = { kind: 'format', format: kind };
      if (
        kind === 'json' &&
        /\b(?:json )?array\b|\btableau json\b|\blist of objects\b|\bliste d'objets\b|\btableau d'objets\b/.test(ofForm)
      )
        request.array = true;
      found.push({
        request,
        polarity: avoided(sentence, match.index, match.index + match[0].length) ? -1 : 1,
        start: match.index,
        end: match.index + match[0].length,
      });
      break;
    }
  }
  const tags = [
    ...new Set([...sentence.text.matchAll(/(?<!<)<([A-Za-z][\w-]{0,30})>(?!>)/g)].map((one) => one[1] ?? '')),
  ];
  const wrapped = /<([A-Za-z][\w-]*)>[^<>\n]{0,40}<\/\1>/.test(sentence.text);
  const xml = found.find((one) => one.request.kind === 'format' && one.request.format === 'xml');
  const inTags =
    xml ??
    (tags.length > 0 &&
    (wrapped || /\b(?:answer|reply|response|output|everything|it|reponse|tout|sortie)\b/.test(sentence.low)) &&
    /\b(?:wrap|enclose|surround|put|place|return|give|write|answer|reply|encadre|entoure|mets|place|ecris|donne|renvoie)\b/.test(
      sentence.low.slice(0, sentence.low.indexOf('<')),
    ) &&
    sentence.parsed.directive
      ? {
          request: { kind: 'format' as const, format: 'xml' as const },
          polarity: 1 as const,
          start: 0,
          end: sentence.text.length,
        }
      : undefined);
  if (inTags?.request.kind === 'format' && tags.length > 0) {
    const [root = '', ...inner] = tags;
    const nested =
      inner.length > 0 && /\b(?:root|holding|contain\w*|with|inside|racine|contenant|avec)\b/.test(sentence.low);
    inTags.request.keys = nested
      ? [{ name: root, keys: inner.map((name) => ({ name })) }]
      : tags.map((name) => ({ name }));
    if (inTags !== xml) found.push(inTags);
  }
  const style = markIn(sentence);
  const list = found.find((one) => one.request.kind === 'format' && /^(?:bullets|numbered)$/.test(one.request.format));
  if (style && list?.request.kind === 'format') list.request.mark = style.mark;
  else if (style && /\w/.test(style.mark))
    found.push({
      request: { kind: 'format', format: 'numbered', mark: style.mark },
      polarity: 1,
      start: style.start,
      end: style.end,
    });
  const tagged = found.find(
    (one) => one.request.kind === 'format' && one.request.format === 'json' && one.polarity === 1,
  );
  const skeleton = /[{[]\s*["'\n\p{L}]/u.test(sentence.text) ? keysOfSkeleton(sentence.text) : undefined;
  const named = skeleton ? undefined : keysNamed(sentence.text);
  const keys = skeleton?.keys ?? named?.keys;
  if (keys && keys.length > 0) {
    const holder = found.find(
      (one) => one.request.kind === 'format' && /json|yaml|csv|table|xml/.test(one.request.format),
    );
    const place = { start: named?.start ?? sentence.text.search(/[{[]/), end: named?.end ?? sentence.text.length };
    if (holder && holder.request.kind === 'format') {
      holder.request.keys = keys;
      if (skeleton?.array) holder.request.array = true;
      // The list of objects is what one of the keys holds.
      else if (keys.some((key) => key.keys && key.type === 'array')) delete holder.request.array;
      holder.end = Math.max(holder.end, place.end);
    } else {
      const columns = /\b(?:columns?|colonnes?)\b/.test(sentence.low.slice(place.start, place.start + 12));
      found.push({
        request: {
          kind: 'format',
          format: columns ? 'table' : 'json',
          keys,
          ...(skeleton ? {} : { implied: true }),
          ...(skeleton?.array ? { array: true } : {}),
        },
        polarity: 1,
        ...place,
      });
    }
  }
  if (tagged?.request.kind === 'format' && !tagged.request.keys) {
    // "a guest room as JSON (type, beds, price)"
    const row = itemsOf(/\(([^()]{5,160},[^()]{2,160})\)/.exec(sentence.text)?.[1] ?? '');
    if (row.length >= 2 && row.every((item) => item.split(/\s+/).length <= 4 && /^[\p{L}_ '’-]+$/u.test(item)))
      tagged.request.keys = row.map((name) => ({ name: name.replace(/\s+/g, '_') }));
  }
  return found;
};

/** 'Put the working in a field "working". Then give amount, decision and rule.': the row of keys goes on. */
export const furtherKeys: Rule = ({ text, low }, around) => {
  if (/\b(?:keys?|fields?|cles?|champs?)\b/.test(low) || around.keys.length === 0) return [];
  const row = keysGoingOn(text);
  return row
    ? [
        {
          request: { kind: 'format', format: 'json', keys: row.keys, implied: true },
          polarity: 1,
          start: row.start,
          end: row.end,
        },
      ]
    : [];
};

/** How the items of a list are marked: "beginning with •", "(* item)", "labelled A), B) and C)", "I., II., III.". */
function markIn({ text, bare, low }: Sentence): { mark: string; start: number; end: number } | undefined {
  const lettered =
    /(?<![\p{L}\p{N}])(\(?[AaIi1][.)]+|\(?[AaIi]\b(?=, ))(?:[,\s]|et|and|to|à)+\(?(?:[BbCc2]|II?|ii?)/u.exec(text);
  const roman = /\broman numerals?\b|\bchiffres romains\b/.exec(low);
  if (roman && !lettered) return { mark: 'I.', start: roman.index, end: roman.index + roman[0].length };
  const telling =
    /\b(?:label\w*|number\w*|letter(?:ed|s)|lettre\w*|mark\w*|roman|numerot\w*|lettres|etiquet\w*|repere\w*|romains?|options?|puces?|bullets?)\b/;
  if (lettered && telling.test(low))
    return {
      mark: (lettered[1] ?? '').replace(/^[AaIi]$/, '$&.'),
      start: lettered.index,
      end: lettered.index + lettered[0].length,
    };
  if (!/\b(?:bullets?|puces?|tirets?|list|liste|points?|items?|lines?|lignes?|each|chacune?)\b/.test(bare))
    return undefined;
  const sign =
    /(?:^|[\s("“«'`])([•*+→✓‣▪–-])(?=["”»'`)]|\s(?:item|point|like|for|pour|comme|as)\b|\s?$|\s?[.,;:])/u.exec(text);
  return sign &&
    !/\*{2}|\*\p{L}/u.test(text) &&
    /\b(?:with|using|begin\w*|start\w*|mark\w*|use|avec|commenc\w*|debut\w*|utilis\w*|asterisks?|dash\w*|signe|sign|symbol\w*|as)\b/.test(
      low,
    )
    ? { mark: sign[1] ?? '-', start: sign.index, end: sign.index + sign[0].length }
    : undefined;
}

/** A form that stands alone between commas asks for it only where something is asked. */
function telling(sentence: Sentence, at: number): boolean {
  if (sentence.parsed.directive) return true;
  const low = sentence.low;
  if (
    /\b(?:only|uniquement|seulement|format|output|answer|reply|response|reponse|sortie|accepte?|need|want|besoin|veux|no|pas|as|in|en|with|avec|sous forme|must|has to be|should be|doit|entierement|entirely)\b/.test(
      low,
    )
  )
    return true;
  return at < 3 || (/^[^:;,.]*/.exec(low.trim())![0].split(/\s+/).length <= 5 && at < 12);
}

const nothingElse =
  /\b(?:nothing (?:else|more|before|after|around)|no (?:other text|preamble|explanations?|commentary|comments?|introduction|intro|closing|extra text|additional text|fences?|code fences?|markdown fences?|prose|small talk|greeting)|without (?:any )?(?:explanations?|preamble|introduction|comments?|commentary|other text|further text|markdown)|and nothing else|rien d'autre|rien avant|rien apres|sans (?:aucun(?:e)? )?(?:introduction|commentaires?|explications?|preambule|texte autour|phrase d'introduction|autre texte|balises?|phrase autour)|(?:ni|aucun) (?:introduction|commentaire|explication|preambule)|do not (?:explain|add (?:anything|any)|comment)|don't (?:explain|add (?:anything|any)|comment)|n'ajoute (?:rien|aucun)|n'explique (?:rien|pas)|pas d'introduction|pas de commentaire|pas de preambule)/;
const onlyThe =
  /\b(?:only|just|solely|uniquement|seulement|rien que|exclusivement|juste)\b[^.;]{0,8}\b(?:the|a|an|with|le|la|les|l'|un|une|par|valid|raw|json|yaml|csv|xml|code|table|its|that|ce|cette|trois|deux|\d+)|\b(?:json|yaml|csv|xml|code|table|list|name|label|category|word|number|email|mail|text|reponse|etiquette|categorie|nom|mot|nombre|liste|tableau|points|valeur|(?:the|its|la|le|les|son|sa) [\w-]+)\s(?:only|alone|seulement|uniquement|seule?s?|seul)\b|\b(?:only|seulement|uniquement)\s(?:return|output|give|answer|reply)\b/;

/** Only the answer: no preamble, no closing, no fence. */
export const only: Rule = (sentence) => {
  const nothing = nothingElse.exec(sentence.low);
  // "by our policy and by nothing else" says what to go by, not what to write.
  const goesBy =
    nothing &&
    /\b(?:by|on|from|upon|sur|par)\s$/.test(sentence.low.slice(Math.max(0, nothing.index - 6), nothing.index));
  if (nothing && !goesBy)
    return [{ request: { kind: 'only' }, polarity: 1, start: nothing.index, end: nothing.index + nothing[0].length }];
  const asked =
    /\b(?:answer|reply|respond|return|output|give|write|provide|produce|print|send|reponds|repondez|renvoie|renvoyez|retourne|donne|donnez|ecris|fournis|json|yaml|csv|code|name|label|category)\b/;
  const match = onlyThe.exec(sentence.low);
  if (!match || !asked.test(sentence.low)) return [];
  if (
    /\b(?:use|using|utilise|utilisant|rely|base|from|appuie|d'apres|follow|apply|applique|facts|policy|politique|mention|cite|quote)\b/.test(
      sentence.low.slice(Math.max(0, match.index - 30), match.index + match[0].length + 24),
    )
  )
    return [];
  return [{ request: { kind: 'only' }, polarity: 1, start: match.index, end: match.index + match[0].length }];
};
