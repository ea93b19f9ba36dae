import type { StepOutput } from './attempt.ts';
import type { Opinion } from '#core/grading/opinion.ts';
import type { CheckResult } from '#core/grading/report.ts';
import type { FinishReason, SettingWarning, Timings, Usage } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';

/** One sample of one case as a page may show it; see `conceal.ts` for what held-out ones leave out. */
export interface SampleView {
  case: string;
  sample: number;
  heldOut: boolean;
  /** `missing`: the run was stopped before this sample was complete; what had arrived of its text is kept. */
  status: 'waiting' | 'streaming' | 'grading' | 'done' | 'failed' | 'missing';
  /** The text is kept from view until the exercise is passed or given up. */
  concealed: boolean;
  /** What has arrived so far; empty when concealed. */
  text: string;
  /** Of a chain: what the steps before the one that is written now, or the last, wrote; empty when concealed. */
  steps?: readonly StepOutput[];
  /** Empty until graded. Without reasons and places when concealed. */
  results: CheckResult[];
  score?: number | null;
  passed?: boolean;
  finishReason?: FinishReason;
  error?: ModelError;
  usage?: Usage;
  timings?: Timings;
  /** What a reasoning model told of its thinking. */
  reasoning?: string;
  warnings?: SettingWarning[];
  opinions?: readonly Opinion[];
  /** Drawn by an earlier attempt with the same prompt and model. */
  pooled: boolean;
}
