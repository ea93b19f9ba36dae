import { estimateTokenCount } from 'tokenx';
import type { Message } from '#core/prompts/prompt.ts';

/** Tokens that a message costs besides its text. */
const perMessage = 4;

export function countTokens(text: string): number {
  return estimateTokenCount(text);
}

export function countMessageTokens(messages: readonly Message[]): number {
  return messages.reduce((sum, message) => sum + countTokens(message.content) + perMessage, 0);
}

/** Cuts a text where a model's tokens would roughly end: words with the space before them, long ones in parts. */
export function tokensOf(text: string): string[] {
  return text.match(/\s*[\p{L}\p{N}]{1,7}|\s*[^\s\p{L}\p{N}]{1,3}|\s+/gu) ?? [];
}
