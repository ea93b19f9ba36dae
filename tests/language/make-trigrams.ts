import { writeFileSync } from 'node:fs';
import { data } from 'franc-min/data.js';

/**
 * Makes the tables by which texts in other languages than English and French are told apart, from those of franc-min:
 * `npx tsx tests/language/make-trigrams.ts`. Languages that nobody here asks for are left out; all of them together
 * would be a quarter of the simulator.
 */
const kept: Readonly<Record<string, readonly string[]>> = {
  Latin: 'spa eng por ind fra deu vie ita tur pol swh ron hrv nld hun ces swe'.split(' '),
  Cyrillic: 'rus ukr srp bul'.split(' '),
  Arabic: 'arb urd pes'.split(' '),
  Devanagari: 'hin mar'.split(' '),
};

/** So many of the 300 that franc-min has; with 100 short texts are told apart noticeably worse. */
const deep = 200;

/** The commonest trigrams of each language, the first the commonest; three characters each. */
export function tables(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(kept).map(([script, languages]) => [
      script,
      Object.fromEntries(
        languages.map((language) => [language, (data[script]?.[language] ?? '').split('|').slice(0, deep).join('')]),
      ),
    ]),
  );
}

if (process.argv[1]?.endsWith('make-trigrams.ts')) {
  const rows = Object.entries(tables()).map(
    ([script, languages]) =>
      `  ${script}: {\n${Object.entries(languages)
        .map(([language, table]) => `    ${language}: ${JSON.stringify(table)},\n`)
        .join('')}  },\n`,
  );
  writeFileSync(
    'src/core/language/trigram-tables.ts',
    `/** Made by tests/language/make-trigrams.ts from the tables of franc-min (MIT licence, Titus Wormer). */\n// prettier-ignore\nexport const trigramTables: Readonly<Record<string, Readonly<Record<string, string>>>> = {\n${rows.join('')}};\n`,
  );
}
