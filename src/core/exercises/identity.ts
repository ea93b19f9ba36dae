import * as v from 'valibot';
import { levels, professions, skills } from './vocabulary.ts';

export const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case letters, digits and dashes'));
export const LanguageSchema = v.picklist(['en', 'fr']);

/** Text written in place, or the name of a file beside the exercise. */
export const TextSourceSchema = v.union([v.string(), v.strictObject({ file: v.string() })]);
export type TextSource = v.InferOutput<typeof TextSourceSchema>;

/** What every exercise says of itself, whatever the learner does in it. */
export const identityEntries = {
  $schema: v.optional(v.string()),
  format: v.literal(1),
  /** `<profession>/<slug>`, the folder it lies in. Never changes once released. */
  id: v.pipe(v.string(), v.regex(/^[a-z-]+\/[a-z0-9-]+$/, 'an exercise id is <profession>/<slug>')),
  profession: v.picklist(professions),
  level: v.picklist(levels),
  skills: v.pipe(v.array(v.picklist(skills)), v.minLength(1)),
  /** Fixed difficulty on the Elo scale. */
  rating: v.pipe(v.number(), v.integer(), v.minValue(800), v.maxValue(2400)),
  minutesByHand: v.pipe(v.number(), v.minValue(1)),
  dataLanguage: LanguageSchema,
  /** Score that shown and held-out cases must reach to pass: 0 to 100. */
  threshold: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), 75),
  /** Shared material, the same in every case. */
  common: v.optional(v.record(id, TextSourceSchema), {}),
};

/** What the files of every kind share, the part that is read out of other files aside. */
export type Identity = Omit<
  v.InferOutput<v.StrictObjectSchema<typeof identityEntries, undefined>>,
  '$schema' | 'format' | 'common'
>;

/** Words that every exercise has in each language; the keys of `cases` are the ids of its cases. */
export interface SharedWords {
  title: string;
  summary: string;
  /** Markdown. */
  brief: string;
  cases: Record<string, string>;
  hints: string[];
  /** Markdown. */
  debrief: string;
}
