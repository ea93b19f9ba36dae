import { englishOrFrench } from './function-words.ts';
import { isoCodes } from './iso-codes.ts';
import { nearestLanguages } from './trigrams.ts';

/** A share of function words that only the language's own texts have. */
const ownShare = 0.2;
/** From this share of function words on nobody else has to be asked. */
const surelyOwn = 0.55;
const readAtMost = 4000;

/** Scripts that one language has to itself, or nearly so. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['kn', /\p{Script=Kannada}/gu],
  ['gu', /\p{Script=Gujarati}/gu],
  ['pa', /\p{Script=Gurmukhi}/gu],
  ['ml', /\p{Script=Malayalam}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['si', /\p{Script=Sinhala}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
];
const latin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** The language that the script of a text tells; Japanese is told by its kana, however many Chinese signs are among them. */
function byScript(sample: string): string | undefined {
  if (latin.test(sample)) return undefined;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return scripts.find(
    ([code, script]) => (sample.match(script)?.length ?? 0) > letters * (code === 'ja' ? 0.1 : 0.5),
  )?.[0];
}

/** The language of a text as an ISO 639-1 code; `und` with confidence 0 when there is nothing to tell it by. */
export function detectLanguage(text: string): { language: string; confidence: number } {
  const sample = text.length > readAtMost ? text.slice(0, readAtMost) : text;
  const script = byScript(sample);
  if (script !== undefined) return { language: script, confidence: 1 };
  const near = englishOrFrench(sample);
  if (near.total === 0) {
    const other = foreign(sample);
    return other ? { language: other.language, confidence: other.confidence } : { language: 'und', confidence: 0 };
  }
  const share = near.known / near.total;
  // Spanish, Italian and others share short words with French: a text with few function words is looked at twice.
  const other = near.total >= 6 && share < surelyOwn ? foreign(sample) : undefined;
  const strange = other !== undefined && other.language !== 'en' && other.language !== 'fr';
  if (strange && other.confidence > 0.5 && other.rival < 0.9)
    return { language: other.language, confidence: other.confidence };
  if (share >= ownShare && near.confidence >= 0.3) {
    return { language: near.language, confidence: Math.min(1, 0.5 + share * near.confidence) };
  }
  if (strange && share < 0.12) return { language: other.language, confidence: other.confidence };
  return { language: near.language, confidence: Math.min(0.8, near.confidence * (0.3 + share * 2)) };
}

/** Shorter than this, a text tells nothing. */
const fewestCharacters = 10;

function foreign(sample: string): { language: string; confidence: number; rival: number } | undefined {
  if (sample.length < fewestCharacters) return undefined;
  const ranked = nearestLanguages(sample);
  const [first, second] = ranked;
  const language = first && isoCodes[first.language];
  if (!language) return undefined;
  const rival = Math.max(
    0,
    ...ranked.filter((one) => one.language === 'eng' || one.language === 'fra').map(({ score }) => score),
  );
  return { language, confidence: second ? Math.min(1, 0.51 + 5 * (first.score - second.score)) : 0.9, rival };
}
