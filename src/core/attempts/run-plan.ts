import type { ExerciseCase } from '#core/exercises/exercise.ts';

/** One completion to ask for. */
export interface PlannedSample {
  case: string;
  heldOut: boolean;
  /** Index of the sample of this case, over everything that was ever pooled with it. */
  sample: number;
}

/**
 * Which cases and samples a run asks for, in which order: what the learner can see comes first, and each case gets its
 * first sample before any gets its second, so that the first round of outputs is there early.
 *
 * `drawn` says how many samples of a case exist already from runs of the same prompt on the same model. New samples
 * continue their numbering: running again pools samples instead of drawing the same ones, or a second lottery ticket.
 */
export function planRun(
  cases: readonly Pick<ExerciseCase, 'id' | 'heldOut'>[],
  samples: number,
  drawn: (caseId: string) => number = () => 0,
): PlannedSample[] {
  const rounds = (side: readonly Pick<ExerciseCase, 'id' | 'heldOut'>[]) =>
    Array.from({ length: samples }, (_, round) =>
      side.map(({ id, heldOut }) => ({ case: id, heldOut, sample: drawn(id) + round })),
    ).flat();
  return [...rounds(cases.filter((one) => !one.heldOut)), ...rounds(cases.filter((one) => one.heldOut))];
}
