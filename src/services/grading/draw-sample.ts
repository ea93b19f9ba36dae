import type { PromptAttempt, AttemptOutput } from '#core/attempts/attempt.ts';
import type { PlannedSample } from '#core/attempts/run-plan.ts';
import type { RunEvent } from '#core/attempts/runner.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grader } from '#core/grading/grader.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { ask } from '#services/models/ask.ts';
import { gradeOutput } from './grade-output.ts';

interface Draw {
  attempt: PromptAttempt;
  bundle: ExerciseBundle;
  planned: PlannedSample;
  model: ChatModel;
  grader: Grader;
  listen: (event: RunEvent) => void;
  signal: AbortSignal;
}

/**
 * Draws one sample and grades it. A failure of the model is data of the output. Text that had arrived when the run was
 * stopped is kept without a grade; `undefined` when none had.
 */
export async function drawSample(draw: Draw): Promise<AttemptOutput | undefined> {
  const { attempt, bundle, planned, model, grader, listen, signal } = draw;
  const { case: id, sample } = planned;
  const values = bundle.exercise.cases.find((one) => one.id === id)?.values ?? {};
  const messages = renderPrompt(attempt.prompt, values).map(({ role, content }) => ({ role, content }));
  const request = { messages, parameters: attempt.prompt.parameters, sample, seed: attempt.model.seed, signal };
  const answer = await ask(model, request, (text) => listen({ type: 'text', case: id, sample, text }));
  const output: AttemptOutput = {
    id: `${attempt.id}/${id}/${sample}`,
    attempt: attempt.id,
    case: id,
    heldOut: planned.heldOut,
    sample,
    ...answer,
    results: [],
  };
  if (answer.error) return output;
  if (!answer.finishReason) return answer.text === '' ? undefined : output;
  listen({ type: 'answered', case: id, sample });
  const { score, passed, results } = await gradeOutput(grader, bundle, { case: id, sample, output: answer.text });
  return { ...output, score, passed, results };
}
