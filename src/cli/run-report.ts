import type { AttemptOutput } from '#core/attempts/attempt.ts';
import type { WriteExercise } from '#core/exercises/exercise.ts';
import { gradeJson } from './grade-json.ts';
import { gradeText } from './grade-text.ts';
import { GradedRows } from './graded-rows.ts';
import type { PromptRun } from './run-prompt.ts';
import { counted } from './text.ts';

/** A run on a real model for other programs to read: the grade, and what the run came to. */
export function runJson(exercise: WriteExercise, model: string, { grade, failed, usage, cost, warnings }: PromptRun) {
  return {
    ...(grade
      ? gradeJson(exercise, model, grade, new GradedRows(exercise, grade.samples))
      : { exercise: exercise.id, model, score: null, verdict: 'ungraded', checks: [] }),
    failed: failed.map(({ case: id, sample, error, text }) => ({
      case: id,
      sample,
      kind: error?.kind,
      ...(error?.detail ? { detail: error.detail } : {}),
      ...(text ? { partial: text } : {}),
    })),
    usage,
    ...(cost.kind === 'known' ? { cost: { amount: cost.amount, currency: cost.currency } } : {}),
    warnings,
  };
}

/** The same for a person. */
export function runText(exercise: WriteExercise, model: string, run: PromptRun): string {
  const { grade, failed, usage, cost, warnings } = run;
  const lines = grade
    ? [gradeText(exercise, model, grade, new GradedRows(exercise, grade.samples)).trimEnd()]
    : [`UNGRADED  no call to ${model} was answered`];
  if (failed.length > 0) {
    lines.push(
      '',
      `${counted(failed.length, 'output')} could not be drawn and ${failed.length === 1 ? 'is' : 'are'} left out:`,
    );
    lines.push(...failed.map((one) => `  ${one.case}, sample ${one.sample + 1}: ${failureText(one)}`));
  }
  lines.push(...(warnings.length > 0 ? ['', `Settings the model did not follow: ${warnings.join(', ')}`] : []));
  const about = usage.estimated ? 'about ' : '';
  const price = cost.kind === 'known' ? `, ${cost.amount.toFixed(4)} ${cost.currency}` : '';
  lines.push('', `${about}${usage.inputTokens} tokens in, ${usage.outputTokens} out${price}`);
  return `${lines.join('\n')}\n`;
}

function failureText({ error }: AttemptOutput): string {
  const kind = (error?.kind ?? 'internal').replaceAll('-', ' ');
  return error?.detail ? `${kind} (${error.detail})` : kind;
}
