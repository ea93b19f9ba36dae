import { frenchSpaces } from './french-spaces.ts';
import type { Language } from './language.ts';

/** Code, addresses and variables, which are not prose. */
const notProse = /`+[^`]*`+|\]\([^)\s]*\)|https?:\/\/\S+|\{\{[^}]*\}\}|<[^>\s][^>]*>/g;

/** What the lines of a Markdown text are: prose, or code between two fences. */
export function proseLines(markdown: string): { text: string; number: number }[] {
  let fence: string | undefined;
  return markdown.split('\n').flatMap((text, index) => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    const inCode = fence !== undefined || mark !== undefined;
    if (mark && !fence) fence = mark;
    else if (mark && fence && mark.startsWith(fence)) fence = undefined;
    return inCode ? [] : [{ text, number: index + 1 }];
  });
}

/** A line of Markdown with all that is not prose blanked out, letter by letter. */
export const bareProse = (line: string): string => line.replace(notProse, (code) => '\u00b7'.repeat(code.length));

/**
 * Sets Markdown as a printer would: what keyboards have no key for is put in, so that authors type what they find there.
 * Apostrophes, quotation marks, ellipses, and in French the spaces before ; : ! ? and within « ». Code stays as it is.
 */
export function typeset(markdown: string, language: Language): string {
  const lines = markdown.split('\n');
  for (const { text, number } of proseLines(markdown)) lines[number - 1] = typesetLine(text, language);
  return lines.join('\n');
}

function typesetLine(line: string, language: Language): string {
  const code: string[] = [];
  const kept = line.replace(notProse, (piece) => `\u0001${code.push(piece) - 1}\u0002`);
  const set = kept
    .replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '’')
    .replace(/(?<=\p{L})'(?=[\s.,;:!?)]|$)/gu, '’')
    .replace(/(?<!\.)\.\.\.(?!\.)/g, '…')
    .replace(/"([^"]*)"/g, language === 'fr' ? '« $1 »' : '“$1”');
  const spaced = language === 'fr' ? frenchSpaces(set) : set;
  return spaced.replace(/\u0001(\d+)\u0002/g, (_, index: string) => code[Number(index)] ?? '');
}
