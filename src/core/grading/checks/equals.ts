import { type Finding, fails, holds } from '../finding.ts';
import { type Comparison, bare, sameScalar, sameValue } from '../json/same-value.ts';
import { reason, shortened } from '../reasons.ts';
import { resolve, written } from '../resolve.ts';
import { spanOfView, trimmed } from '../text/view.ts';
import { type Kind, formsOf } from './kind.ts';

/**
 * The answer is this and nothing else. Leniently case, typography, marks and punctuation at the ends are forgiven
 * ("One, two, three!" is "one, two, three"); a value that is no text is compared with the JSON answer.
 */
export const equals: Kind<'equals'> = {
  strict: true,
  negatedWithoutField: 'met',
  judge(check, subject, context): Finding {
    const { strict, truth, answer } = context;
    const expected = resolve(check.value, truth);
    const how: Comparison = { tolerance: 0, lenient: !strict, inAnyOrder: false };
    const node = subject.node ?? answer.json(strict);
    const places = [spanOfView(trimmed(subject.view))];
    const same =
      [...formsOf(subject, context)].some((form) =>
        typeof expected === 'string'
          ? strict
            ? form.text === expected
            : bare(form.text) === bare(expected)
          : !strict && typeof expected === 'number' && form.text.length < 60 && sameScalar(form.text, expected, how),
      ) ||
      (typeof expected !== 'string' && node !== undefined && sameValue(subject.output, node, expected, how));
    const text = shortened(written(expected));
    if (same) return holds(reason('same-as-forbidden', { text }), places);
    return fails(reason('differs', { expected: text, actual: shortened(subject.view.text) }), places);
  },
};
