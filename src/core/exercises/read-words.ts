import type { Language } from '#core/language/language.ts';
import { typeset } from '#core/language/typography.ts';
import { proseFaults } from './prose-faults.ts';
import type { ParsedWords } from './word-file.ts';

/** Reads a word file as people will see it, and says what is wrong with its prose besides what `parse` finds. */
export function readWords<Words>(
  markdown: string,
  language: Language,
  parse: (markdown: string) => ParsedWords<Words>,
): ParsedWords<Words> {
  // Quotation marks around a whole title are YAML's habit, not the title's.
  const plain = markdown.replace(/^((?:title|summary)\s*:\s*)(["'])(.*)\2[ \t]*$/gm, '$1$3');
  const parsed = parse(typeset(plain, language));
  return { ...parsed, problems: [...parsed.problems, ...proseFaults(plain, language)] };
}
