import type { Judgement } from './judge.ts';

/**
 * A judgement as a page may show it. The key of a held-out case stays shut until the exercise is passed or given up, and
 * so does whether the choice was right, which would give it away; its share of the score and of the traps is told.
 */
export function concealJudgement(judgement: Judgement, open: boolean): Judgement {
  if (open) return judgement;
  return { ...judgement, cases: judgement.cases.filter(({ heldOut }) => !heldOut) };
}
