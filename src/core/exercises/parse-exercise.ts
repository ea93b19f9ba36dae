import * as v from 'valibot';
import { ArbitrateFileSchema } from './arbitrate.ts';
import { ExerciseFileSchema, WriteFileSchema, type ExerciseFile } from './exercise.ts';
import { PromptFileSchema } from './prompt-file.ts';
import { SimulationSchema, type Simulation } from './simulation.ts';
import { issueSentence, type IssueSentence } from './issue-sentence.ts';
import { writeKinds } from './vocabulary.ts';
import type { Prompt } from '#core/prompts/prompt.ts';

/** A value that is what its schema says, or what is wrong with it. */
export type Parsed<T> = { value: T; issues?: undefined } | { value?: undefined; issues: IssueSentence[] };

/**
 * Checks the value read from an `exercise.yaml`. Its kind says which keys it has, so a slip is reported as a slip in
 * that kind, not as a misfit with each of them.
 */
export function parseExerciseFile(value: unknown): Parsed<ExerciseFile> {
  const kind = kindIn(value);
  if ((writeKinds as readonly unknown[]).includes(kind)) return parse(WriteFileSchema, value);
  if (kind === 'arbitrate') return parse(ArbitrateFileSchema, value);
  return parse(ExerciseFileSchema, value);
}

/** What a file says it is, whatever else is wrong with it. */
export function kindIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}

/** Checks the value read from a `simulation.yaml`. */
export const parseSimulation = (value: unknown): Parsed<Simulation> => parse(SimulationSchema, value);

/** Checks the value read from a prompt file. */
export const parsePrompt = (value: unknown): Parsed<Prompt> => parse(PromptFileSchema, value);

/** Holds a value against a schema; what does not fit is said in sentences an author can act on. */
export function parse<S extends v.GenericSchema>(schema: S, value: unknown): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output };
  return { issues: result.issues.map((issue) => issueSentence(issue, schema)) };
}
