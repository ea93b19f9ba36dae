import type { AttemptOutput } from '#core/attempts/attempt.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grade } from '#core/grading/report.ts';
import { modelIdOf } from '#core/models/connection.ts';
import { costOf, type Cost } from '#core/models/model-offer.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { directGraderWith } from '#services/grading/direct-grader.ts';
import { StreamingRunner } from '#services/grading/runner.ts';
import { nodeSandbox } from '#services/sandbox/node-sandbox.ts';
import { newId } from '#services/system/ids.ts';
import type { Console } from './console.ts';
import { trafficText, type OpenConnection } from './open-connection.ts';

/** What came of running a prompt on a real model. */
export interface PromptRun {
  /** Absent when no call was answered. */
  grade?: Grade;
  failed: AttemptOutput[];
  usage: { inputTokens: number; outputTokens: number; estimated: boolean };
  cost: Cost;
  /** Settings that the model did not follow, each once. */
  warnings: string[];
}

/** Runs a prompt on all cases of an exercise, by the same runner as the page; one call that fails stops no other. */
export async function runPrompt(
  { connection, model, traffic }: OpenConnection,
  { bundle, prompt, samples, seed }: { bundle: ExerciseBundle; prompt: Prompt; samples: number; seed: number },
  console: Console,
): Promise<PromptRun> {
  const outputs: AttemptOutput[] = [];
  const total = bundle.exercise.cases.length * samples;
  const tell = () =>
    console.progress(`${outputs.length} of ${total} outputs; ${trafficText(traffic, connection, Date.now())}`);
  const runner = new StreamingRunner({
    attempts: new MemoryAttemptStore(),
    model: () => model,
    grader: directGraderWith(nodeSandbox.judge),
    hold: () => () => {},
    newId,
    now: () => Date.now(),
    concurrency: connection.concurrency,
  });
  const stopWatching = traffic.watch(connection.id, tell);
  const end = await runner.run(
    { bundle, prompt, model: { id: modelIdOf(connection, connection.model), seed }, samples },
    (event) => {
      if (event.type === 'stored') outputs.push(event.output);
    },
    new AbortController().signal,
  );
  stopWatching();
  if (end.status === 'failed') throw new Error(`the run broke: ${end.failure.kind}`);
  const usage = { inputTokens: 0, outputTokens: 0, estimated: false };
  for (const output of outputs) {
    usage.inputTokens += output.usage?.inputTokens ?? 0;
    usage.outputTokens += output.usage?.outputTokens ?? 0;
    usage.estimated ||= output.usage?.estimated ?? false;
  }
  const price = connection.prices[connection.model];
  const warnings = outputs.flatMap((output) => output.warnings ?? []);
  return {
    ...(end.grade ? { grade: end.grade } : {}),
    failed: outputs.filter(({ error }) => error),
    usage,
    cost: costOf({ id: model.id, simulated: false, ...(price ? { price } : {}) }, usage),
    warnings: [...new Set(warnings.map(({ setting, reason }) => `${setting} ${reason}`))].sort(),
  };
}
