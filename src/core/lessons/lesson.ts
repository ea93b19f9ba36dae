import * as v from 'valibot';
import { PromptFileSchema } from '#core/exercises/prompt-file.ts';
import { id, identityEntries } from '#core/exercises/identity.ts';
import { skills } from '#core/exercises/vocabulary.ts';

/** How well a claim is supported; never stronger than the evidence it cites. */
const strengths = ['strong', 'medium', 'weak', 'contested'] as const;

/** A rung of the exercise's ladder, or a prompt of the lesson's own. */
const ExamplePromptSchema = v.union([id, PromptFileSchema]);

const EvidenceSchema = v.strictObject({
  id,
  strength: v.picklist(strengths),
  /** Who found it, as it is cited: "IFEval, Zhou 2023". */
  source: v.pipe(v.string(), v.nonEmpty()),
  /** Where it can be read. */
  link: v.exactOptional(v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, 'a link begins with https://'))),
});

/** A `lesson.yaml`: what is not words. */
export const LessonFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(1),
  /** The folder it lies in. */
  skill: v.picklist(skills),
  /** Two prompts on one case of an exercise; the second does better by that exercise's own checks. */
  example: v.strictObject({
    exercise: identityEntries.id,
    case: id,
    before: ExamplePromptSchema,
    after: ExamplePromptSchema,
  }),
  /** What its claims rest on; the claim itself is said in `en.md` and `fr.md`. */
  evidence: v.pipe(v.array(EvidenceSchema), v.minLength(1)),
});
export type LessonFile = v.InferOutput<typeof LessonFileSchema>;
export type Evidence = LessonFile['evidence'][number];

/** Sections of prose, in the order in which they are read. */
export const proseSections = ['what', 'helps', 'limits', 'example', 'change', 'practise'] as const;

/** The words of a lesson. Prose is Markdown. */
export interface LessonWords extends Record<(typeof proseSections)[number], string> {
  title: string;
  summary: string;
  /** What each piece of evidence found, by its id. */
  evidence: Record<string, string>;
}

/** A lesson with its files read in. */
export interface Lesson extends Pick<LessonFile, 'skill' | 'example' | 'evidence'> {
  words: { en: LessonWords; fr: LessonWords };
}

/** A lesson in the table of contents. */
export interface LessonEntry {
  skill: LessonFile['skill'];
  title: { en: string; fr: string };
  summary: { en: string; fr: string };
}

export const lessonEntry = ({ skill, words: { en, fr } }: Lesson): LessonEntry => ({
  skill,
  title: { en: en.title, fr: fr.title },
  summary: { en: en.summary, fr: fr.summary },
});
