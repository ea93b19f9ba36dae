import { detectLanguage } from '#core/language/detect.ts';
import { countWords } from '#core/language/measure.ts';
import { type Finding, fails, holds, unknown } from '../finding.ts';
import { reason } from '../reasons.ts';
import { asText, resolve } from '../resolve.ts';
import { spanOfView } from '../text/view.ts';
import type { Kind } from './kind.ts';

/** Fewer words than this do not tell a language. */
const fewestWords = 4;
/** Below this the detector is guessing. */
const leastConfidence = 0.5;
/** More than enough to tell a language by. */
const readAtMost = 20_000;

/** So many words around quotations tell the language without them. */
const enoughWords = 8;
const quotation = /“[^“”]{12,}”|«[^«»]{12,}»|(?<![\p{L}\p{N}])"[^"\n]{12,}"(?![\p{L}\p{N}])|^[ \t]*>.*$/gmu;

/** The text without what it quotes, which is in the language of the source, if enough is left to tell by. */
function ownWords(text: string): string {
  const own = text.replace(quotation, ' ');
  return countWords(own) >= enoughWords ? own : text;
}

/** The text is written in a language (ISO 639-1); code, quotations and keys of JSON do not count. */
export const language: Kind<'language'> = {
  strict: false,
  negatedWithoutField: 'whole',
  judge(check, subject, { truth }): Finding {
    const expected = asText(resolve(check.value, truth), check.value).trim().toLowerCase().slice(0, 2);
    const text = ownWords(subject.prose.text.slice(0, readAtMost).replace(/```[^`]*```/g, ' '));
    const words = countWords(text);
    const found = detectLanguage(text);
    if (found.language === expected && found.confidence >= leastConfidence) {
      return holds(reason('language-forbidden', { actual: found.language }), [spanOfView(subject.view)]);
    }
    if (words < fewestWords) return unknown(reason('too-short-for-language', { words }));
    if (found.confidence < leastConfidence) return unknown(reason('language-unsure', { actual: found.language }));
    return fails(reason('language-wrong', { expected, actual: found.language }), [spanOfView(subject.view)]);
  },
};
