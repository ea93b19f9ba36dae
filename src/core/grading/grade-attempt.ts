import { GradeTally } from './grade-tally.ts';
import type { Grade, SampleGrade } from './report.ts';

export { reaches } from './grade-tally.ts';

/**
 * Grades an attempt: the mean over cases of the mean over their samples, × 100. Samples without a score (see
 * `SampleGrade.score`) are left out of the mean, and make the verdict `ungraded`.
 *
 * The verdict is `pass` when both sides, shown and held-out, reach the threshold. One side that misses it makes a
 * `fail`. When one side was not run at all and the other reaches it, nobody can know: `ungraded`.
 *
 * Where some cases are hostile, hostile and honest ones are two sides more, under the same rule: to carry out what an
 * intruder asks fails, and so does turning everybody away for fear of one.
 */
export function gradeAttempt(samples: readonly SampleGrade[], threshold: number, seed = 0): Grade {
  const tally = tallied(samples);
  return { ...tally.figures(threshold), interval: tally.interval(seed), samples: [...samples] };
}

/** A grade without its interval, which takes longest to draw and which a proof over many seeds has no use for. */
export function gradeWithoutInterval(samples: readonly SampleGrade[], threshold: number): Omit<Grade, 'interval'> {
  return { ...tallied(samples).figures(threshold), samples: [...samples] };
}

function tallied(samples: readonly SampleGrade[]): GradeTally {
  const tally = new GradeTally();
  for (const sample of samples) tally.add(sample);
  return tally;
}

/** The scores of every case that has any. */
export function scoresByCase(samples: readonly SampleGrade[]): Map<string, number[]> {
  const byCase = new Map<string, number[]>();
  for (const { case: id, score } of samples) {
    if (score === null) continue;
    const scores = byCase.get(id);
    if (scores) scores.push(score);
    else byCase.set(id, [score]);
  }
  return byCase;
}
