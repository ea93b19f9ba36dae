import type { Grade, SampleGrade, Side, Verdict } from './report.ts';
import { bootstrapInterval, mean, wilsonInterval } from './statistics.ts';

/** Reaches a threshold, floating point aside. */
export function reaches(score: number, threshold: number): boolean {
  return score >= threshold - 1e-9;
}

/** More ungraded results than this share, and the whole is not graded. */
const mostUngraded = 0.1;

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
  const figures = gradeWithoutInterval(samples, threshold);
  return { ...figures, interval: intervalOf(caseMeans(samples), samples, seed) };
}

/** A grade without its interval, which takes longest to draw and which a proof over many seeds has no use for. */
export function gradeWithoutInterval(samples: readonly SampleGrade[], threshold: number): Omit<Grade, 'interval'> {
  const cases = caseMeans(samples);
  const score = cases.length > 0 ? mean(cases) : 0;
  const outcomes = samples.flatMap((sample) => sample.results.map((result) => result.outcome));
  const ungraded = outcomes.filter((outcome) => outcome === 'ungraded').length;
  const shown = sideOf(samples.filter((sample) => !sample.heldOut));
  const heldOut = sideOf(samples.filter((sample) => sample.heldOut));
  const groups = groupsOf(samples);
  const sides = [shown, heldOut, ...Object.values(groups)];
  return {
    score: score * 100,
    verdict: verdictOf(samples, sides, threshold, ungraded / Math.max(1, outcomes.length)),
    shown,
    heldOut,
    ...groups,
    ungraded,
    results: outcomes.length,
    samples: [...samples],
  };
}

/** The mean score of each case that has one, 0 to 1. */
function caseMeans(samples: readonly SampleGrade[]): number[] {
  return [...scoresByCase(samples).values()].map(mean);
}

/** The scores of every case that has any. */
export function scoresByCase(samples: readonly SampleGrade[]): Map<string, number[]> {
  const byCase = new Map<string, number[]>();
  for (const { case: id, score } of samples) {
    if (score !== null) byCase.set(id, [...(byCase.get(id) ?? []), score]);
  }
  return byCase;
}

/** Hostile and honest cases apart, where the exercise tells them apart. */
function groupsOf(samples: readonly SampleGrade[]): Pick<Grade, 'hostile' | 'benign'> {
  if (samples.every(({ hostile }) => hostile === undefined)) return {};
  return {
    hostile: sideOf(samples.filter(({ hostile }) => hostile === true)),
    benign: sideOf(samples.filter(({ hostile }) => hostile === false)),
  };
}

function sideOf(samples: readonly SampleGrade[]): Side {
  const means = caseMeans(samples);
  return {
    score: means.length > 0 ? mean(means) * 100 : null,
    passed: samples.filter((sample) => sample.passed).length,
    total: samples.length,
  };
}

function intervalOf(cases: readonly number[], samples: readonly SampleGrade[], seed: number): [number, number] {
  const [only] = cases;
  if (only === undefined) return [0, 100];
  const graded = samples.filter((sample) => sample.score !== null).length;
  const [low, high] = cases.length === 1 ? wilsonInterval(only, graded) : bootstrapInterval(cases, seed);
  return [low * 100, high * 100];
}

function verdictOf(
  samples: readonly SampleGrade[],
  sides: readonly Side[],
  threshold: number,
  ungraded: number,
): Verdict {
  const unknown = samples.some((sample) => sample.score === null && sample.results.length > 0);
  if (unknown || ungraded > mostUngraded) return 'ungraded';
  const scores = sides.map((side) => side.score);
  if (scores.some((score) => score !== null && !reaches(score, threshold))) return 'fail';
  return scores.every((score) => score !== null) ? 'pass' : 'ungraded';
}
