import type { GradeSummary } from '#core/attempts/attempt.ts';
import type { JudgedCase } from '#core/arbitration/judge.ts';

/** What a grade says of a judge, as message keys of the room `arbitration`, and whether each is bad news. */
export interface JudgeLines {
  first: { key: 'passes' | 'failsShown' | 'failsHeldOut'; bad: boolean };
  /** Wrong choices that may be told: of closed held-out cases none are. */
  wrong: number;
  /** Which sentence tells it: of all cases, or of the shown ones while the key of the others is closed. */
  choices: 'allRight' | 'allRightShown' | 'wrong' | 'wrongShown';
  /** Right choices without the right passage or reason. */
  unreasoned: number;
}

/** `cases` are those the page may show, of `total` that were judged. */
export function judgeLines(
  { verdict, shown }: Pick<GradeSummary, 'verdict' | 'shown'>,
  cases: readonly JudgedCase[],
  { threshold, total }: { threshold: number; total: number },
): JudgeLines {
  const wrong = cases.filter(({ outcomes }) => outcomes.best === 'fail');
  const right = cases.filter(({ outcomes }) => outcomes.best === 'pass');
  const key = verdict === 'pass' ? 'passes' : (shown.score ?? 0) >= threshold ? 'failsHeldOut' : 'failsShown';
  return {
    first: { key, bad: key !== 'passes' },
    wrong: wrong.length,
    choices: `${wrong.length ? 'wrong' : 'allRight'}${cases.length < total ? 'Shown' : ''}`,
    unreasoned: right.filter(({ outcomes }) => outcomes.flaw === 'fail' || outcomes.criterion === 'fail').length,
  };
}

type ChoiceWords = Record<'allRight' | 'allRightShown', string> &
  Record<'wrong' | 'wrongShown', (values: { wrong: number; total: number }) => string>;

/** How many of `total` choices were wrong, in a sentence. */
export function choicesSentence({ choices, wrong }: JudgeLines, total: number, words: ChoiceWords): string {
  const sentence = words[choices];
  return typeof sentence === 'string' ? sentence : sentence({ wrong, total });
}
