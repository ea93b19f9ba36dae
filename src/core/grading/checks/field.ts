import type { Span } from '#core/language/span.ts';
import type { Value } from '#core/exercises/simulation.ts';
import { type Finding, fails, holds } from '../finding.ts';
import { type Comparison, sameScalar, sameValue } from '../json/same-value.ts';
import { reason, shortened } from '../reasons.ts';
import { type Truth, resolve, written } from '../resolve.ts';
import { spanOfView } from '../text/view.ts';
import { type CheckOf, type Kind } from './kind.ts';

/** The values any one of which is right; `undefined` when the field only has to be there with something in it. */
function rightValues(check: CheckOf<'field'>, truth: Truth): Value[] | undefined {
  if (check.anyOf !== undefined) {
    const values = resolve(check.anyOf as Value, truth);
    return Array.isArray(values) ? values : [values];
  }
  return check.value === undefined ? undefined : [resolve(check.value, truth)];
}

/** The value of a field of the JSON answer. */
export const field: Kind<'field'> = {
  strict: true,
  negatedWithoutField: 'met',
  together(check, truth) {
    return rightValues(check, truth)?.some(Array.isArray) ?? false;
  },
  judge(check, subject, { truth, strict, answer }): Finding {
    const { output } = subject;
    const node = subject.node ?? answer.json(strict);
    const path = check.path ?? '';
    if (!node) return fails(reason('not-json', {}));
    const place = { start: node.start, end: node.end };
    const raw = (one: Span) => output.slice(one.start, one.end);
    // Values gathered from all over the answer have no place of their own that could be quoted.
    const gathered = path.includes('*') && (field.together?.(check, truth) ?? false);
    const whole = gathered ? `[${(node.items ?? []).map(raw).join(', ')}]` : raw(node);
    const actual = shortened(node.kind === 'string' ? subject.view.text : whole);
    const how: Comparison = { tolerance: check.tolerance, lenient: !strict, inAnyOrder: check.inAnyOrder };
    const right = rightValues(check, truth);
    if (right === undefined) {
      const empty = node.kind === 'null' || (node.kind === 'string' && sameScalar(subject.view.text, null, how));
      return empty
        ? fails(reason('field-missing', { path }), [spanOfView(subject.raw)])
        : holds(reason('field-forbidden', { path, actual }), [place]);
    }
    if (right.some((value) => sameValue(output, node, value, how))) {
      return holds(reason('field-forbidden', { path, actual }), [place]);
    }
    const expected = shortened(right.map(written).join(', '));
    return fails(reason('field-wrong', { path, expected, actual }), [place]);
  },
};
