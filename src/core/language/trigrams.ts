import { trigramTables } from './trigram-tables.ts';

/** How near a text is to a language: 1 for the nearest, less for the others. */
export interface Nearness {
  /** ISO 639-3. */
  language: string;
  score: number;
}

const readAtMost = 2048;
/** What a trigram costs that a language's table does not have. */
const unknownCost = 300;

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
];

interface Ranks {
  languages: readonly string[];
  /** For each trigram, its place in each language's table, or -1. */
  places: ReadonlyMap<string, Int16Array>;
}

const ready = new Map<string, Ranks>();

/** The tables of a script turned round, when first asked for. */
function ranksOf(script: string): Ranks {
  const known = ready.get(script);
  if (known) return known;
  const tables = Object.entries(trigramTables[script] ?? {});
  const places = new Map<string, Int16Array>();
  for (const [index, [, table]] of tables.entries()) {
    for (let at = 0; at < table.length; at += 3) {
      const trigram = table.slice(at, at + 3);
      const row = places.get(trigram) ?? new Int16Array(tables.length).fill(-1);
      row[index] = at / 3;
      places.set(trigram, row);
    }
  }
  const made = { languages: tables.map(([language]) => language), places };
  ready.set(script, made);
  return made;
}

/**
 * The languages of the commonest script of a text, the nearest first: by how far each of its trigrams stands from its
 * place among the commonest of the language (Cavnar and Trenkle 1994, as franc counts it). Empty for other scripts.
 */
export function nearestLanguages(text: string): Nearness[] {
  const sample = text.slice(0, readAtMost);
  let script: string | undefined;
  let most = 0;
  for (const [name, pattern] of scripts) {
    const count = sample.match(pattern)?.length ?? 0;
    if (count > most) [script, most] = [name, count];
  }
  if (script === undefined) return [];
  const { languages, places } = ranksOf(script);
  const distances = new Float64Array(languages.length);
  for (const [trigram, count] of trigramsOf(sample)) {
    const row = places.get(trigram);
    for (let i = 0; i < distances.length; i++) {
      const place = row?.[i] ?? -1;
      distances[i] = (distances[i] ?? 0) + (place < 0 ? unknownCost : Math.abs(count - place - 1));
    }
  }
  const least = Math.min(...distances);
  const widest = sample.length * unknownCost - least;
  return languages
    .map((language, i) => ({ language, score: 1 - ((distances[i] ?? 0) - least) / widest || 0 }))
    .sort((a, b) => b.score - a.score);
}

function trigramsOf(text: string): Map<string, number> {
  const clean = ` ${text
    .replace(/[\u0021-\u0040]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= clean.length; at++) {
    const trigram = clean.slice(at, at + 3);
    counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
  return counts;
}
