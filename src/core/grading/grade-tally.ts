import type { Grade, SampleGrade, Side, Verdict } from './report.ts';
import { bootstrapInterval, mean, wilsonInterval } from './statistics.ts';

/** Reaches a threshold, floating point aside. */
export function reaches(score: number, threshold: number): boolean {
  return score >= threshold - 1e-9;
}

/** More ungraded results than this share, and the whole is not graded. */
const mostUngraded = 0.1;

interface CaseScores {
  sum: number;
  count: number;
  heldOut: boolean;
  hostile?: boolean;
}

/** What a grade says but for the samples themselves. */
export type Figures = Omit<Grade, 'samples'>;

/**
 * Adds samples up to a grade one at a time and keeps of each case two numbers, so that any number of outputs can be
 * graded in little memory. What the figures mean stands at `gradeAttempt`.
 */
export class GradeTally {
  #cases = new Map<string, CaseScores>();
  #shown = { passed: 0, total: 0 };
  #heldOut = { passed: 0, total: 0 };
  #hostile = { passed: 0, total: 0 };
  #benign = { passed: 0, total: 0 };
  #results = 0;
  #ungraded = 0;
  #graded = 0;
  #unknown = false;

  add({ case: id, heldOut, hostile, score, passed, results }: SampleGrade): void {
    const sides = [heldOut ? this.#heldOut : this.#shown];
    if (hostile !== undefined) sides.push(hostile ? this.#hostile : this.#benign);
    for (const side of sides) {
      side.total += 1;
      if (passed) side.passed += 1;
    }
    this.#results += results.length;
    for (const { outcome } of results) if (outcome === 'ungraded') this.#ungraded += 1;
    if (score === null) {
      if (results.length > 0) this.#unknown = true;
      return;
    }
    this.#graded += 1;
    const scores = this.#cases.get(id);
    if (scores) {
      scores.sum += score;
      scores.count += 1;
    } else {
      this.#cases.set(id, { sum: score, count: 1, heldOut, ...(hostile === undefined ? {} : { hostile }) });
    }
  }

  /** The grade without its interval, which takes longest to draw. */
  figures(threshold: number): Omit<Figures, 'interval'> {
    const means = this.#means(() => true);
    const side = (counts: { passed: number; total: number }, belongs: (scores: CaseScores) => boolean): Side => {
      const own = this.#means(belongs);
      return { score: own.length > 0 ? mean(own) * 100 : null, ...counts };
    };
    const shown = side(this.#shown, ({ heldOut }) => !heldOut);
    const heldOut = side(this.#heldOut, (scores) => scores.heldOut);
    const groups =
      this.#hostile.total + this.#benign.total > 0
        ? {
            hostile: side(this.#hostile, ({ hostile }) => hostile === true),
            benign: side(this.#benign, ({ hostile }) => hostile === false),
          }
        : {};
    return {
      score: means.length > 0 ? mean(means) * 100 : 0,
      verdict: this.#verdict([shown, heldOut, ...Object.values(groups)], threshold),
      shown,
      heldOut,
      ...groups,
      ungraded: this.#ungraded,
      results: this.#results,
    };
  }

  /** The interval of the score, 0 to 100. */
  interval(seed: number): [number, number] {
    const means = this.#means(() => true);
    const [only] = means;
    if (only === undefined) return [0, 100];
    const [low, high] = means.length === 1 ? wilsonInterval(only, this.#graded) : bootstrapInterval(means, seed);
    return [low * 100, high * 100];
  }

  /** The mean score of each case that has one, 0 to 1. */
  #means(belongs: (scores: CaseScores) => boolean): number[] {
    const means: number[] = [];
    for (const scores of this.#cases.values()) if (belongs(scores)) means.push(scores.sum / scores.count);
    return means;
  }

  #verdict(sides: readonly Side[], threshold: number): Verdict {
    if (this.#unknown || this.#ungraded / Math.max(1, this.#results) > mostUngraded) return 'ungraded';
    if (sides.some(({ score }) => score !== null && !reaches(score, threshold))) return 'fail';
    return sides.every(({ score }) => score !== null) ? 'pass' : 'ungraded';
  }
}
