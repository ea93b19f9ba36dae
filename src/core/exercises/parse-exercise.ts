import * as v from 'valibot';
import { ExerciseFileSchema, PromptFileSchema, type ExerciseFile } from './exercise.ts';
import { SimulationSchema, type Simulation } from './simulation.ts';
import { issueSentence, type IssueSentence } from './issue-sentence.ts';
import type { Prompt } from '#core/prompts/prompt.ts';

/** A value that is what its schema says, or what is wrong with it. */
export type Parsed<T> = { value: T; issues?: undefined } | { value?: undefined; issues: IssueSentence[] };

/** Checks the value read from an `exercise.yaml`. */
export const parseExerciseFile = (value: unknown): Parsed<ExerciseFile> => parse(ExerciseFileSchema, value);

/** Checks the value read from a `simulation.yaml`. */
export const parseSimulation = (value: unknown): Parsed<Simulation> => parse(SimulationSchema, value);

/** Checks the value read from a prompt file. */
export const parsePrompt = (value: unknown): Parsed<Prompt> => parse(PromptFileSchema, value);

function parse<S extends v.GenericSchema>(schema: S, value: unknown): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, value);
  if (result.success) return { value: result.output };
  return { issues: result.issues.map((issue) => issueSentence(issue, schema)) };
}
