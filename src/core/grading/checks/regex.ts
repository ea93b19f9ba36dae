import { RE2JS } from 're2js';
import type { Span } from '#core/language/span.ts';
import { type Finding, fails, holds } from '../finding.ts';
import { reason, shortened } from '../reasons.ts';
import { AuthoringProblem, asText, resolve } from '../resolve.ts';
import { foldView } from '../text/fold.ts';
import { type View, spanIn } from '../text/view.ts';
import { type Kind, formsOf } from './kind.ts';
import { namesOtherScript } from './scripts.ts';

const flagValues: Record<string, number> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

/** Patterns are few and used for every sample of every case; the oldest goes when there are many. */
const compiled = new Map<string, RE2JS>();
const mostCompiled = 200;

/** Compiles RE2 syntax, which knows no pattern that takes more than linear time. */
export function compilePattern(pattern: string, flags = ''): RE2JS {
  const key = `${flags}/${pattern}`;
  const known = compiled.get(key);
  if (known) return known;
  let made: RE2JS;
  try {
    if (namesOtherScript(pattern)) throw new Error('no such script');
    made = RE2JS.compile(
      pattern,
      [...flags].reduce((sum, flag) => sum | (flagValues[flag] ?? 0), 0),
    );
  } catch {
    throw new AuthoringProblem(reason('invalid-regex', { pattern: shortened(pattern) }));
  }
  if (compiled.size >= mostCompiled) compiled.delete(compiled.keys().next().value ?? '');
  compiled.set(key, made);
  return made;
}

const mostPlaces = 50;

function matches(pattern: RE2JS, view: View): Span[] {
  const matcher = pattern.matcher(view.text);
  const places: Span[] = [];
  while (places.length < mostPlaces && matcher.find()) places.push(spanIn(view, matcher.start(), matcher.end()));
  return places;
}

/** Some part of the text matches a pattern. What a placeholder inserts among other words is matched to the letter; one that
 * stands alone is the pattern. */
export const regex: Kind<'regex'> = {
  strict: true,
  negatedWithoutField: 'whole',
  judge(check, subject, context): Finding {
    const pattern = asText(resolve(check.value, context.truth, RE2JS.quote), check.value);
    const expression = compilePattern(pattern, check.flags);
    for (const form of spellings(formsOf(subject, context), context.strict)) {
      if (!expression.test(form.text)) continue;
      // To ask where takes much longer; where it was to be found, nobody does.
      const places = context.negated ? matches(expression, form) : [];
      const first = places[0] ? subject.output.slice(places[0].start, places[0].end) : '';
      return holds(reason('pattern-found', { text: shortened(first) }), places);
    }
    return fails(reason('pattern-missing', {}));
  },
};

/** Straight quotation marks and plain spaces in a pattern also stand for the typographic ones, unless strictly. */
function* spellings(forms: Iterable<View>, strict: boolean): Generator<View> {
  for (const form of forms) {
    yield form;
    if (!strict && /[^\n\x20-\x7e]/.test(form.text)) yield foldView(form, 'typography-with-lines');
  }
}
