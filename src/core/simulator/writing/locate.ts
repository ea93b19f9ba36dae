import type { Decision } from '../explanation.ts';
import type { Span } from '#core/language/span.ts';
import type { Piece } from './draft.ts';

/** Gives every decision the places in the output that it shaped. */
export function locate(decisions: readonly Decision[], pieces: readonly Piece[], length: number): Decision[] {
  const spans = new Map<string, Span[]>();
  let at = 0;
  for (const piece of pieces) {
    const start = Math.min(at, length);
    const end = Math.min(at + piece.text.length, length);
    at += piece.text.length;
    if (start === end) continue;
    for (const id of new Set(piece.because)) {
      const own = spans.get(id) ?? [];
      const last = own.at(-1);
      if (last && last.end === start) last.end = end;
      else own.push({ start, end });
      spans.set(id, own);
    }
  }
  return decisions.map((decision) => ({ ...decision, output: spans.get(decision.id) ?? decision.output }));
}
