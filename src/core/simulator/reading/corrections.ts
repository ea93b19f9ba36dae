import { number, unitOf, unitPattern, valueOf } from './quantity.ts';
import type { Instruction } from './reading.ts';
import type { Found, Sentence } from './sentence.ts';

const takenBack =
  /^(?:no|non|actually|en fait|wait|sorry|pardon|correction|rather|plutot|finalement|make that|make it|on second thought|scratch that|instead|disons|tout compte fait|attends)\b[\s,:;.!-]*/;
const barely = new RegExp(
  `^(?:(?:no|non|actually|en fait|wait|sorry|pardon|correction|rather|plutot|finalement|let's|make that|make it|say|disons|mets|fais|en|plutot|,|:|;|\\.|-|\\s)+)(${number})(?:\\s(${unitPattern}))?[\\s.!]*(?:instead|plutot|a la place)?[.!]*$`,
);

/** Whether a sentence takes back what an earlier one asked. */
export function takesBack(sentence: Sentence): boolean {
  return (
    takenBack.test(sentence.low) && !/^no [a-z-]+s?\b(?! (?:make|let))/.test(sentence.low.replace(/^no,/, 'no make'))
  );
}

/** "No, make that five": a number alone takes the unit of the count it corrects. */
export function bareCorrection(sentence: Sentence, earlier: readonly Instruction[]): Found | undefined {
  const match = barely.exec(sentence.low);
  if (!match) return undefined;
  const unit = match[2] === undefined ? undefined : unitOf(match[2]);
  const counts = earlier.filter(
    (one) => one.request.kind === 'count' && (unit === undefined || one.request.unit === unit),
  );
  const last = counts.at(-1)?.request;
  if (last?.kind !== 'count') return undefined;
  return { request: { ...last, value: valueOf(match[1] ?? '') }, polarity: 1, start: 0, end: sentence.text.length };
}

/** The earlier instruction that a correction replaces: the last of the same kind, unit and place. */
export function corrected(found: Found, earlier: readonly Instruction[]): string | undefined {
  return earlier.findLast((one) => {
    if (one.request.kind !== found.request.kind) return false;
    if (one.request.kind === 'count' && found.request.kind === 'count') return one.request.unit === found.request.unit;
    return true;
  })?.id;
}
