import * as v from 'valibot';
import { type IssueSentence, issueSentence } from './issue-sentence.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case letters, digits and dashes'));
const sentences = v.optional(v.array(v.pipe(v.string(), v.nonEmpty())), []);
const perMeaning = v.optional(v.record(id, v.strictObject({ says: sentences, not: sentences })), {});

/**
 * `wordings.en.yaml` and `wordings.fr.yaml`: many more sentences by which people say the needs of a simulation and the
 * meanings of an exercise, and that come near without saying them. `candor learn` generalises from them.
 */
export const WordingsSchema = v.strictObject({ needs: perMeaning, meanings: perMeaning });
export type Wordings = v.InferOutput<typeof WordingsSchema>;

/** Checks the value read from a wordings file. */
export function parseWordings(
  value: unknown,
): { value: Wordings; issues?: undefined } | { value?: undefined; issues: IssueSentence[] } {
  const result = v.safeParse(WordingsSchema, value);
  if (result.success) return { value: result.output };
  return { issues: result.issues.map((issue) => issueSentence(issue, WordingsSchema)) };
}
