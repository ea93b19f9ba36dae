import type { Span } from '#core/language/span.ts';

/** A passage a learner marked as the flaw of an output. */
export interface FlawMark extends Span {
  output: string;
  /** What stood there, so that a verdict can be read even when its exercise has changed. */
  quote: string;
}

/** What a learner says of one case. Whoever finds no flaw, or cannot say what decides, leaves that open. */
export interface CaseVerdict {
  case: string;
  /** Id of an output, `none` when none may be used, or `tie` when it makes no difference. */
  best: string;
  mark?: FlawMark;
  criterion?: string;
}

/** A verdict still being formed. */
export type DraftVerdict = Pick<CaseVerdict, 'case'> & Partial<CaseVerdict>;

/** A verdict that can be handed in. */
export function isGiven(verdict: DraftVerdict | undefined): verdict is CaseVerdict {
  return verdict?.best !== undefined;
}

/** In a tie nothing is worse, so there is nothing to mark and nothing that decides. */
export function asksForReasons(best: string | undefined): boolean {
  return best !== undefined && best !== 'tie';
}

/** The verdicts that can be handed in, with reasons only where there is something to give reasons for. */
export function givenVerdicts(verdicts: readonly DraftVerdict[]): CaseVerdict[] {
  return verdicts
    .filter(isGiven)
    .map(({ mark, criterion, ...one }) =>
      asksForReasons(one.best) ? { ...one, ...(mark && { mark }), ...(criterion && { criterion }) } : one,
    );
}
