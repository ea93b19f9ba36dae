import type { AttemptOutput, PromptAttempt, StepOutput } from '#core/attempts/attempt.ts';
import { walk, type Walked } from '#core/attempts/chain.ts';
import type { PlannedSample } from '#core/attempts/run-plan.ts';
import type { RunEvent } from '#core/attempts/runner.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grader } from '#core/grading/grader.ts';
import { stepsOf } from '#core/grading/steps.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { ask, type Answer } from '#services/models/ask.ts';
import { gradeOutput } from './grade-output.ts';

interface Draw {
  attempt: PromptAttempt;
  bundle: ExerciseBundle;
  planned: PlannedSample;
  /** The model, ready to answer in a step of this exercise. */
  model: (step: number) => ChatModel;
  grader: Grader;
  listen: (event: RunEvent) => void;
  signal: AbortSignal;
}

/**
 * Draws one sample, in a chain step after step, and grades it. A failure of the model is data of the output. Text that
 * had arrived when the run was stopped is kept without a grade; `undefined` when none had.
 */
export async function drawSample(draw: Draw): Promise<AttemptOutput | undefined> {
  const { attempt, bundle, planned, grader, listen } = draw;
  const { case: id, sample } = planned;
  const one = bundle.exercise.cases.find((each) => each.id === id);
  const { answer, walked, steps } = await drawSteps(draw, one?.values ?? {});
  const output: AttemptOutput = {
    id: `${attempt.id}/${id}/${sample}`,
    attempt: attempt.id,
    case: id,
    heldOut: planned.heldOut,
    ...(one?.hostile === undefined ? {} : { hostile: one.hostile }),
    sample,
    ...answer,
    ...(steps.length > 0 ? { steps } : {}),
    results: [],
  };
  if (!walked) return answer.error || answer.text !== '' || steps.length > 0 ? output : undefined;
  listen({ type: 'answered', case: id, sample });
  const { score, passed, results } = await gradeOutput(grader, bundle, { case: id, sample, ...walked });
  return { ...output, score, passed, results };
}

interface Drawn {
  /** What the last step that was asked said; figures are of all steps. */
  answer: Answer;
  /** Absent when it did not come to the end. */
  walked?: Walked;
  /** What the steps before the last wrote. */
  steps: StepOutput[];
}

async function drawSteps(draw: Draw, values: Readonly<Record<string, string>>): Promise<Drawn> {
  const { attempt, bundle, planned, model, listen, signal } = draw;
  const { case: id, sample } = planned;
  const all = stepsOf(bundle.exercise);
  const walking = walk(attempt.prompt, bundle.exercise, values);
  let whole: Answer = { text: '' };
  let steps: StepOutput[] = [];
  let next = walking.next();
  while (!next.done) {
    const { index, prompt, values: given } = next.value;
    // a step that was passed over has what the one before it wrote
    steps = all.slice(0, index).map(({ id: step }, at) => ({ step, text: steps[at]?.text ?? whole.text }));
    if (index > 0) listen({ type: 'stepped', case: id, sample, steps });
    const messages = renderPrompt(prompt, given).map(({ role, content }) => ({ role, content }));
    const request = { messages, parameters: prompt.parameters, sample, seed: attempt.model.seed, signal };
    const answer = await ask(model(index), request, (text) => listen({ type: 'text', case: id, sample, text }));
    whole = index === 0 ? answer : together(whole, answer);
    if (answer.error || !answer.finishReason) return { answer: whole, steps };
    next = walking.next(answer.text);
  }
  const { earlier } = next.value;
  const written = all.slice(0, -1).map(({ id: step }) => ({ step, text: earlier[step] ?? '' }));
  return { answer: whole, walked: next.value, steps: written };
}

/** The later answer, with the tokens and the time of both. */
function together(before: Answer, after: Answer): Answer {
  const { usage, timings } = after;
  return {
    ...after,
    ...(before.usage && usage
      ? {
          usage: {
            inputTokens: before.usage.inputTokens + usage.inputTokens,
            outputTokens: before.usage.outputTokens + usage.outputTokens,
            estimated: before.usage.estimated || usage.estimated,
          },
        }
      : {}),
    ...(before.timings && timings
      ? { timings: { ...before.timings, totalInMs: before.timings.totalInMs + timings.totalInMs } }
      : {}),
  };
}
