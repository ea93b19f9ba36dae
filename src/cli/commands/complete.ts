import * as v from 'valibot';
import { ParametersSchema } from '#core/exercises/prompt-file.ts';
import { issueSentence } from '#core/exercises/issue-sentence.ts';
import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { exercisesRoot } from '../exercise-folder.ts';
import { InputError } from '../input-error.ts';
import { parseLine } from '../json-lines.ts';
import type { Command } from '../main.ts';
import { largestSeed, readOptions, simulatedModel, wholeNumber } from '../options.ts';

/** One request. Other keys are let through, since what calls this may carry its own. */
const RequestSchema = v.object({
  id: v.union([v.string(), v.number()]),
  messages: v.pipe(
    v.array(v.object({ role: v.picklist(['system', 'user', 'assistant']), content: v.string() })),
    v.minLength(1),
  ),
  parameters: ParametersSchema,
  /** Which of several samples of the same request this is. */
  sample: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});

/** The simulated model as a filter: JSON lines in, JSON lines out, in the same order, each as soon as it is there. */
const complete: Command = async (parameters, console) => {
  const { names, options } = readOptions('complete', parameters, { model: 'text', seed: 'text', exercises: 'text' });
  if (names.length > 0)
    throw new InputError(`"candor complete" takes no names, but got "${names[0]}"; requests come on standard input`);
  const { size } = simulatedModel(options.model);
  const seed = wholeNumber('seed', options.seed, 0, largestSeed) ?? 0;
  const knowledge = readyToWrite(loadExercises(exercisesRoot(options.exercises))).flatMap((one) => allKnowledgeOf(one));
  let number = 0;
  for await (const line of console.inputLines()) {
    number += 1;
    if (line.trim() === '') continue;
    const request = readRequest(line.replace(/^\uFEFF/, ''), number);
    const { text, finishReason } = simulate({ ...request, size, seed, knowledge });
    const usage = {
      inputTokens: request.messages.reduce((sum, message) => sum + estimateTokens(message.content), 0),
      outputTokens: estimateTokens(text),
      estimated: true,
    };
    await console.write(`${JSON.stringify({ id: request.id, output: text, finishReason, usage })}\n`);
  }
  return 0;
};

function readRequest(line: string, number: number): v.InferOutput<typeof RequestSchema> {
  const where = `standard input, line ${number}`;
  const value = parseLine(line, where, '{"id": "…", "messages": [{"role": "user", "content": "…"}]}');
  const result = v.safeParse(RequestSchema, value);
  if (result.success) return result.output;
  throw new InputError(`${where}: ${issueSentence(result.issues[0], RequestSchema).message}`);
}

export default complete;
