import { bullets, lines, paragraphs, sentences } from './segment.ts';

const written = /[\p{L}\p{N}]/u;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const listNumber = /^[ \t]*\(?(?:\d{1,3}|[a-z])[.)][ \t]/gim;
const fence = /^[ \t]*(?:```|~~~).*$/gm;

/**
 * Words as people count them: stretches between white space that hold a letter or a digit. Marks of Markdown, numbers
 * of list items and lone punctuation are none; what dashes or table lines divide counts apart.
 */
export function countWords(text: string): number {
  const bare = text.replace(fence, ' ').replace(listNumber, ' ');
  let count = 0;
  for (const [chunk] of bare.matchAll(/[^\s|—…]+/g)) {
    if (!written.test(chunk)) continue;
    const ideographs = chunk.match(han)?.length ?? 0;
    count += Math.max(1, ideographs);
  }
  return count;
}

/** Sentences that hold a word; code and headings are none. */
export function countSentences(text: string): number {
  return sentences(text).filter((one) => written.test(one.text) && !/^(?:```|~~~|#{1,6}\s)/.test(one.text)).length;
}

/** Paragraphs that hold a word; a heading alone is none. */
export function countParagraphs(text: string): number {
  return paragraphs(text).filter((one) => written.test(one.text) && !/^#{1,6}\s[^\n]*$/.test(one.text)).length;
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
