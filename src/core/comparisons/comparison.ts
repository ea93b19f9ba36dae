import type { ModelChoice } from '#core/models/model-choice.ts';
import type { Opinion } from '#core/grading/opinion.ts';
import type { CheckResult } from '#core/grading/report.ts';
import type { FinishReason, SettingWarning, Timings, Usage } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';
import type { Prompt } from '#core/prompts/prompt.ts';

/** Fewest and most panes that stand side by side. */
export const fewestPanes = 2;
export const mostPanes = 6;

/**
 * What is compared on. `exercise`: cases of an exercise, whose checks grade the outputs. `scratch`: data typed or pasted
 * here, which nothing grades; each case fills the same variables.
 */
export type Subject =
  { kind: 'exercise'; exercise: string } | { kind: 'scratch'; cases: { id: string; values: Record<string, string> }[] };

/** One way of asking: a prompt, with its parameters, on a model. */
export interface Variant {
  id: string;
  /** What a person calls it; without one it is named by its letter. */
  name?: string;
  prompt: Prompt;
  model: ModelChoice;
  /** The stored attempt it was taken from. */
  attempt?: string;
}

/** What all panes share; changing it in one changes it in all. */
export interface Links {
  prompt: boolean;
  parameters: boolean;
  model: boolean;
}

/** Two to six variants side by side over the same case. */
export interface Comparison {
  id: string;
  title: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  updatedAt: number;
  subject: Subject;
  /** The case that the panes show. */
  case: string;
  panes: Variant[];
  linked: Links;
  /** Samples drawn for each pane and case. */
  samples: number;
  /** Set while a deletion can still be undone. */
  deletedAt?: number;
}

/** Prompts × models × cases, as a grid of scores. A cell's variant has the id `<prompt>~<model>`. */
export interface Matrix {
  id: string;
  title: string;
  createdAt: number;
  updatedAt: number;
  subject: Subject;
  prompts: { id: string; name: string; prompt: Prompt }[];
  models: { id: string; model: ModelChoice }[];
  cases: string[];
  samples: number;
  deletedAt?: number;
}

/** One sample of a case by one variant of a comparison or matrix; a row of its own, because outputs are large. */
export interface ComparisonOutput {
  /** `<owner>/<variant>/<case>/<sample>`. */
  id: string;
  /** Id of the comparison or matrix. */
  owner: string;
  variant: string;
  case: string;
  /** The case was held out of sight by its exercise: an export or a link hides the output until the case is open. */
  heldOut?: boolean;
  sample: number;
  /** Of prompt, model and case values as they were sent: tells when a pane has been edited since. */
  fingerprint: string;
  /** When it ended, milliseconds since the epoch. */
  at: number;
  /** `partial`: stopped, failed or cut short; what had arrived is kept. */
  status: 'whole' | 'partial';
  text: string;
  finishReason?: FinishReason;
  error?: ModelError;
  usage?: Usage;
  timings?: Timings;
  /** What a reasoning model told of its thinking, and settings that it did not follow. */
  reasoning?: string;
  warnings?: SettingWarning[];
  /** 0 to 100 as in a grade; absent when nothing grades it, null when it could not be graded. */
  score?: number | null;
  passed?: boolean;
  results: CheckResult[];
  /** Of real models on this output and another of the same case and sample; never part of the score. */
  opinions?: Opinion[];
}

/** What a person may say of two outputs whose names are hidden. */
export type Verdict = 'left' | 'right' | 'tie' | 'both-bad';

/** Why one output is better; a vote can name several. */
export const criteria = [
  'correct',
  'complete',
  'follows-instructions',
  'clear',
  'concise',
  'tone',
  'grounded',
  'format',
] as const;
export type Criterion = (typeof criteria)[number];

/** What stood on one side of a vote. */
export interface Side {
  variant: string;
  output: string;
  /** Of the prompt alone: votes on the same prompt version count together, whatever comparison they were cast in. */
  prompt: string;
  model: string;
}

/** A blind vote between two outputs. */
export interface Vote {
  id: string;
  comparison: string;
  case: string;
  at: number;
  left: Side;
  right: Side;
  verdict: Verdict;
  criteria: Criterion[];
}
