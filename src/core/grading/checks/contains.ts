import type { Span } from '#core/language/span.ts';
import type { Subject } from '../answer.ts';
import { type Finding, fails, holds } from '../finding.ts';
import { reason, shortened } from '../reasons.ts';
import { asText, asTexts, resolve, written } from '../resolve.ts';
import { type Context, type Kind, formsOf, occurrences, spelled, wantedSpelling } from './kind.ts';

/** Where each of the texts occurs, in the first form of the subject that has it. */
function search(texts: string[], subject: Subject, context: Context, ignoreCase: boolean): Span[][] {
  const found = texts.map((): Span[] => []);
  const wanted = texts.map((text) => wantedSpelling(text, context, ignoreCase));
  for (const form of formsOf(subject, context)) {
    const folded = spelled(form, context, ignoreCase);
    wanted.forEach((text, index) => {
      if (found[index]?.length === 0) found[index] = occurrences(folded, text);
    });
    if (found.every((places) => places.length > 0)) break;
  }
  return found;
}

const shared = { strict: true, negatedWithoutField: 'whole' } as const;

function single(ignoreCase: boolean) {
  return {
    ...shared,
    judge(check: { value: string }, subject: Subject, context: Context): Finding {
      const text = asText(resolve(check.value, context.truth), check.value);
      const [places = []] = search([text], subject, context, ignoreCase);
      if (places.length > 0) return holds(reason('text-found', { text: shortened(text) }), places);
      return fails(reason('text-missing', { text: shortened(text) }));
    },
  };
}

function all(ignoreCase: boolean) {
  return {
    ...shared,
    judge(check: { value: string | string[] }, subject: Subject, context: Context): Finding {
      const texts = asTexts(resolve(check.value, context.truth), written(check.value));
      const found = search(texts, subject, context, ignoreCase);
      const missing = texts.filter((_, index) => found[index]?.length === 0);
      if (missing.length === 0)
        return holds(reason('all-texts-found', { texts: shortened(texts.join(', ')) }), found.flat());
      return fails(reason('texts-missing', { texts: shortened(missing.join(', ')), count: missing.length }));
    },
  };
}

function any(ignoreCase: boolean) {
  return {
    ...shared,
    judge(check: { value: string | string[] }, subject: Subject, context: Context): Finding {
      const texts = asTexts(resolve(check.value, context.truth), written(check.value));
      const found = search(texts, subject, context, ignoreCase);
      const present = texts.filter((_, index) => (found[index]?.length ?? 0) > 0);
      if (present.length > 0) return holds(reason('text-found', { text: shortened(present.join(', ')) }), found.flat());
      return fails(reason('none-of-texts', { texts: shortened(texts.join(', ')) }));
    },
  };
}

export const contains: Kind<'contains'> = single(false);
export const icontains: Kind<'icontains'> = single(true);
export const containsAll: Kind<'contains-all'> = all(false);
export const icontainsAll: Kind<'icontains-all'> = all(true);
export const containsAny: Kind<'contains-any'> = any(false);
export const icontainsAny: Kind<'icontains-any'> = any(true);
