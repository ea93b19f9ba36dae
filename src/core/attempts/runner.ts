import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grade } from '#core/grading/report.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { PromptAttempt, AttemptOutput, StepOutput } from './attempt.ts';
import type { ModelChoice } from '#core/models/model-choice.ts';
import type { StoreFailure } from './attempt-store.ts';

export interface RunRequest {
  bundle: ExerciseBundle;
  prompt: Prompt;
  model: ModelChoice;
  /** Samples per case. */
  samples: number;
}

/** One sample of one case. */
export interface SampleKey {
  case: string;
  sample: number;
}

/** What a run tells while it goes on. */
export type RunEvent =
  /** The attempt is stored; these samples will be drawn, `pooled` ones are there already. */
  | { type: 'started'; attempt: PromptAttempt; planned: (SampleKey & { heldOut: boolean })[]; pooled: AttemptOutput[] }
  /** All of the text that has arrived of a sample, in a chain of the step that is being written. */
  | { type: 'text'; case: string; sample: number; text: string }
  /** In a chain: a step is done and the next begins; what the steps have written so far. */
  | { type: 'stepped'; case: string; sample: number; steps: StepOutput[] }
  /** The answer is complete and is being graded. */
  | { type: 'answered'; case: string; sample: number }
  /** Graded (or failed) and stored. */
  | { type: 'stored'; output: AttemptOutput }
  /** The attempt's end is stored. `grade` is absent when nothing was there to grade. */
  | { type: 'ended'; attempt: PromptAttempt; grade?: Grade };

/** Why a run could not go on; what had arrived is kept. */
export type RunFailure = { kind: 'storage'; failure: StoreFailure } | { kind: 'worker' } | { kind: 'unknown' };

export type RunEnd =
  | { status: 'done'; attempt: PromptAttempt; grade?: Grade }
  | { status: 'stopped'; attempt: PromptAttempt; grade?: Grade }
  | { status: 'failed'; failure: RunFailure; attempt?: PromptAttempt };

/** Runs a prompt over all cases of an exercise and grades what comes. Never rejects. */
export interface Runner {
  run(request: RunRequest, listen: (event: RunEvent) => void, signal: AbortSignal): Promise<RunEnd>;
  /** Draws the failed samples of an ended attempt again. */
  retry(
    attempt: PromptAttempt,
    bundle: ExerciseBundle,
    listen: (event: RunEvent) => void,
    signal: AbortSignal,
  ): Promise<RunEnd>;
}
