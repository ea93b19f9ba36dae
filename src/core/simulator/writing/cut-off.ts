import { sliceByTokens, estimateTokenCount } from 'tokenx';
import type { Parameters } from '#core/prompts/prompt.ts';
import { joined, type Piece } from './draft.ts';

/** Ends the text at the first stop sequence and at the most tokens. */
export function cutOff(
  pieces: readonly Piece[],
  { stop = [], maxTokens }: Parameters,
): { text: string; finishReason: 'stop' | 'length' } {
  let text = joined(pieces);
  for (const sequence of stop) {
    const at = sequence === '' ? -1 : text.indexOf(sequence);
    if (at >= 0) text = text.slice(0, at);
  }
  if (maxTokens === undefined || estimateTokenCount(text) <= maxTokens) return { text, finishReason: 'stop' };
  const kept = sliceByTokens(text, 0, maxTokens);
  return { text: text.startsWith(kept) ? kept : text.slice(0, kept.length), finishReason: 'length' };
}
