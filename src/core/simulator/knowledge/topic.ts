import type { Reading } from '../reading/reading.ts';
import { isOurs } from '../temperament/traits.ts';

/** What the task is about, in the prompt's own words. */
export function topicOf(reading: Reading): string {
  for (const one of reading.instructions) {
    if (one.request.kind !== 'task' || !isOurs(one)) continue;
    const object = one.request.object
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/[.:;,!?]+$/, '');
    const about = /\b(?:about|on|sur|au sujet de|à propos de)\s+(.{3,80})$/iu.exec(object)?.[1] ?? object;
    if (about.length >= 3) return about.slice(0, 80).replace(/\s\S*$/, (rest) => (about.length > 80 ? '' : rest));
  }
  return '';
}

/** The material of the prompt, as one text. */
export function materialOf(reading: Reading): string {
  return reading.data.map((block) => block.text).join('\n\n');
}
