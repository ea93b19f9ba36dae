import type { Span } from '#core/language/span.ts';
import type { FlawMark } from './verdict.ts';

const inWord = /[\p{L}\p{N}\p{M}_]/u;

/**
 * The mark that a rough selection means: whole words, no white space at its ends. Fingers and hurried mice begin and end
 * in the middle of words. Nothing when no word was selected.
 */
export function markOf(output: string, text: string, { start, end }: Span): FlawMark | undefined {
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  if (!inWord.test(text.slice(start, end))) return undefined;
  while (start > 0 && inWord.test(text[start] ?? '') && inWord.test(text[start - 1] ?? '')) start--;
  while (end < text.length && inWord.test(text[end - 1] ?? '') && inWord.test(text[end] ?? '')) end++;
  return { output, start, end, quote: text.slice(start, end) };
}
