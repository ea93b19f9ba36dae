import { hasNumber } from './numerals.ts';
import type { Sentence } from './sentence.ts';

const grammatical =
  /\b(?:in|with|no|without|of|for|an?|the|to|about|on|and|not|don't|en|avec|sans|de|du|des|une?|le|la|les|pour|sur|pas|aucune?|et|au|aux)\b/;

/** Bare nouns in a row ask for nothing; a clause with a preposition, a number or a quotation does. */
export function isHeap({ bare, text, quoted }: Sentence): boolean {
  const parts = bare.split(/[,;|]/);
  if (parts.length < 3 || /[:(]/.test(text) || hasNumber.test(bare) || quoted.length > 0) return false;
  return parts.filter((part) => grammatical.test(part)).length < parts.length / 2;
}

/** Praise of the answer to come, which nobody can act on: "be great, in a tone that fits us". */
const vague: ReadonlySet<string> = new Set(
  (
    'tone good correct quality way thing work do useful big important help all possible style keep give answer write clear-thing company ' +
    '~great ~excel ~perfect ~amaz ~brilliant ~best ~nice ~fit ~suit ~awesom ~wonder ~outstand ~super ~magnifiqu ~parfait ~genial ~convient ~effort ~attent ~care ~smart ~genius'
  ).split(' '),
);

/** An instruction, or a rule that lays down what is so ("sarcasm counts as negative"), with something to act on. */
export function substantial(sentence: Sentence): boolean {
  const { parsed, low } = sentence;
  if (parsed.question) return false;
  if (
    parsed.frames.every((frame) => frame.terms.every((term) => term.senses.some((sense) => vague.has(sense.concept))))
  )
    return false;
  const terms = parsed.frames.flatMap((frame) => frame.terms).filter((term) => term.weight >= 0.5);
  if (parsed.frames.every((frame) => frame.mode === 'reported')) return false;
  if (parsed.directive)
    return terms.length >= 2 || (terms.length === 1 && parsed.frames.some((frame) => frame.negated));
  return (
    terms.length >= 3 &&
    /\b(?:is|are|counts?|means?|becomes?|gets?|stays?|remains?|est|sont|compte|signifie|devient|vaut|reste|recoivent?|prend|receives?|lira|read|sert|apparaissent|a le droit)\b/.test(
      low,
    )
  );
}
