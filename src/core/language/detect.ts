import { francAll } from 'franc-min';
import { englishOrFrench } from './function-words.ts';
import { isoCodes } from './iso-codes.ts';

/** A share of function words that only the language's own texts have. */
const ownShare = 0.2;
const readAtMost = 4000;

/** The language of a text as an ISO 639-1 code; `und` with confidence 0 when there is nothing to tell it by. */
export function detectLanguage(text: string): { language: string; confidence: number } {
  const sample = text.length > readAtMost ? text.slice(0, readAtMost) : text;
  const near = englishOrFrench(sample);
  if (near.total === 0) return foreign(sample) ?? { language: 'und', confidence: 0 };
  const share = near.known / near.total;
  if (share >= ownShare && near.confidence >= 0.3) {
    return { language: near.language, confidence: Math.min(1, 0.5 + share * near.confidence) };
  }
  const other = near.total >= 4 ? foreign(sample) : undefined;
  if (other && other.language !== near.language && near.known < 2 && other.confidence > 0) return other;
  if (other && share < 0.12 && other.language !== 'en' && other.language !== 'fr') return other;
  return { language: near.language, confidence: Math.min(0.8, near.confidence * (0.3 + share * 2)) };
}

function foreign(sample: string): { language: string; confidence: number } | undefined {
  const ranked = francAll(sample, { minLength: 10 });
  const [first, second] = ranked;
  const language = first && isoCodes[first[0]];
  if (!language) return undefined;
  return { language, confidence: second ? Math.min(1, 0.5 + 5 * (first[1] - second[1])) : 0.9 };
}
