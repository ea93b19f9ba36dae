import { estimateTokenCount } from 'tokenx';

/** Tokens a text will roughly take (within some percent for English and French); exact counts are the provider's. */
export function estimateTokens(text: string): number {
  return estimateTokenCount(text);
}
