import type { Span } from '#core/language/span.ts';
import { itemMark } from '#core/language/segment.ts';

const fence = /^ {0,3}(?:`{3,}|~{3,})/;
const heading = /^ {0,3}#{1,6}\s/;

/**
 * A text cut into what is read, and compared, at one go: blocks between blank lines, single headings, single list items; a code
 * fence is one. Unlike the paragraphs that checks count, these cover the text without a gap: white space belongs to the
 * paragraph before it.
 */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let fenced = false;
  let afterBreak = false;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, Math.min(end, at + 200)); // its beginning tells what it is
    const blank = !fenced && line.trim() === '';
    const opens = fence.test(line);
    if (!fenced && !blank && at > start && (afterBreak || itemMark.test(line) || heading.test(line))) {
      spans.push({ start, end: at });
      start = at;
    }
    if (opens) fenced = !fenced;
    if (!blank || at > start) afterBreak = blank || (!fenced && heading.test(line));
    at = end;
  }
  if (text.length > start) spans.push({ start, end: text.length });
  return spans;
}
