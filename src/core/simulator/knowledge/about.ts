import { hash } from '#core/chance/chance.ts';
import type { Message } from '#core/prompts/prompt.ts';
import type { Reading } from '../reading/reading.ts';
import { plainWords } from './shingles.ts';
import { materialOf, topicOf } from './topic.ts';

/**
 * A fingerprint of what a prompt is about: its data, else its topic, else the words of its last message. Two prompts
 * on one text share a fate, however they put their instructions.
 */
export function aboutOf(reading: Reading, messages: readonly Message[]): string {
  const material = plainWords(materialOf(reading).slice(0, 5000));
  if (material.length >= 5) return `data:${hash(...material)}`;
  const topic = plainWords(topicOf(reading));
  if (topic.length > 0) return `topic:${topic.slice(0, 6).join(' ')}`;
  return `text:${hash(...plainWords((messages.at(-1)?.content ?? '').slice(0, 5000)))}`;
}
