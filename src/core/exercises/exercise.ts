import * as v from 'valibot';
import { CheckSchema } from '#core/grading/checks/schema.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { ArbitrateFileSchema, type ArbitrateExercise } from './arbitrate.ts';
import { id, identityEntries, LanguageSchema, TextSourceSchema, type Identity, type SharedWords } from './identity.ts';
import { MeaningSchema, ValueSchema, type Meaning, type Simulation } from './simulation.ts';
import { PromptFileSchema } from './prompt-file.ts';
import { flaws, skills, writeKinds } from './vocabulary.ts';

/** What is wrong in the prompt that an exercise of the kind `repair` gives, quoted to the letter. */
const FaultSchema = v.strictObject({
  id,
  flaw: v.picklist(flaws),
  /** A contradiction quotes both of its sides. */
  quotes: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1), v.maxLength(3)),
});
export type Fault = v.InferOutput<typeof FaultSchema>;

/** One step of a chain. */
const StepSchema = v.strictObject({
  id,
  /** The variable under which later steps find what this one wrote; the last step gives the answer itself. */
  gives: v.exactOptional(id),
  /** Share in the score of a sample, relative to the other steps. */
  weight: v.optional(v.pipe(v.number(), v.minValue(0)), 1),
});
export type ExerciseStep = v.InferOutput<typeof StepSchema>;

/**
 * An exercise in which a prompt is written. The kinds differ in what the author adds: `repair` the faults of the given
 * prompt (its first rung), `defend` which cases are hostile, `chain` the steps.
 */
export const WriteFileSchema = v.strictObject({
  ...identityEntries,
  kind: v.picklist(writeKinds),
  /** `any`: the answer may be in either language; then starter and reference exist in both (`alsoIn`). */
  answerLanguage: v.picklist(['en', 'fr', 'any']),
  samples: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 3),
  cases: v.pipe(
    v.array(
      v.strictObject({
        id,
        heldOut: v.optional(v.boolean(), false),
        /** Of `defend`: the data try to take the model over; `false` when they are honest. */
        hostile: v.exactOptional(v.boolean()),
        values: v.record(id, TextSourceSchema),
        /** The truth that checks compare with. */
        expect: v.optional(v.record(v.string(), ValueSchema), {}),
      }),
    ),
    v.minLength(2),
  ),
  /** Of `repair`. */
  faults: v.exactOptional(v.array(FaultSchema)),
  /** Of `chain`. */
  steps: v.exactOptional(v.array(StepSchema)),
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
        /** Of a chain: the step whose answer it is; the last one unless said. */
        step: v.exactOptional(id),
        /** What the steps before wrote, where a check looks there: files by step. */
        earlier: v.exactOptional(v.record(id, v.string())),
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
  /** Of `repair`: what each fault does to the answers. */
  faults?: Record<string, string>;
  /** Of `chain`: the names of the steps. */
  steps?: Record<string, string>;
}

export interface ExerciseCase {
  id: string;
  heldOut: boolean;
  /** In an exercise of the kind `defend`: whether the data try to take the model over. */
  hostile?: boolean;
  /** Values of the variables, shared material included. */
  values: Record<string, string>;
  expect: WriteFile['cases'][number]['expect'];
}

export interface Rung {
  id: string;
  adds?: WriteFile['skills'][number];
  prompt: Prompt;
}

/** An exercise in which a prompt is written, with its files read in, ready to be practised. */
export interface WriteExercise
  extends Identity, Pick<WriteFile, 'kind' | 'answerLanguage' | 'samples' | 'checks' | 'faults' | 'steps'> {
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
  /** `earlier`: the texts themselves. */
  fixtures: (WriteFile['fixtures'][number] & { output: string })[];
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
  /** Names what was learnt of its wordings, where that comes apart and only the simulated model asks for it. */
  learnt?: string;
}
