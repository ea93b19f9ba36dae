import { hash } from '#core/chance/chance.ts';
import type { ArbitrateCase, ArbitrateExercise, Flaw } from '#core/exercises/arbitrate.ts';
import { gradeAttempt, reaches } from '#core/grading/grade-attempt.ts';
import type { Grade, Outcome } from '#core/grading/report.ts';
import { findsFlaw } from './flaw.ts';
import { countTraps, type TrapCount } from './traps.ts';
import { asksForReasons, type CaseVerdict } from './verdict.ts';

/**
 * What each part of a verdict is worth. The choice is what has consequences, so it weighs most; but of two or three
 * outputs one is right by luck, so choices alone stay under the threshold: whoever passes can also show the flaw, and
 * say what decides. The passage weighs more than the criterion, because it cannot be guessed from a short list.
 */
export const weights = { best: 0.6, flaw: 0.25, criterion: 0.15 } as const;
export type VerdictPart = keyof typeof weights;

/** A verdict held against the key of its case. */
export interface JudgedCase {
  case: string;
  heldOut: boolean;
  verdict: CaseVerdict;
  /** In a tie only the choice is asked for. */
  outcomes: Partial<Record<VerdictPart, Outcome>>;
  /** The flaw that was found. */
  found?: Flaw;
  /** 0 to 1. */
  score: number;
}

export interface Judgement {
  grade: Grade;
  /** Cases with a verdict, in the order of the exercise. */
  cases: JudgedCase[];
  traps: TrapCount[];
}

/** Holds verdicts against the key. `attempt` is what the outputs were shuffled by. */
export function judge(
  exercise: Pick<ArbitrateExercise, 'cases' | 'threshold'>,
  verdicts: readonly CaseVerdict[],
  attempt: string,
): Judgement {
  const cases = exercise.cases.flatMap((one) => {
    const verdict = verdicts.find((each) => each.case === one.id);
    return verdict ? [judgeCase(one, verdict)] : [];
  });
  const samples = cases.map(({ case: id, heldOut, score, outcomes }) => ({
    case: id,
    heldOut,
    sample: 0,
    score,
    passed: reaches(score * 100, exercise.threshold),
    results: Object.entries(outcomes).map(([check, outcome]) => ({ check, outcome, places: [] })),
  }));
  return {
    grade: gradeAttempt(samples, exercise.threshold, hash('judgement', attempt)),
    cases,
    traps: countTraps(exercise.cases, verdicts, attempt),
  };
}

/**
 * A true flaw is a true flaw even in the report of somebody who chose another output; but what decides a case can only
 * be named by somebody who decided it rightly.
 */
export function judgeCase({ id, heldOut, outputs, key }: ArbitrateCase, verdict: CaseVerdict): JudgedCase {
  const right = verdict.best === key.best;
  const judged = { case: id, heldOut, verdict };
  if (!asksForReasons(key.best)) {
    return { ...judged, outcomes: { best: outcome(right) }, score: right ? 1 : 0 };
  }
  const { mark } = verdict;
  const text = outputs.find((one) => one.id === mark?.output)?.text;
  const found = mark && text !== undefined ? key.flaws.find((flaw) => findsFlaw(text, mark, flaw)) : undefined;
  const named = right && verdict.criterion !== undefined && key.criteria.includes(verdict.criterion);
  const outcomes = { best: outcome(right), flaw: outcome(found !== undefined), criterion: outcome(named) };
  const parts = Object.keys(weights) as VerdictPart[];
  const score = parts.reduce((sum, part) => sum + (outcomes[part] === 'pass' ? weights[part] : 0), 0);
  return { ...judged, outcomes, score, ...(found ? { found } : {}) };
}

const outcome = (right: boolean): Outcome => (right ? 'pass' : 'fail');
