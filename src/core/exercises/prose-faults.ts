import { countWords } from '#core/language/measure.ts';
import { sentences } from '#core/language/segment.ts';
import type { Language } from '#core/language/language.ts';
import { bareProse, proseLines } from '#core/language/typography.ts';
import { withoutAsks } from './gaps.ts';
import type { WordProblem } from './word-file.ts';

/** A sentence of more words has to be read twice. */
const longestSentence = 50;
/** Mean words of a sentence, over a whole file: plain prose of newspapers has 15 to 20. */
const mostOnAverage = 20;

interface Rule {
  finds: RegExp;
  /** `$1` stands for what was found. */
  says: string;
}

const inBoth: Rule[] = [
  { finds: /\S( {2,})(?=[^\s|])/u, says: 'there are two spaces in a row' },
  { finds: /\p{L}( [,.])(?=\s|$)/u, says: 'there is a space before "$1"' },
  {
    finds: /(?<![\p{L}’'-])((?!nous|vous|that|had)\p{L}{2,}) \1(?![\p{L}’'-])/iu,
    says: 'the word "$1" stands here twice',
  },
];

const rules: Record<Language, Rule[]> = {
  en: [...inBoth, { finds: /\p{L}([ \u00a0\u202f][;:!?])(?=\s|$)/u, says: 'in English there is no space before "$1"' }],
  fr: [
    ...inBoth,
    { finds: /[\p{L}\p{N}»)…]([;!?])/u, says: 'in French there is a space before "$1"' },
    { finds: /[\p{L}\p{N}»)]([:])(?=\s|$)/u, says: 'in French there is a space before "$1"' },
    { finds: /(«)(?=\S)(?![\u00a0\u202f])/u, says: 'in French there is a space after "$1"' },
    { finds: /[^\s\u00a0\u202f](»)/u, says: 'in French there is a space before "$1"' },
    { finds: /([“”])/u, says: 'in French, quotation marks are « and », not "$1"' },
    {
      finds: /(?<!\p{L})((?:man|[csvnm])?oe(?:ur|uvre|uf|il|ud|u)\p{L}{0,3})(?!\p{L})/iu,
      says: 'in "$1", o and e are one letter: œ',
    },
    {
      finds:
        /(?:^|[.!?…:] |« )(A(?= (?:la|l’|partir|ce|cette|chaque|quoi|qui|défaut|côté|force|mesure|propos|vous|nous|peine|moins|lire|droite|gauche)(?!\p{L})))/u,
      says: 'capitals keep their accents: "À" for "$1"',
    },
    {
      finds:
        /(?<!\p{L})((?:Etat|Ecole|Etape|Equipe|Ecri|Echang|Echec|Element|Energie|Evit|Etude|Etes|Etre|Econom|Edit|Electr|Epreuve|Evalu|Evidem|Enonc)\p{L}*)/u,
      says: 'capitals keep their accents: "É" in "$1"',
    },
    { finds: /(?<!\p{L})(Ca)(?!\p{L})/u, says: 'capitals keep their cedilla: "Ça" for "$1"' },
  ],
};

/** What is wrong with how the prose of a word file is set and how hard it is to read; spelling is another tool's. */
export function proseFaults(markdown: string, language: Language): WordProblem[] {
  const faults: WordProblem[] = [];
  const lengths: number[] = [];
  for (const { text, number } of proseLines(markdown)) {
    const prose = bareProse(withoutAsks(text)).replace(/^\s*(?:[-*]|\d+[.)])?\s*(?:[a-z][a-z0-9-]*\s*:\s)?/, '');
    for (const { finds, says } of rules[language]) {
      const found = finds.exec(prose);
      if (found)
        faults.push({ line: number, message: `${says.replace('$1', (found[1] ?? '').trim())}${around(prose, found)}` });
    }
    if ((prose.match(/"/g)?.length ?? 0) % 2 === 1)
      faults.push({
        line: number,
        message: 'a quotation mark is opened here and not closed, or closed and not opened',
      });
    if (/^[#|]/.test(prose)) continue;
    for (const sentence of sentences(prose)) {
      const length = countWords(sentence.text);
      if (length > 0) lengths.push(length);
      if (length > longestSentence) {
        const message = `this sentence has ${length} words, and nobody reads more than ${longestSentence} at once: ${start(sentence.text)}`;
        faults.push({ line: number, message });
      }
    }
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  if (mean > mostOnAverage)
    faults.push({
      line: 1,
      message: `sentences have ${mean.toFixed(1)} words on average; at most ${mostOnAverage} read easily`,
    });
  return faults;
}

const start = (text: string) => `"${text.trim().split(/\s+/).slice(0, 6).join(' ')}…"`;

/** The few words in which a fault stands, to find it by. */
function around(prose: string, { index, 0: found }: RegExpExecArray): string {
  const before = prose.slice(0, index).split(' ').slice(-2).join(' ');
  const after = prose
    .slice(index + found.length)
    .split(' ')
    .slice(0, 2)
    .join(' ');
  return `: "…${`${before}${found}${after}`.trim()}…"`;
}
