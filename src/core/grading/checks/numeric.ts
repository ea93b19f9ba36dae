import { type Finding, fails, holds } from '../finding.ts';
import { reason, shortened } from '../reasons.ts';
import { asNumber, resolve } from '../resolve.ts';
import { answerNumber } from '../text/answer-number.ts';
import { type WrittenNumber, asWrittenNumber, means } from '../text/numbers.ts';
import { type View, spanIn } from '../text/view.ts';
import type { Kind } from './kind.ts';

/** The answer's number; strictly, the answer is nothing but the number. */
export const numeric: Kind<'numeric'> = {
  strict: true,
  negatedWithoutField: 'fail',
  judge(check, subject, { truth, strict, negated }): Finding {
    const expected = asNumber(resolve(check.value, truth), String(check.value));
    const views: View[] = strict ? [subject.view] : [subject.prose, subject.view];
    for (const view of views) {
      const number: WrittenNumber | undefined = strict ? asWrittenNumber(view.text) : answerNumber(view.text);
      if (!number) continue;
      const places = [spanIn(view, number.start, number.end)];
      const actual = shortened(view.text.slice(number.start, number.end));
      if (means(number, expected, check.tolerance)) return holds(reason('number-forbidden', { actual }), places);
      return fails(reason('number-wrong', { expected, actual }), places);
    }
    // No number at all is no right number, and no wrong one to forbid either: both forms fail.
    return negated ? holds(reason('no-number', { expected })) : fails(reason('no-number', { expected }));
  },
};
