import { classOf, ideograph, space, written } from './characters.ts';
import { bullets, lines, paragraphs, sentences } from './segment.ts';

const listNumber = /^[ \t]*\(?(?:\d{1,3}|[a-z])[.)][ \t]/gim;
const fence = /^[ \t]*(?:```|~~~).*$/gm;
const anyWritten = /[\p{L}\p{N}]/u;

const bar = 0x7c;
const dash = 0x2014;
const ellipsis = 0x2026;

/**
 * Words as people count them: stretches between white space that hold a letter or a digit. Marks of Markdown, numbers
 * of list items and lone punctuation are none; what dashes or table lines divide counts apart.
 */
export function countWords(text: string): number {
  const open = text.includes('```') || text.includes('~~~') ? text.replace(fence, ' ') : text;
  const bare = open.replace(listNumber, ' ');
  let count = 0;
  let ideographs = 0;
  let holds = 0;
  const close = () => {
    if ((holds & written) !== 0) count += Math.max(1, ideographs);
    holds = 0;
    ideographs = 0;
  };
  for (let i = 0; i < bare.length; i++) {
    const code = bare.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    const is = classOf(code);
    if ((is & space) !== 0 || code === bar || code === dash || code === ellipsis) close();
    else {
      holds |= is;
      if ((is & ideograph) !== 0) ideographs++;
    }
  }
  close();
  return count;
}

/** Sentences that hold a word; code and headings are none. */
export function countSentences(text: string): number {
  return sentences(text).filter((one) => anyWritten.test(one.text) && !/^(?:```|~~~|#{1,6}\s)/.test(one.text)).length;
}

/** Paragraphs that hold a word; a heading alone is none. */
export function countParagraphs(text: string): number {
  return paragraphs(text).filter((one) => anyWritten.test(one.text) && !/^#{1,6}\s[^\n]*$/.test(one.text)).length;
}

/** Lines that are not empty. */
export function countLines(text: string): number {
  return lines(text).length;
}

/** Items of bulleted and numbered lists. */
export function countItems(text: string): number {
  return bullets(text).length;
}

/** Characters as a reader counts them (code points), white space around the text aside. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text.trim()) count++;
  return count;
}
