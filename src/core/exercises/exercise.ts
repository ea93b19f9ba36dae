import * as v from 'valibot';
import { CheckSchema } from '#core/grading/checks/schema.ts';
import { MeaningSchema, ValueSchema, type Simulation } from './simulation.ts';
import { kinds, levels, professions, skills } from './vocabulary.ts';
import type { Prompt } from '#core/prompts/prompt.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case letters, digits and dashes'));
const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Text written in place, or the name of a file beside the exercise. */
const TextSource = v.union([v.string(), v.strictObject({ file: v.string() })]);

/** A prompt as files write it. */
export const PromptFileSchema = v.strictObject({
  system: v.optional(v.string(), ''),
  turns: v.optional(v.array(v.strictObject({ role: v.picklist(['user', 'assistant']), content: v.string() })), []),
  user: v.string(),
  parameters: v.optional(
    v.strictObject({
      temperature: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(2))),
      topP: v.exactOptional(unit),
      maxTokens: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      stop: v.exactOptional(v.array(v.string())),
    }),
    {},
  ),
});

const LanguageSchema = v.picklist(['en', 'fr']);

export const ExerciseFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(1),
  /** `<profession>/<slug>`, the folder it lies in. Never changes once released. */
  id: v.pipe(v.string(), v.regex(/^[a-z-]+\/[a-z0-9-]+$/, 'an exercise id is <profession>/<slug>')),
  kind: v.picklist(kinds),
  profession: v.picklist(professions),
  level: v.picklist(levels),
  skills: v.pipe(v.array(v.picklist(skills)), v.minLength(1)),
  prerequisites: v.optional(v.array(v.string()), []),
  /** Fixed difficulty on the Elo scale. */
  rating: v.pipe(v.number(), v.integer(), v.minValue(800), v.maxValue(2400)),
  minutesByHand: v.pipe(v.number(), v.minValue(1)),
  dataLanguage: LanguageSchema,
  /** `any`: the answer may be in either language; then starter and reference exist in both (`alsoIn`). */
  answerLanguage: v.picklist(['en', 'fr', 'any']),
  samples: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 3),
  /** Score a sample, and a grade, must reach to pass: 0 to 100. */
  threshold: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), 75),
  /** Shared material, available as `{{name}}` in every case. */
  common: v.optional(v.record(id, TextSource), {}),
  cases: v.pipe(
    v.array(
      v.strictObject({
        id,
        heldOut: v.optional(v.boolean(), false),
        values: v.record(id, TextSource),
        /** The truth that checks compare with. */
        expect: v.optional(v.record(v.string(), ValueSchema), {}),
      }),
    ),
    v.minLength(2),
  ),
  /** Meanings that `states` checks look for in outputs. */
  meanings: v.optional(v.record(id, MeaningSchema), {}),
  checks: v.pipe(v.array(CheckSchema), v.minLength(1)),
  /** From starter to reference; each rung adds what one skill brings. */
  ladder: v.pipe(
    v.array(v.strictObject({ id, adds: v.optional(v.picklist(skills)), prompt: PromptFileSchema })),
    v.minLength(4),
  ),
  /** The first and the last rung in the other language. */
  alsoIn: v.optional(
    v.strictObject({ language: LanguageSchema, starter: PromptFileSchema, reference: PromptFileSchema }),
  ),
  mustFail: v.optional(v.array(v.strictObject({ id, prompt: PromptFileSchema })), []),
  fixtures: v.optional(
    v.array(
      v.strictObject({
        case: id,
        accept: v.boolean(),
        /** For a rejected fixture: the checks that must fail. */
        fails: v.optional(v.array(id), []),
        /** `model`: a real model's answer to the rendered prompt of the named rung. */
        origin: v.optional(v.picklist(['author', 'model']), 'author'),
        rung: v.optional(id),
        file: v.string(),
      }),
    ),
    [],
  ),
});
export type ExerciseFile = v.InferOutput<typeof ExerciseFileSchema>;

/** The words of an exercise in one language; keys are the ids of cases, checks and rungs. */
export interface ExerciseWords {
  title: string;
  summary: string;
  /** Markdown. */
  brief: string;
  cases: Record<string, string>;
  /** What the work should be (`met`), and what is wrong with it when the check fails (`missed`). */
  checks: Record<string, { met: string; missed: string }>;
  ladder: Record<string, string>;
  hints: string[];
  /** Markdown. */
  debrief: string;
}

export interface ExerciseCase {
  id: string;
  heldOut: boolean;
  /** Values of the variables, shared material included. */
  values: Record<string, string>;
  expect: ExerciseFile['cases'][number]['expect'];
}

export interface Rung {
  id: string;
  adds?: ExerciseFile['skills'][number];
  prompt: Prompt;
}

/** An exercise with its files read in, ready to be practised. */
export interface Exercise extends Pick<
  ExerciseFile,
  | 'id'
  | 'kind'
  | 'profession'
  | 'level'
  | 'skills'
  | 'prerequisites'
  | 'rating'
  | 'minutesByHand'
  | 'dataLanguage'
  | 'answerLanguage'
  | 'samples'
  | 'threshold'
  | 'meanings'
  | 'checks'
> {
  /** Names of the shared materials among the variables. */
  common: string[];
  cases: ExerciseCase[];
  ladder: Rung[];
  alsoIn?: { language: 'en' | 'fr'; starter: Prompt; reference: Prompt };
  words: { en: ExerciseWords; fr: ExerciseWords };
}

/** What only the proof of an exercise needs; never sent to the page. */
export interface ExerciseProof {
  mustFail: { id: string; prompt: Prompt }[];
  fixtures: (Omit<ExerciseFile['fixtures'][number], 'file'> & { file: string; output: string })[];
}

/** What the catalogue shows of an exercise. */
export interface CatalogueEntry extends Pick<
  Exercise,
  'id' | 'kind' | 'profession' | 'level' | 'skills' | 'prerequisites' | 'rating' | 'minutesByHand' | 'dataLanguage'
> {
  cases: { shown: number; heldOut: number };
  title: { en: string; fr: string };
  summary: { en: string; fr: string };
}

/** All that the page loads when an exercise is opened. */
export interface ExerciseBundle {
  exercise: Exercise;
  simulation: Simulation;
}
