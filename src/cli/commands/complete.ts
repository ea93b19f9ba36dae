import * as v from 'valibot';
import { ParametersSchema } from '#core/exercises/prompt-file.ts';
import { issueSentence } from '#core/exercises/issue-sentence.ts';
import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { ask } from '#services/models/ask.ts';
import type { Console } from '../console.ts';
import { exercisesRoot } from '../exercise-folder.ts';
import { inOrder } from '../in-order.ts';
import { InputError } from '../input-error.ts';
import { parseLine } from '../json-lines.ts';
import type { Command } from '../command.ts';
import { connectionOptions, openConnection, rejectWithoutConnection } from '../open-connection.ts';
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

type Request = v.InferOutput<typeof RequestSchema>;

/** A model as a filter: JSON lines in, JSON lines out, in the same order, each as soon as it is there. */
const complete: Command = async (parameters, console) => {
  const { names, options } = readOptions('complete', parameters, {
    model: 'text',
    seed: 'text',
    exercises: 'text',
    ...connectionOptions,
  });
  if (names.length > 0)
    throw new InputError(`"candor complete" takes no names, but got "${names[0]}"; requests come on standard input`);
  const seed = wholeNumber('seed', options.seed, 0, largestSeed) ?? 0;
  if (options.connection !== undefined) return completeReally(options.connection, options, seed, console);
  rejectWithoutConnection(options);
  const { size } = simulatedModel(options.model);
  const knowledge = readyToWrite(loadExercises(exercisesRoot(options.exercises))).flatMap((one) => allKnowledgeOf(one));
  for await (const request of requests(console)) {
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

/** A call that failed has an `error`, and in `output` what had come before it; the others go on. */
async function completeReally(
  called: string,
  options: Parameters<typeof openConnection>[1],
  seed: number,
  console: Console,
): Promise<0 | 1> {
  const { model, connection } = openConnection(called, options);
  const signal = new AbortController().signal;
  let failed = 0;
  const results = inOrder(requests(console), connection.concurrency, async ({ id, ...request }) => {
    const { text, finishReason, error, usage } = await ask(model, { ...request, seed, signal }, () => {});
    if (!error) return { id, output: text, finishReason, usage };
    failed += 1;
    return { id, output: text, error: { kind: error.kind, ...(error.detail ? { detail: error.detail } : {}) } };
  });
  for await (const result of results) await console.write(`${JSON.stringify(result)}\n`);
  return failed === 0 ? 0 : 1;
}

async function* requests(console: Console): AsyncGenerator<Request> {
  let number = 0;
  for await (const line of console.inputLines()) {
    number += 1;
    if (line.trim() !== '') yield readRequest(line.replace(/^\uFEFF/, ''), number);
  }
}

function readRequest(line: string, number: number): Request {
  const where = `standard input, line ${number}`;
  const value = parseLine(line, where, '{"id": "…", "messages": [{"role": "user", "content": "…"}]}');
  const result = v.safeParse(RequestSchema, value);
  if (result.success) return result.output;
  throw new InputError(`${where}: ${issueSentence(result.issues[0], RequestSchema).message}`);
}

export default complete;
