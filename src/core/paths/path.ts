import * as v from 'valibot';
import { id, identityEntries } from '#core/exercises/identity.ts';
import { professions, skills, type Skill } from '#core/exercises/vocabulary.ts';

const words = v.pipe(v.string(), v.nonEmpty());
const inBoth = v.strictObject({ en: words, fr: words });

const StepSchema = v.union([
  v.strictObject({ lesson: v.picklist(skills) }),
  v.strictObject({
    exercise: identityEntries.id,
    /** Another one for who reads French: the same lesson on French data. */
    inFrench: v.exactOptional(identityEntries.id),
  }),
]);

const PathSchema = v.strictObject({
  id,
  title: inBoth,
  /** What somebody can do at its end, and for whom it is. */
  about: inBoth,
  /** How long it takes, where it was made to take no longer. */
  minutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(5))),
  /**
   * Where its steps come from: written out one by one; `skills`, each lesson followed by exercises that train it; or a
   * profession, its exercises with the lessons they need. The latter two take in new exercises by themselves.
   */
  steps: v.union([
    v.pipe(v.array(StepSchema), v.minLength(1)),
    v.literal('skills'),
    v.strictObject({ profession: v.picklist(professions) }),
  ]),
});

/** `exercises/paths.yaml`. */
export const PathsFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(1),
  paths: v.pipe(v.array(PathSchema), v.minLength(1)),
});
export type PathsFile = v.InferOutput<typeof PathsFileSchema>;
export type LearningPath = PathsFile['paths'][number];

/** A lesson to read, or an exercise to practise. */
export type PathStep = { lesson: Skill } | { exercise: string; inFrench?: string };
