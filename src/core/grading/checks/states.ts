import type { Meaning } from '#core/exercises/simulation.ts';
import { compileMeaning, findMeaning } from '#core/language/meaning.ts';
import { type Finding, fails, holds, unknown } from '../finding.ts';
import { reason } from '../reasons.ts';
import { spanIn } from '../text/view.ts';
import type { CheckOf, Context, Kind } from './kind.ts';

/** The text states a meaning, whatever its wording; what is too near the border is not graded. */
export const states: Kind<'states'> = {
  strict: false,
  negatedWithoutField: 'whole',
  judge(check, subject, context): Finding {
    const name = check.use ?? check.id;
    const meaning = meaningOf(check, context);
    if (!meaning) return unknown(reason('unknown-meaning', { meaning: name }));
    const found = findMeaning(compileMeaning(meaning), subject.prose.text, 'statement');
    const places = found.span ? [spanIn(subject.prose, found.span.start, found.span.end)] : [];
    if (found.verdict === 'unsure') return { ...unknown(reason('meaning-unsure', { meaning: name })), places };
    if (found.verdict === 'yes') return holds(reason('meaning-found', { meaning: name }), places);
    return fails(reason('meaning-missing', { meaning: name }));
  },
};

function meaningOf(check: CheckOf<'states'>, { meanings }: Context): Meaning | undefined {
  if (check.use === undefined) return check.value;
  return Object.hasOwn(meanings, check.use) ? meanings[check.use] : undefined;
}
