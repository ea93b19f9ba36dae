/**
 * Judges for the kinds of instruction of IFEval (arXiv 2311.07911) that exercises have no check for. Strict, as IFEval
 * defines them: nothing around the answer is forgiven.
 */
export interface Bounds {
  min?: number;
  max?: number;
}

export type Judge =
  | ({ judge: 'letter-frequency'; letter: string } & Bounds)
  | ({ judge: 'keyword-frequency'; keyword: string } & Bounds)
  | ({ judge: 'capital-words' } & Bounds)
  | { judge: 'first-word'; paragraphs: number; nth: number; word: string }
  | { judge: 'upper-case' }
  | { judge: 'lower-case' }
  | { judge: 'no-comma' }
  | { judge: 'sections'; word: string; min: number }
  | { judge: 'divided-paragraphs'; count: number }
  | { judge: 'placeholders'; min: number }
  | { judge: 'highlights'; min: number }
  | { judge: 'postscript'; marker: string }
  | { judge: 'title' }
  | { judge: 'repeats'; text: string }
  | { judge: 'two-answers'; separator: string }
  | { judge: 'quotation'; marks: 'straight' | 'any' }
  | { judge: 'one-of'; answers: string[] };

export interface Verdict {
  followed: boolean;
  /** What was found, for developers. */
  found: string;
}

const verdict = (followed: boolean, found: string | number): Verdict => ({ followed, found: String(found) });

const within = (count: number, { min = 0, max = Infinity }: Bounds) => verdict(count >= min && count <= max, count);

/** Words with apostrophes and hyphens inside. */
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

const hasLetter = (text: string) => /\p{L}/u.test(text);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const occurrences = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

const wholeWord = (word: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'giu');

/** The parts between dividers; a divider may stand before the first or after the last. */
function parts(text: string, divider: RegExp): string[] {
  const all = text.split(divider).map((part) => part.trim());
  if (all.at(0) === '') all.shift();
  if (all.at(-1) === '') all.pop();
  return all;
}

const quotes: Record<'straight' | 'any', RegExp> = {
  straight: /^"[^]+"$/,
  any: /^(?:"[^]+"|“[^]+”|«[^]+»)$/,
};

export function judge(asked: Judge, output: string): Verdict {
  const text = output.trim();
  switch (asked.judge) {
    case 'letter-frequency':
      return within(occurrences(text.toLowerCase(), new RegExp(escaped(asked.letter.toLowerCase()), 'g')), asked);
    case 'keyword-frequency':
      return within(occurrences(text, wholeWord(asked.keyword)), asked);
    case 'capital-words':
      return within(wordsOf(text).filter((word) => hasLetter(word) && word === word.toUpperCase()).length, asked);
    case 'first-word': {
      const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
      const first = wordsOf(paragraphs[asked.nth - 1] ?? '')[0] ?? '';
      const right = first.toLowerCase() === asked.word.toLowerCase() && paragraphs.length === asked.paragraphs;
      return verdict(right, `${paragraphs.length} paragraphs, first word "${first}"`);
    }
    case 'upper-case':
      return verdict(hasLetter(text) && text === text.toUpperCase(), text.match(/\S*\p{Ll}\S*/u)?.[0] ?? 'capitals');
    case 'lower-case':
      return verdict(
        hasLetter(text) && text === text.toLowerCase(),
        text.match(/\S*\p{Lu}\S*/u)?.[0] ?? 'small letters',
      );
    case 'no-comma':
      return verdict(text !== '' && !text.includes(','), `${occurrences(text, /,/g)} commas`);
    case 'sections':
      return within(occurrences(text, new RegExp(`(?<!\\p{L})${escaped(asked.word)}\\s?\\d+`, 'giu')), asked);
    case 'divided-paragraphs': {
      const found = parts(text, /\s?\*\*\*\s?/);
      return verdict(found.length === asked.count && found.every((part) => part !== ''), `${found.length} parts`);
    }
    case 'placeholders':
      return within(occurrences(text, /\[.*?\]/g), asked);
    case 'highlights': {
      const plain = [...text.matchAll(/(?<!\*)\*([^\n*]+)\*(?!\*)/g)];
      const strong = [...text.matchAll(/\*\*([^\n*]+)\*\*/g)];
      return within([...plain, ...strong].filter((match) => match[1]?.trim()).length, asked);
    }
    case 'postscript':
      return verdict(new RegExp(`^[ \\t]*${escaped(asked.marker)}.*\\p{L}`, 'imu').test(text), text.slice(-80));
    case 'title':
      return verdict(/<<[^\n<>]*[^\s<>][^\n<>]*>>/.test(text), text.slice(0, 80));
    case 'repeats':
      return verdict(text.toLowerCase().startsWith(asked.text.trim().toLowerCase()), text.slice(0, 80));
    case 'two-answers': {
      const found = parts(text, new RegExp(escaped(asked.separator)));
      const right = found.length === 2 && found.every((part) => part !== '') && found[0] !== found[1];
      return verdict(right, `${found.length} parts`);
    }
    case 'quotation':
      return verdict(quotes[asked.marks].test(text), `${text.slice(0, 20)} … ${text.slice(-20)}`);
    case 'one-of': {
      const bare = text.replace(/\.$/, '').toLowerCase();
      return verdict(
        asked.answers.some((answer) => answer.replace(/\.$/, '').toLowerCase() === bare),
        text.slice(0, 80),
      );
    }
  }
}
