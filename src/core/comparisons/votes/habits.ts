import { wilsonInterval } from '#core/grading/statistics.ts';
import type { ComparisonOutput, Verdict, Vote } from '../comparison.ts';

/** Fewest decided votes before a leaning is spoken of. */
const fewestDecided = 10;

/** How often the left one was preferred, whoever stood there. */
export interface PositionCheck {
  left: number;
  /** Votes that preferred one side. */
  decided: number;
  /** More often than chance alone would do: the 90 % interval leaves out one half. */
  leans?: 'left' | 'right';
}

/**
 * Judges prefer a place as well as an answer (Shi et al. 2024, arXiv 2406.07791: systematic, and strongest where answers are
 * close), and people are judges too.
 */
export function positionCheck(votes: readonly Pick<Vote, 'verdict'>[]): PositionCheck {
  const left = votes.filter(({ verdict }) => verdict === 'left').length;
  const decided = left + votes.filter(({ verdict }) => verdict === 'right').length;
  if (decided < fewestDecided) return { left, decided };
  const [low, high] = wilsonInterval(left / decided, decided);
  if (low > 0.5) return { left, decided, leans: 'left' };
  return high < 0.5 ? { left, decided, leans: 'right' } : { left, decided };
}

/** Pairs that were judged both ways round, and how many of them got the same verdict both times. */
export function steadiness(votes: readonly Vote[]): { both: number; same: number } {
  const seen = new Map<string, Vote>();
  let both = 0;
  let same = 0;
  for (const vote of votes) {
    const key = JSON.stringify([vote.left, vote.right].map(({ output, prompt }) => [output, prompt].join(' ')).sort());
    const before = seen.get(key);
    if (before && before.left.output === vote.right.output) {
      both++;
      if (preferred(before) === preferred(vote)) same++;
      seen.delete(key);
    } else {
      seen.set(key, vote);
    }
  }
  return { both, same };
}

function preferred({ verdict, left, right }: Vote): string {
  return verdict === 'left' ? left.output : verdict === 'right' ? right.output : verdict;
}

/**
 * A vote against the checks. `indifferent`: the checks see no difference where the person does. `keener`: they prefer one
 * where the person does not.
 */
export type Agreement = 'agree' | 'disagree' | 'indifferent' | 'keener' | 'ungraded';

type Graded = Pick<ComparisonOutput, 'score' | 'passed'>;

export function agreement(verdict: Verdict, left: Graded, right: Graded): Agreement {
  if (typeof left.score !== 'number' || typeof right.score !== 'number') return 'ungraded';
  if (verdict === 'both-bad') return left.passed || right.passed ? 'disagree' : 'agree';
  const better: Verdict = left.score > right.score ? 'left' : left.score < right.score ? 'right' : 'tie';
  if (better === verdict) return 'agree';
  if (better === 'tie') return 'indifferent';
  return verdict === 'tie' ? 'keener' : 'disagree';
}
