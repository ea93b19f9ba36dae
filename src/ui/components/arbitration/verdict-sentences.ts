import type { GradeSummary } from '#core/attempts/attempt.ts';
import type { JudgedCase } from '#core/arbitration/judge.ts';

/** What a grade says of a judge, as message keys of the room `arbitration`, and whether each is bad news. */
export interface JudgeLines {
  first: { key: 'passes' | 'failsShown' | 'failsHeldOut'; bad: boolean };
  /** Wrong choices that may be told: of closed held-out cases none are. */
  wrong: number;
  /** Right choices without the right passage or reason. */
  unreasoned: number;
}

/** `cases` are those the page may show. */
export function judgeLines(
  { verdict, shown }: Pick<GradeSummary, 'verdict' | 'shown'>,
  cases: readonly JudgedCase[],
  threshold: number,
): JudgeLines {
  const wrong = cases.filter(({ outcomes }) => outcomes.best === 'fail');
  const right = cases.filter(({ outcomes }) => outcomes.best === 'pass');
  const key = verdict === 'pass' ? 'passes' : (shown.score ?? 0) >= threshold ? 'failsHeldOut' : 'failsShown';
  return {
    first: { key, bad: key !== 'passes' },
    wrong: wrong.length,
    unreasoned: right.filter(({ outcomes }) => outcomes.flaw === 'fail' || outcomes.criterion === 'fail').length,
  };
}
