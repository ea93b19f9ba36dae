import { mean, bootstrapInterval } from './statistics.ts';
import { scoresByCase } from './grade-attempt.ts';
import type { Grade } from './report.ts';

/** How many samples met a requirement. */
interface Passed {
  passed: number;
  total: number;
}

/** What changed between two grades of the same exercise. */
export interface GradeChange {
  /** Points, −100 to 100. */
  score: number;
  /** 90 % interval of the change over the cases that both grades have; `null` when they share fewer than two. */
  interval: [low: number, high: number] | null;
  /** Whether the change is more than the draw of cases explains. */
  distinguishable: boolean;
  /** Every requirement that either grade has, in the order of the later one. */
  checks: { check: string; before: Passed; after: Passed }[];
  /** Requirements met in every sample now and not before; and the other way round. */
  gained: string[];
  lost: string[];
}

/** Compares two grades; `before` is the earlier. */
export function compareGrades(before: Grade, after: Grade, seed = 0): GradeChange {
  const counts = { before: passedByCheck(before), after: passedByCheck(after) };
  const none: Passed = { passed: 0, total: 0 };
  const checks = [...new Set([...counts.after.keys(), ...counts.before.keys()])].map((check) => ({
    check,
    before: counts.before.get(check) ?? none,
    after: counts.after.get(check) ?? none,
  }));
  const met = ({ passed, total }: Passed) => total > 0 && passed === total;
  const inBoth = checks.filter((check) => check.before.total > 0 && check.after.total > 0);
  const interval = changeInterval(before, after, seed);
  return {
    score: after.score - before.score,
    interval,
    distinguishable: interval ? interval[0] > 0 || interval[1] < 0 : apart(before, after),
    checks,
    gained: inBoth.filter((check) => !met(check.before) && met(check.after)).map(({ check }) => check),
    lost: inBoth.filter((check) => met(check.before) && !met(check.after)).map(({ check }) => check),
  };
}

function passedByCheck(grade: Grade): Map<string, Passed> {
  const counts = new Map<string, Passed>();
  for (const result of grade.samples.flatMap((sample) => sample.results)) {
    if (result.outcome === 'ungraded') continue;
    const count = counts.get(result.check) ?? { passed: 0, total: 0 };
    count.total += 1;
    if (result.outcome === 'pass') count.passed += 1;
    counts.set(result.check, count);
  }
  return counts;
}

/** Case by case, so that hard cases, hard for both, do not hide a change. */
function changeInterval(before: Grade, after: Grade, seed: number): [number, number] | null {
  const earlier = scoresByCase(before.samples);
  const changes: number[] = [];
  for (const [id, scores] of scoresByCase(after.samples)) {
    const old = earlier.get(id);
    if (old) changes.push(mean(scores) - mean(old));
  }
  if (changes.length < 2) return null;
  const [low, high] = bootstrapInterval(changes, seed);
  return [low * 100, high * 100];
}

/** Without common cases: each score lies outside the other's interval. */
function apart(before: Grade, after: Grade): boolean {
  const outside = (score: number, [low, high]: readonly [number, number]) => score < low || score > high;
  return outside(before.score, after.interval) && outside(after.score, before.interval);
}
