import type { CheckResult, Grade } from '#core/grading/report.ts';
import type { SampleView } from './sample-view.ts';

/** Held-out cases open once the exercise is passed, or the learner asked for the answer. */
export function heldOutIsOpen(progress: { state: 'started' | 'passed'; gaveUp: boolean } | undefined): boolean {
  return progress !== undefined && (progress.state === 'passed' || progress.gaveUp);
}

/**
 * The one place that decides what is shown of a sample. Of a held-out case that is not open yet there is only how each
 * requirement came out: not its text, nor a reason, place, error or count that would tell of the text or the data.
 */
export function conceal(view: SampleView, open: boolean): SampleView {
  if (open || !view.heldOut) return view.concealed ? { ...view, concealed: false } : view;
  const { case: id, sample, heldOut, status, score, passed, pooled, error } = view;
  return {
    case: id,
    sample,
    heldOut,
    status,
    concealed: true,
    text: '',
    results: view.results.map(outcomeOnly),
    ...(score === undefined ? {} : { score }),
    ...(passed === undefined ? {} : { passed }),
    ...(error ? { error: { kind: error.kind, retryable: error.retryable } } : {}),
    pooled,
  };
}

/** The samples of a grade under the same rule; its figures are outcomes and stay. */
export function concealGrade(grade: Grade, open: boolean): Grade {
  if (open) return grade;
  return {
    ...grade,
    samples: grade.samples.map((sample) =>
      sample.heldOut ? { ...sample, results: sample.results.map(outcomeOnly) } : sample,
    ),
  };
}

function outcomeOnly({ check, outcome, strict }: CheckResult): CheckResult {
  return strict === undefined ? { check, outcome, places: [] } : { check, outcome, strict, places: [] };
}
