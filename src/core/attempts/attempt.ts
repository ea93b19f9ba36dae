import type { ModelChoice } from '#core/models/model-choice.ts';
import type { CaseVerdict, DraftVerdict } from '#core/arbitration/verdict.ts';
import type { Opinion } from '#core/grading/opinion.ts';
import type { CheckResult, Grade } from '#core/grading/report.ts';
import type { FinishReason, SettingWarning, Timings, Usage } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';
import type { Prompt } from '#core/prompts/prompt.ts';

/** The grade without its samples: small enough for a list. */
export type GradeSummary = Omit<Grade, 'samples'>;

/** What attempts of every kind have in common. */
interface AttemptBase {
  id: string;
  exercise: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  endedAt?: number;
  /** `interrupted`: stopped, or the page went away; what had arrived is kept. */
  status: 'running' | 'done' | 'interrupted';
  grade?: GradeSummary;
  /** Set while a deletion can still be undone. */
  deletedAt?: number;
}

/**
 * A prompt that was run, the model it ran on, and what came of it. Written before its outputs are, and again when it
 * ends; after that only `deletedAt` changes.
 */
export interface PromptAttempt extends AttemptBase {
  /** Only the other kind names itself: rows from before there was one have no such field. */
  kind?: undefined;
  prompt: Prompt;
  /** Fingerprint of prompt and model: equal for runs whose samples may be pooled. */
  fingerprint: string;
  model: ModelChoice;
  /** Samples drawn per case by this attempt itself. */
  samples: number;
  /** Attempts with the same fingerprint whose samples are part of the grade: a second run is no second lottery ticket. */
  pooledFrom?: string[];
}

/** Verdicts on the outputs of an exercise, handed in. Its id is what the outputs were shuffled by. */
export interface ArbitrateAttempt extends AttemptBase {
  kind: 'arbitrate';
  verdicts: CaseVerdict[];
}

/** What a learner did once in an exercise. */
export type Attempt = PromptAttempt | ArbitrateAttempt;

export function isPromptAttempt(attempt: Attempt): attempt is PromptAttempt {
  return attempt.kind === undefined;
}

/** An attempt and those whose samples it pools. */
export function withPooled(attempt: Attempt): string[] {
  return isPromptAttempt(attempt) ? [attempt.id, ...(attempt.pooledFrom ?? [])] : [attempt.id];
}

/** What a step of a chain wrote, for the next to work on. */
export interface StepOutput {
  step: string;
  text: string;
}

/** One sample of one case of an attempt; a row of its own, because outputs are large. */
export interface AttemptOutput {
  /** `<attempt>/<case>/<sample>`. */
  id: string;
  attempt: string;
  case: string;
  heldOut: boolean;
  /** As in {@link SampleGrade}. */
  hostile?: boolean;
  sample: number;
  /** The answer; of a chain that of its last step. */
  text: string;
  /** Of a chain: what the steps before the last wrote, as far as they came. */
  steps?: StepOutput[];
  finishReason?: FinishReason;
  error?: ModelError;
  usage?: Usage;
  timings?: Timings;
  /** What a reasoning model told of its thinking; never graded. */
  reasoning?: string;
  /** Settings that the model did not follow. */
  warnings?: SettingWarning[];
  /** Second opinions that were asked for; beside the grade, never part of it. */
  opinions?: Opinion[];
  /** As in {@link SampleGrade}; absent when the model failed or the answer was not graded. */
  score?: number | null;
  passed?: boolean;
  results: CheckResult[];
}

/** Where an exercise stands; kept as a row so that no page has to read all attempts. */
export interface ExerciseProgress {
  exercise: string;
  state: 'started' | 'passed';
  bestScore: number;
  attempts: number;
  lastAttemptAt: number;
  hintsShown: number;
  /** The learner asked for the answer: ladder and held-out cases are open. */
  gaveUp: boolean;
  passedAt?: number;
}

/** A prompt being written; one per exercise. */
export interface PromptDraft {
  kind?: undefined;
  exercise: string;
  prompt: Prompt;
  updatedAt: number;
}

/** Verdicts being formed; one per exercise. */
export interface ArbitrateDraft {
  kind: 'arbitrate';
  exercise: string;
  /** Id of the attempt it becomes. */
  attempt: string;
  verdicts: DraftVerdict[];
  /** The case that is open. */
  case: string;
  updatedAt: number;
}

/** What is left behind unfinished in an exercise. */
export type Draft = PromptDraft | ArbitrateDraft;
