import type { Span } from '#core/language/span.ts';

/** `ungraded` is said with its reason; it is never a pass. */
export type Outcome = 'pass' | 'fail' | 'ungraded';

/** Why a check came out as it did: a message key and its values. */
export interface Reason {
  code: string;
  params: Record<string, string | number>;
}

/** What one check says of one output. */
export interface CheckResult {
  check: string;
  outcome: Outcome;
  /** Outcome of the strict form, where it differs (fence and preamble not forgiven). */
  strict?: Outcome;
  reason?: Reason;
  /** Where in the output the failure shows. */
  places: Span[];
}

/** The grade of one sample of one case. */
export interface SampleGrade {
  case: string;
  heldOut: boolean;
  /** Where hostile and honest cases are graded apart: which of them this is. */
  hostile?: boolean;
  sample: number;
  /** 0 to 1; `null` when a must-have check, or every check, could not be graded. */
  score: number | null;
  passed: boolean;
  results: CheckResult[];
}

export type Verdict = 'pass' | 'fail' | 'ungraded';

/** Scores of one side: shown or held-out cases, hostile or honest ones. */
export interface Side {
  /** 0 to 100; `null` when nothing on this side could be graded. */
  score: number | null;
  /** Samples that reached the threshold. */
  passed: number;
  total: number;
}

/** The report of all checks over all cases and samples. */
export interface Grade {
  /** 0 to 100. */
  score: number;
  /** 90 % bootstrap interval over cases, 0 to 100. */
  interval: [low: number, high: number];
  verdict: Verdict;
  shown: Side;
  heldOut: Side;
  /** Where hostile and honest cases are graded apart: both sides across shown and held-out ones. */
  hostile?: Side;
  benign?: Side;
  /** Results that could not be graded, and all of them. */
  ungraded: number;
  results: number;
  samples: SampleGrade[];
}
