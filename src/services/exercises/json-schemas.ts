import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { ExerciseFileSchema } from '#core/exercises/exercise.ts';
import { PromptFileSchema } from '#core/exercises/prompt-file.ts';
import { LessonFileSchema } from '#core/lessons/lesson.ts';
import { PathsFileSchema } from '#core/paths/path.ts';
import { SimulationSchema, ValueSchema } from '#core/exercises/simulation.ts';

/** The JSON Schemas that editors read beside the exercises, by file name. They follow from the schemas in core. */
export function jsonSchemas(): Record<string, string> {
  return {
    'exercise.schema.json': jsonSchema(ExerciseFileSchema, 'Exercise of Candor'),
    'simulation.schema.json': jsonSchema(SimulationSchema, 'What the simulated model knows of an exercise of Candor'),
    'lesson.schema.json': jsonSchema(LessonFileSchema, 'Lesson of Candor'),
    'paths.schema.json': jsonSchema(PathsFileSchema, 'Paths through the course of Candor'),
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
