import * as v from 'valibot';
import { id, identityEntries, TextSourceSchema, type Identity, type SharedWords } from './identity.ts';

/** What a learner may say of a case besides naming an output, and so no output's id. */
export const noBest = ['none', 'tie'] as const;

/** How much of a quoted flaw has to be marked: half of it, unless the author says otherwise. */
const usualOverlap = 0.5;

const FlawSchema = v.strictObject({
  /** The output it stands in. */
  output: id,
  /** As it stands there, to the letter. */
  quote: v.pipe(v.string(), v.regex(/\S[^]*\S/, 'a quote has two characters at least')),
  /** Share of the quote that a learner's mark has to cover. */
  overlap: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(1)), usualOverlap),
});
export type Flaw = v.InferOutput<typeof FlawSchema>;

/** The truth of a case. Where outputs are equally good (`tie`) there is neither a flaw nor a criterion. */
const KeySchema = v.strictObject({
  /** Id of the best output; `none` when none may be used, `tie` when it makes no difference. */
  best: id,
  /** Criteria any one of which names what decides. */
  criteria: v.optional(v.array(id), []),
  flaws: v.optional(v.array(FlawSchema), []),
});
export type ArbitrationKey = v.InferOutput<typeof KeySchema>;

/** An exercise in which outputs are judged: choose the best, mark what is wrong with another, name what decides. */
export const ArbitrateFileSchema = v.strictObject({
  ...identityEntries,
  kind: v.literal('arbitrate'),
  /** What may decide a case; the learner names one of these. */
  criteria: v.pipe(v.array(id), v.minLength(3), v.maxLength(8)),
  cases: v.pipe(
    v.array(
      v.strictObject({
        id,
        heldOut: v.optional(v.boolean(), false),
        /** What the model was given. */
        values: v.record(id, TextSourceSchema),
        outputs: v.pipe(
          v.array(v.strictObject({ id, text: TextSourceSchema })),
          v.minLength(2, 'there must be two to four outputs to choose from'),
          v.maxLength(4, 'there must be two to four outputs to choose from'),
        ),
        /** Id of the output that sounds most certain of itself: the bait for whoever goes by tone. */
        surest: id,
        key: KeySchema,
      }),
    ),
    v.minLength(1),
  ),
});
export type ArbitrateFile = v.InferOutput<typeof ArbitrateFileSchema>;

/** The words of an exercise in which outputs are judged. */
export interface ArbitrateWords extends SharedWords {
  /** Names of what the model was given, by variable. */
  materials: Record<string, string>;
  /** What each criterion asks, as a sentence to choose. */
  criteria: Record<string, string>;
  /** Why the best is best, by case: shown after handing in. */
  reasons: Record<string, string>;
}

export interface ArbitrateOutput {
  id: string;
  text: string;
}

export interface ArbitrateCase {
  id: string;
  heldOut: boolean;
  /** What the model was given, shared material aside. */
  values: Record<string, string>;
  outputs: ArbitrateOutput[];
  surest: string;
  key: ArbitrationKey;
}

/** An exercise of the kind `arbitrate` with its files read in, ready to be practised. */
export interface ArbitrateExercise extends Identity {
  kind: 'arbitrate';
  criteria: string[];
  /** Shared material by name. */
  common: Record<string, string>;
  cases: ArbitrateCase[];
  words: { en: ArbitrateWords; fr: ArbitrateWords };
}
