import type { Attempt, AttemptOutput } from '#core/attempts/attempt.ts';
import type { PlannedSample } from '#core/attempts/run-plan.ts';
import type { RunEvent } from '#core/attempts/runner.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grader } from '#core/grading/grader.ts';
import { reason } from '#core/grading/reasons.ts';
import type { SampleGrade } from '#core/grading/report.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { renderPrompt } from '#core/prompts/template.ts';

interface Draw {
  attempt: Attempt;
  bundle: ExerciseBundle;
  planned: PlannedSample;
  model: ChatModel;
  grader: Grader;
  listen: (event: RunEvent) => void;
  signal: AbortSignal;
}

type Answer = Pick<AttemptOutput, 'text' | 'finishReason' | 'error' | 'usage' | 'timings'>;

/**
 * Draws one sample and grades it. A failure of the model is data of the output. Text that had arrived when the run was
 * stopped is kept without a grade; `undefined` when none had.
 */
export async function drawSample(draw: Draw): Promise<AttemptOutput | undefined> {
  const { attempt, planned, listen } = draw;
  const answer = await ask(draw);
  const output: AttemptOutput = {
    id: `${attempt.id}/${planned.case}/${planned.sample}`,
    attempt: attempt.id,
    case: planned.case,
    heldOut: planned.heldOut,
    sample: planned.sample,
    ...answer,
    results: [],
  };
  if (answer.error) return output;
  if (!answer.finishReason) return answer.text === '' ? undefined : output;
  listen({ type: 'answered', case: planned.case, sample: planned.sample });
  const { score, passed, results } = await grade(draw, answer.text);
  return { ...output, score, passed, results };
}

async function ask({ attempt, bundle, planned, model, listen, signal }: Draw): Promise<Answer> {
  const values = bundle.exercise.cases.find(({ id }) => id === planned.case)?.values ?? {};
  const messages = renderPrompt(attempt.prompt, values).map(({ role, content }) => ({ role, content }));
  const request = {
    messages,
    parameters: attempt.prompt.parameters,
    sample: planned.sample,
    seed: attempt.model.seed,
    signal,
  };
  let text = '';
  try {
    for await (const part of model.stream(request)) {
      if (part.type === 'text-delta') {
        text += part.text;
        listen({ type: 'text', case: planned.case, sample: planned.sample, text });
      } else if (part.type === 'finish') {
        return { text, finishReason: part.reason, usage: part.usage, timings: part.timings };
      } else if (part.type === 'error') {
        return { text, error: part.error };
      }
    }
  } catch (thrown) {
    // the port forbids it, but a provider's bug must not stop the other samples
    const error: ModelError = { kind: 'internal', retryable: true };
    if (thrown instanceof Error) error.detail = thrown.message;
    if (!signal.aborted) return { text, error };
  }
  return signal.aborted ? { text } : { text, error: { kind: 'broken-stream', retryable: true } };
}

/** Grades in the worker, once more if it crashed; an answer on which it crashes twice could not be graded. */
async function grade({ bundle, planned, grader }: Draw, output: string): Promise<SampleGrade> {
  const sample = { case: planned.case, sample: planned.sample, output };
  try {
    return await grader.grade(bundle, sample).catch(() => grader.grade(bundle, sample));
  } catch {
    const results = bundle.exercise.checks.map(({ id }) => ({
      check: id,
      outcome: 'ungraded' as const,
      reason: reason('check-broke', {}),
      places: [],
    }));
    return { ...planned, score: null, passed: false, results };
  }
}
