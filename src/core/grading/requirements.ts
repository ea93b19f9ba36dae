import type { ExerciseStep } from '#core/exercises/exercise.ts';
import type { Span } from '#core/language/span.ts';
import type { Check } from './checks/schema.ts';
import type { Outcome, Reason, SampleGrade } from './report.ts';
import { checkShares, stepsOf } from './steps.ts';

/** How often a requirement was missed on one side. */
interface Tally {
  failed: number;
  ungraded: number;
  total: number;
}

/** A failure to show as an example; never from a held-out case. */
interface Example {
  case: string;
  sample: number;
  outcome: Exclude<Outcome, 'pass'>;
  reason?: Reason;
  places: Span[];
}

/** One requirement over all samples of an attempt. */
export interface Requirement {
  check: string;
  /** Share of the weights of all checks, 0 to 1. */
  weight: number;
  mustHave: boolean;
  shown: Tally;
  heldOut: Tally;
  examples: Example[];
}

const mostExamples = 3;

/**
 * Sums up an attempt by requirement, failures first: missed must-haves, then what cost most, then what could not be
 * graded, then what was met. Checks that applied to no case run are left out.
 */
export function requirements(
  samples: readonly SampleGrade[],
  checks: readonly Pick<Check, 'id' | 'weight' | 'mustHave' | 'step'>[],
  steps?: readonly ExerciseStep[],
): Requirement[] {
  const shares = checkShares(checks, stepsOf({ steps }));
  const summed = checks
    .map((check) => {
      const requirement: Requirement = {
        check: check.id,
        weight: shares.get(check.id) ?? 0,
        mustHave: check.mustHave,
        shown: { failed: 0, ungraded: 0, total: 0 },
        heldOut: { failed: 0, ungraded: 0, total: 0 },
        examples: [],
      };
      for (const sample of samples) add(requirement, sample);
      return requirement;
    })
    .filter(({ shown, heldOut }) => shown.total + heldOut.total > 0);
  return summed.sort((a, b) => urgency(b) - urgency(a));
}

function add(requirement: Requirement, sample: SampleGrade): void {
  for (const result of sample.results) {
    if (result.check !== requirement.check) continue;
    const tally = sample.heldOut ? requirement.heldOut : requirement.shown;
    tally.total += 1;
    if (result.outcome === 'pass') continue;
    tally[result.outcome === 'fail' ? 'failed' : 'ungraded'] += 1;
    if (sample.heldOut || requirement.examples.length >= mostExamples) continue;
    const { outcome, reason, places } = result;
    requirement.examples.push({ case: sample.case, sample: sample.sample, outcome, ...(reason && { reason }), places });
  }
}

/** Larger for what to read first. Weights are at most 1, so the bands never mix. */
function urgency({ shown, heldOut, weight, mustHave }: Requirement): number {
  const failed = (shown.failed + heldOut.failed) / (shown.total + heldOut.total);
  if (failed > 0) return 4 + (mustHave ? 2 : 0) + failed * weight;
  return shown.ungraded + heldOut.ungraded > 0 ? 2 + weight : 0;
}
