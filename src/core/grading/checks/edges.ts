import { type Finding, fails, holds } from '../finding.ts';
import { reason, shortened } from '../reasons.ts';
import { asText, resolve } from '../resolve.ts';
import { spanIn, viewOf } from '../text/view.ts';
import { type Kind, formsOf, spelled } from './kind.ts';

const glance = 60;

/** The answer begins with a text; leniently whatever its case and typography, after a preamble or a mark. */
export const startsWith: Kind<'starts-with'> = {
  strict: true,
  negatedWithoutField: 'whole',
  judge(check, subject, context): Finding {
    const text = asText(resolve(check.value, context.truth), check.value);
    const wanted = spelled(viewOf(text), context, !context.strict).text.trimStart();
    for (const view of formsOf(subject, context)) {
      const form = spelled(view, context, !context.strict);
      if (form.text.startsWith(wanted)) {
        return holds(reason('forbidden-start', { text: shortened(text) }), [spanIn(form, 0, wanted.length)]);
      }
    }
    const actual = subject.view.text.slice(0, glance);
    return fails(reason('wrong-start', { expected: shortened(text), actual: shortened(actual) }), [
      spanIn(subject.view, 0, actual.length),
    ]);
  },
};

/** The answer ends with a text; leniently a closing quotation mark or fence after it does no harm. */
export const endsWith: Kind<'ends-with'> = {
  strict: true,
  negatedWithoutField: 'whole',
  judge(check, subject, context): Finding {
    const text = asText(resolve(check.value, context.truth), check.value);
    const wanted = spelled(viewOf(text), context, !context.strict).text.trimEnd();
    for (const view of formsOf(subject, context)) {
      const form = spelled(view, context, !context.strict);
      const ends = context.strict ? [form.text] : [form.text, form.text.replace(/["'\s]{1,8}$/, '')];
      const end = ends.find((candidate) => candidate.endsWith(wanted));
      if (end !== undefined) {
        const places = [spanIn(form, end.length - wanted.length, end.length)];
        return holds(reason('forbidden-end', { text: shortened(text) }), places);
      }
    }
    const { view } = subject;
    const start = Math.max(0, view.text.length - glance);
    return fails(reason('wrong-end', { expected: shortened(text), actual: shortened(view.text.slice(start)) }), [
      spanIn(view, start, view.text.length),
    ]);
  },
};
