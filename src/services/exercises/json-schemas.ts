import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { ExerciseFileSchema, PromptFileSchema } from '#core/exercises/exercise.ts';
import { SimulationSchema, ValueSchema } from '#core/exercises/simulation.ts';

/** The JSON Schemas that editors read beside the exercises, by file name. They follow from the schemas in core. */
export function jsonSchemas(): Record<string, string> {
  return {
    'exercise.schema.json': jsonSchema(ExerciseFileSchema, 'Exercise of Candor'),
    'simulation.schema.json': jsonSchema(SimulationSchema, 'What the simulated model knows of an exercise of Candor'),
    'prompt.schema.json': jsonSchema(PromptFileSchema, 'Prompt file of Candor'),
  };
}

function jsonSchema(schema: v.GenericSchema, title: string): string {
  const { $schema, ...rest } = toJsonSchema(schema, {
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { Value: ValueSchema },
  });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
