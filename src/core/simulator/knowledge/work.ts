import { countSentences, countWords } from '#core/language/measure.ts';
import { fold } from '#core/language/normalise.ts';
import type { Language } from '#core/language/language.ts';
import { datesIn, extract, monthNames, numberOf } from './extract.ts';
import { corrected, shortened } from './mending.ts';

/** What came of a job: one text, or several things. */
export interface Worked {
  parts: string[];
  /** They stand in one row rather than each by itself. */
  row?: boolean;
  value?: number | string;
}

const items = (text: string) =>
  text
    .split(/\s*[,;|\n]\s*|\s+(?:and|et)\s+/)
    .map((one) => one.replace(/^[-*•\s]+|[\s.]+$/g, ''))
    .filter((one) => one !== '');
const order = (a: string, b: string) => (fold(a) < fold(b) ? -1 : fold(a) > fold(b) ? 1 : 0);

const counted: readonly (readonly [RegExp, (text: string) => number])[] = [
  [/\b(?:words?|mots?)\b/, countWords],
  [/\b(?:sentences?|phrases?)\b/, countSentences],
  [/\b(?:letters?|lettres?)\b/, (text) => text.match(/\p{L}/gu)?.length ?? 0],
  [/\b(?:characters?|caracteres?|signs?)\b/, (text) => text.length],
];

/** Words for what may be picked out of a text, and what there is of it. */
const natures: readonly (readonly [RegExp, (text: string, iso: boolean, language: Language) => string[]])[] = [
  [
    /\be-?mail address|\bemails?\b(?! (?:below|above|is|says))|\badresses? (?:e-?mail|mail|electronique)|\bcourriels?\b/,
    (text) => extract(text).emails,
  ],
  [/\b(?:tele)?phones?\b|\bnumero de tel/, (text) => extract(text).phones],
  [/\burls?\b|\blinks?\b|\bliens?\b/, (text) => text.match(/https?:\/\/[^\s<>"')]+/g) ?? []],
  [
    /\bdates?\b|\bdeadlines?\b|\bwhen\b|\bquand\b|\becheances?\b/,
    (text, iso, language) => datesIn(text).map((one) => (iso ? one.date : longDate(one.date, language))),
  ],
  [
    /\bamounts?\b|\bprices?\b|\bmontants?\b|\bprix\b|\bcosts?\b|\bhow much\b/,
    (text) =>
      [
        ...text.matchAll(
          /[€$£]\s?\d[\d.,  ]*\d|[€$£]\s?\d|\d(?:[\d.,  ]*\d)?\s?(?:€|\$|£|euros?\b|dollars?\b|pounds?\b|EUR\b|USD\b)/gu,
        ),
      ].map((one) => one[0]),
  ],
  [
    /\bnames?\b|\bwho\b|\bpeople\b|\bpersons?\b|\bauthors?\b|\bnoms?\b|\bqui\b|\bpersonnes?\b|\bauteure?s?\b/,
    (text) => extract(text).names,
  ],
  [/\bnumbers?\b|\bnombres?\b|\bchiffres?\b/, (text) => text.match(/\d+(?:[.,]\d+)?/g) ?? []],
];

const longDate = (date: string, language: Language) => {
  const [year, month, day] = date.split('-').map(Number);
  const name = monthNames[(month ?? 1) - 1]?.[language === 'fr' ? 1 : 0] ?? '';
  return `${day} ${language === 'fr' ? name.replace('fevrier', 'février').replace('aout', 'août').replace('decembre', 'décembre') : name.charAt(0).toUpperCase() + name.slice(1)} ${year}`;
};

/** A small job on a text that needs no understanding of it; undefined where none is asked that can be done. */
export function workOn(low: string, text: string, language: Language): Worked | undefined {
  if (text.trim() === '') return undefined;
  if (/\b(?:how many|count (?:all|how|the|these|every)|the number of|combien|compte[rz]?|le nombre de)\b/.test(low)) {
    const measure = counted.find(([pattern]) => pattern.test(low))?.[1];
    if (measure && text.length < 20_000) return { parts: [String(measure(text))], value: measure(text) };
  }
  if (
    /\b(?:sort\w*|alphabet\w*|tri(?:e|er|ez)|ordre (?:de)?croissant|(?:a|de)scending)\b/.test(low) &&
    items(text).length > 1
  ) {
    const all = items(text);
    const numeric = all.every((one) => Number.isFinite(numberOf(one)));
    const sorted = [...all].sort((a, b) => (numeric ? numberOf(a) - numberOf(b) : order(a, b)));
    if (/\b(?:descend\w*|decroissant|reverse|inverse|z to a|z a a|largest first|du plus grand)\b/.test(low))
      sorted.reverse();
    return { parts: sorted, row: !/\b(?:per line|par ligne|list|liste|bullets?|puces|lines?)\b/.test(low) };
  }
  if (/\b(?:reverse|inverse\w*|backwards?|a l'envers)\b/.test(low)) {
    const all = items(text);
    return all.length > 1 ? { parts: all.reverse(), row: true } : { parts: [[...text.trim()].reverse().join('')] };
  }
  if (/\b(?:correct\w*|proofread\w*|fix (?:the|this|any|all|my|it)|corrige\w*|relis)\b/.test(low))
    return { parts: [corrected(text, language)] };
  if (
    /\b(?:short\w*|condense|raccourci\w*|simplif\w+|simpler|plus court\w*|concis\w*|more concise)\b/.test(low) &&
    countWords(text) < 80
  )
    return { parts: [shortened(text, language)] };
  if (
    !/\b(?:extract|list|find|give|pull|get|which|what|who|when|how much|identify|pick|name|liste\w*|extrai\w+|releve\w*|trouve\w*|donne\w*|quel\w*|qui|quand|identifie\w*|repere\w*|combien)\b/.test(
      low,
    ) ||
    /\b(?:summar|resum)/.test(low)
  )
    return undefined;
  const nature = natures
    .map(([pattern, find]) => ({ at: low.search(pattern), find }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  const found = nature ? [...new Set(nature.find(text, /\b(?:iso|yyyy|aaaa)/.test(low), language))] : [];
  return found.length > 0 ? { parts: found, value: found[0] ?? '' } : undefined;
}
