import { hash } from '#core/chance/chance.ts';
import type { InBoth, Language } from '#core/language/language.ts';
import type { Value } from '#core/exercises/simulation.ts';
import type { KeySpec, Reading } from '../reading/reading.ts';
import { isOurs } from '../temperament/traits.ts';

/** "comparing PostgreSQL, MySQL and SQLite", « un comparatif entre Lyon et Lille », "tea vs coffee". */
const comparison =
  /\b(?:compar(?:e|es|ing|ison of|atif (?:de|entre)|er|aison (?:de|entre)|ant|ez)|between|entre|versus of)\s+([^.;:!?\n()]{3,160})/iu;
const versus = /([\p{L}\d .+#-]{2,40}?)\s(?:vs\.?|versus|contre)\s([\p{L}\d .+#-]{2,40})/iu;
const divider = /\s*,\s*(?:(?:and|et|or|ou)\s+)?|\s+(?:and|et|or|ou|vs\.?|versus|with|to|à|avec)\s+/iu;
const mostWords = 4;
const mostThings = 8;

/** The things that a prompt wants compared, in its own words; none when it names fewer than two. */
export function thingsCompared(reading: Reading): string[] {
  for (const { text } of reading.clauses.filter(isOurs).slice(0, 12)) {
    const pair = versus.exec(text);
    const listed = comparison.exec(text)?.[1] ?? (pair ? `${pair[1]}, ${pair[2]}` : undefined);
    if (listed === undefined) continue;
    const things = listed
      .replace(/\s(?:in|by|for|on|with regard|en|dans|pour|selon|sur|sous)\s.*$/iu, '')
      .split(divider)
      .map((thing) => thing.replace(/^(?:the|le|la|les|l['’])\s?/iu, '').trim());
    if (things.length >= 2 && things.length <= mostThings && things.every(isName)) return things;
  }
  return [];
}

const isName = (thing: string) => thing !== '' && thing.split(/\s+/).length <= mostWords;

const cells: InBoth<readonly string[]> = {
  en: ['everyday work', 'small teams', 'large volumes', 'a quick start', 'a tight budget', 'long projects'],
  fr: ['le quotidien', 'les petites équipes', 'les gros volumes', 'un départ rapide', 'un budget serré', 'la durée'],
};

/** A row for each thing compared: its name, and something that could stand in the other columns. */
export function rowsCompared(
  things: readonly string[],
  keys: readonly KeySpec[],
  language: Language,
): [string, Value][][] {
  const [first, ...others] = keys.map(({ name }) => name);
  if (first === undefined) return [];
  return things.map((thing, row) => [
    [first, thing],
    ...others.map((name, column): [string, Value] => {
      const from = cells[language];
      return [name, from[(hash(name) + row + column) % from.length] ?? ''];
    }),
  ]);
}
