import type { Flaw } from '#core/exercises/arbitrate.ts';
import { sentences } from '#core/language/segment.ts';
import type { Span } from '#core/language/span.ts';
import type { FlawMark } from './verdict.ts';

/** At least this share of what is marked has to lie in the sentences of the flaw: marking everything finds nothing. */
const leastAimed = 0.5;

/**
 * Whether a mark finds a flaw: it covers enough of the quote, and does not sprawl. People mark a word, a clause or the
 * sentence around it; all of these are the same finding, so a mark may reach as far as the sentences the quote stands in.
 */
export function findsFlaw(text: string, mark: FlawMark, { output, quote, overlap }: Flaw): boolean {
  const flaw = spanOf(text, quote);
  const marked = placeOf(text, mark);
  if (mark.output !== output || !flaw || !marked || marked.end <= marked.start) return false;
  const covered = common(marked, flaw) / (flaw.end - flaw.start);
  const aimed = common(marked, sentencesAround(text, flaw)) / (marked.end - marked.start);
  return covered >= overlap - 1e-9 && aimed >= leastAimed;
}

/** Where a mark lies: where it was made, or, in a text that has changed since, where its words stand now. */
export function placeOf(text: string, { start, end, quote }: FlawMark): Span | undefined {
  return text.slice(start, end) === quote ? { start, end } : spanOf(text, quote);
}

export function spanOf(text: string, quote: string): Span | undefined {
  const start = text.indexOf(quote);
  return start < 0 || quote === '' ? undefined : { start, end: start + quote.length };
}

function sentencesAround(text: string, { start, end }: Span): Span {
  const touched = sentences(text).filter((one) => one.start < end && one.end > start);
  return {
    start: Math.min(start, ...touched.map((one) => one.start)),
    end: Math.max(end, ...touched.map((one) => one.end)),
  };
}

function common(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}
