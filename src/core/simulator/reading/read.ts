import type { Message } from '#core/prompts/prompt.ts';
import { englishOrFrench } from '#core/language/function-words.ts';
import { sentences } from '#core/language/segment.ts';
import type { Reading } from './reading.ts';

/** Reads a request. Never throws, in time linear in its length. */
export function read(messages: readonly Message[]): Reading {
  const reading: Reading = { language: 'en', instructions: [], clauses: [], data: [], examples: [], unread: [] };
  messages.forEach((message, index) => {
    const { language } = englishOrFrench(message.content);
    reading.language = language;
    for (const sentence of sentences(message.content)) {
      const span = { message: index, start: sentence.start, end: sentence.end };
      const source = message.role === 'system' ? 'system' : 'user';
      reading.clauses.push({ span, text: sentence.text, language, source });
    }
  });
  return reading;
}
