import type { Span } from '#core/language/span.ts';

/** A stretch of a text and which of the given spans it lies in, by their index. */
export interface TextPiece extends Span {
  text: string;
  within: number[];
}

/** Cuts a text wherever one of the spans begins or ends. Nothing of the text is lost. */
export function pieces(text: string, spans: readonly Span[]): TextPiece[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of spans) {
    cuts.add(Math.min(text.length, Math.max(0, start)));
    cuts.add(Math.min(text.length, Math.max(0, end)));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1]!;
    const within = spans.flatMap((span, which) => (span.start <= start && span.end >= end ? [which] : []));
    return { start, end, text: text.slice(start, end), within };
  });
}

/** The name of a place: A for the first. */
export const letterOf = (index: number) => 'ABCD'[index] ?? '?';
