import * as v from 'valibot';
import { CheckSchema } from '#core/grading/checks/schema.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { ArbitrateFileSchema, type ArbitrateExercise } from './arbitrate.ts';
import { id, identityEntries, LanguageSchema, TextSourceSchema, type Identity, type SharedWords } from './identity.ts';
import { MeaningSchema, ValueSchema, type Meaning, type Simulation } from './simulation.ts';
import { skills } from './vocabulary.ts';

const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

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

/** An exercise in which a prompt is written. */
export const WriteFileSchema = v.strictObject({
  ...identityEntries,
  kind: v.literal('write'),
  /** `any`: the answer may be in either language; then starter and reference exist in both (`alsoIn`). */
  answerLanguage: v.picklist(['en', 'fr', 'any']),
  samples: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 3),
  cases: v.pipe(
    v.array(
      v.strictObject({
        id,
        heldOut: v.optional(v.boolean(), false),
        values: v.record(id, TextSourceSchema),
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
export type WriteFile = v.InferOutput<typeof WriteFileSchema>;

/** An `exercise.yaml`, whatever its kind. */
export const ExerciseFileSchema = v.variant('kind', [WriteFileSchema, ArbitrateFileSchema]);
export type ExerciseFile = v.InferOutput<typeof ExerciseFileSchema>;

/** The words of an exercise in which a prompt is written; keys are the ids of cases, checks and rungs. */
export interface WriteWords extends SharedWords {
  /** What the work should be (`met`), and what is wrong with it when the check fails (`missed`). */
  checks: Record<string, { met: string; missed: string }>;
  ladder: Record<string, string>;
}

export interface ExerciseCase {
  id: string;
  heldOut: boolean;
  /** Values of the variables, shared material included. */
  values: Record<string, string>;
  expect: WriteFile['cases'][number]['expect'];
}

export interface Rung {
  id: string;
  adds?: WriteFile['skills'][number];
  prompt: Prompt;
}

/** An exercise of the kind `write` with its files read in, ready to be practised. */
export interface WriteExercise extends Identity, Pick<WriteFile, 'kind' | 'answerLanguage' | 'samples' | 'checks'> {
  meanings: Record<string, Meaning>;
  /** Names of the shared materials among the variables. */
  common: string[];
  cases: ExerciseCase[];
  ladder: Rung[];
  alsoIn?: { language: 'en' | 'fr'; starter: Prompt; reference: Prompt };
  words: { en: WriteWords; fr: WriteWords };
}

/** An exercise of any kind; `kind` tells them apart. */
export type Exercise = WriteExercise | ArbitrateExercise;

/** What only the proof of an exercise needs; never sent to the page. */
export interface ExerciseProof {
  mustFail: { id: string; prompt: Prompt }[];
  fixtures: (Omit<WriteFile['fixtures'][number], 'file'> & { file: string; output: string })[];
}

/** What the catalogue shows of an exercise. */
export interface CatalogueEntry extends Omit<Identity, 'threshold'> {
  kind: Exercise['kind'];
  cases: { shown: number; heldOut: number };
  title: { en: string; fr: string };
  summary: { en: string; fr: string };
}

/** All that the page loads when an exercise is opened in which a prompt is written. */
export interface ExerciseBundle {
  exercise: WriteExercise;
  simulation: Simulation;
}
