import { countCharacters, countItems, countParagraphs, countSentences, countWords } from '#core/language/measure.ts';
import type { Subject } from '../answer.ts';
import { type Finding, fails, holds } from '../finding.ts';
import { reason } from '../reasons.ts';
import { asNumber, resolve } from '../resolve.ts';
import { spanOfView } from '../text/view.ts';
import { type Context, type Kind, formsOf } from './kind.ts';

type Bound = number | string | undefined;

interface CountCheck {
  value: number | { min?: Bound; max?: Bound };
}

/**
 * How much there is of something, by the same functions the simulated model writes to. Leniently the count may hold
 * with or without the model's small talk around the answer. A bare number means exactly so many.
 */
function count(measure: string, counter: (text: string) => number, leniently = (text: string) => text) {
  return {
    strict: true,
    negatedWithoutField: 'fail' as const,
    judge(check: CountCheck, subject: Subject, context: Context): Finding {
      const bound = (value: Bound, otherwise: number) =>
        value === undefined ? otherwise : asNumber(resolve(value, context.truth), String(value));
      const value = check.value;
      const min = typeof value === 'number' ? value : bound(value.min, 0);
      const max = typeof value === 'number' ? value : bound(value.max, Infinity);
      const forms =
        context.negated && !context.strict ? [subject.view] : [...formsOf(subject, { ...context, negated: false })];
      const counts = (
        subject.node ? forms : forms.filter((form) => form !== subject.prose || form === subject.view)
      ).map((form) => counter(form.text));
      if (!context.strict && !context.negated)
        counts.push(counter(leniently(subject.lenient.at(-1)?.text ?? subject.view.text)));
      const place = [spanOfView(subject.view)];
      const right = counts.find((found) => found >= min && found <= max);
      if (right !== undefined) return holds(reason('count-forbidden', { measure, count: right }), place);
      const found = counts.reduce((best, next) => (distance(next, min, max) < distance(best, min, max) ? next : best));
      if (found < min) return fails(reason('too-few', { measure, count: found, min }), []);
      return fails(reason('too-many', { measure, count: found, max }), place);
    },
  };
}

/** A short line of its own that ends no sentence and is no item: a greeting, a title, a closing formula, a name. */
const formality = /^(?!\s*(?:[-*+•–]|\d+[.)])\s)(?:\S+[ \t]+){0,5}\S*[^\s.!?…:;]$/u;
/** "Kind regards," and who sends them. */
const mostAtTheEnd = 3;

/** A letter's sentences, as people count them, are those between its greeting and its closing formula. */
function withoutFormalities(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isFormality = (line: string | undefined) =>
    line !== undefined && line.length <= 60 && formality.test(line.trim());
  if (isFormality(lines[0])) lines.shift();
  for (let i = 0; i < mostAtTheEnd && lines.length > 1 && isFormality(lines.at(-1)); i++) lines.pop();
  return lines.some((line) => /[.!?…]["'”’»)*_]*\s*$/u.test(line)) ? lines.join('\n') : text;
}

function distance(found: number, min: number, max: number): number {
  return found < min ? min - found : Math.max(0, found - max);
}

export const wordCount: Kind<'word-count'> = count('words', countWords);
export const sentenceCount: Kind<'sentence-count'> = count('sentences', countSentences, withoutFormalities);
export const paragraphCount: Kind<'paragraph-count'> = count('paragraphs', countParagraphs);
export const bulletCount: Kind<'bullet-count'> = count('bullets', countItems);
export const characterCount: Kind<'character-count'> = count('characters', countCharacters);
