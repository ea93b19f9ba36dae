import type { Grade, SampleGrade } from '#core/grading/report.ts';
import type { PromptAttempt, AttemptOutput } from './attempt.ts';
import type { SampleView } from './sample-view.ts';

/** A stored output as a page shows it (see `conceal.ts`). */
export function viewOf(output: AttemptOutput, attempt: Pick<PromptAttempt, 'id'>): SampleView {
  const {
    case: id,
    sample,
    heldOut,
    text,
    steps,
    results,
    score,
    passed,
    finishReason,
    error,
    usage,
    timings,
  } = output;
  const { reasoning, warnings, opinions } = output;
  return {
    case: id,
    sample,
    heldOut,
    status: error ? 'failed' : score === undefined ? 'missing' : 'done',
    concealed: false,
    text,
    ...(steps ? { steps } : {}),
    results,
    ...(score === undefined ? {} : { score }),
    ...(passed === undefined ? {} : { passed }),
    ...(finishReason ? { finishReason } : {}),
    ...(error ? { error } : {}),
    ...(usage ? { usage } : {}),
    ...(timings ? { timings } : {}),
    ...(reasoning ? { reasoning } : {}),
    ...(warnings ? { warnings } : {}),
    ...(opinions ? { opinions } : {}),
    pooled: output.attempt !== attempt.id,
  };
}

/** The grade of a stored output; `undefined` when the model failed and there was nothing to grade. */
export function sampleGradeOf(output: AttemptOutput): SampleGrade | undefined {
  if (output.score === undefined) return undefined;
  const { case: id, heldOut, hostile, sample, score, passed = false, results } = output;
  return { case: id, heldOut, ...(hostile === undefined ? {} : { hostile }), sample, score, passed, results };
}

/** The grade of a stored attempt, whole again: the row keeps the summary, the outputs keep the samples. */
export function gradeOf(attempt: PromptAttempt, outputs: readonly AttemptOutput[]): Grade | undefined {
  if (!attempt.grade) return undefined;
  return { ...attempt.grade, samples: outputs.flatMap((output) => sampleGradeOf(output) ?? []) };
}
