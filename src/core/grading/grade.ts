import type { ExerciseCase, ExerciseStep, WriteExercise } from '#core/exercises/exercise.ts';
import type { KnownCode } from '#core/sandbox/code-job.ts';
import { Answer } from './answer.ts';
import { applies } from './applies.ts';
import type { Check } from './checks/schema.ts';
import { evaluate } from './evaluate.ts';
import { reaches } from './grade-attempt.ts';
import type { CheckResult, SampleGrade } from './report.ts';
import { givenTo, stepOf, stepsOf, type StepTexts } from './steps.ts';

export interface SampleToGrade {
  exercise: Pick<WriteExercise, 'checks' | 'threshold' | 'meanings' | 'steps'>;
  case: ExerciseCase;
  sample: number;
  output: string;
  /** Of a chain: what the steps before the last wrote. */
  earlier?: StepTexts;
  /** What is known of the code in the output; see `gradeWithCode`. Without it, checks that run code are ungraded. */
  code?: KnownCode;
  /** The strict forms are left out: they are shown beside an outcome and decide nothing. */
  outcomesOnly?: boolean;
  /** Reads a text; who grades the same ones again may remember. */
  read?: (text: string) => Answer;
}

const readAnswer = (text: string) => new Answer(text);

/** Grades one output, of a chain with what led to it. Never throws, whatever a model wrote. */
export function gradeSample(given: SampleToGrade): SampleGrade {
  const { exercise, case: one, sample, output, earlier = {}, code, outcomesOnly, read = readAnswer } = given;
  const steps = stepsOf(exercise);
  const checks = exercise.checks.filter((check) => applies(check, one.expect));
  const texts: Record<string, string> = { ...earlier, [steps.at(-1)!.id]: output };
  const answers = new Map(steps.map(({ id }) => [id, read(texts[id] ?? '')]));
  const truth = { expect: one.expect, values: { ...one.values, ...givenTo(steps.length, steps, texts) } };
  const results = checks.map((check) =>
    evaluate(check, answers.get(stepOf(check, steps)) ?? read(''), truth, exercise.meanings, code, outcomesOnly),
  );
  const score = scoreOf(steps, checks, results);
  const passed = score !== null && reaches(score * 100, exercise.threshold);
  const hostile = one.hostile === undefined ? {} : { hostile: one.hostile };
  return { case: one.id, heldOut: one.heldOut, ...hostile, sample, score, passed, results };
}

/**
 * The mean of the steps' scores by their weights. What a chain hands in is its last answer: where that fails a
 * must-have, or could not be graded, good work on the way makes up for nothing.
 */
function scoreOf(
  steps: readonly ExerciseStep[],
  checks: readonly Check[],
  results: readonly CheckResult[],
): number | null {
  let all = 0;
  let won = 0;
  let unknown = false;
  for (const [index, step] of steps.entries()) {
    const own = [...checks.keys()].filter((at) => stepOf(checks[at]!, steps) === step.id);
    if (own.length === 0) continue;
    const { score, failed } = stepScore(
      own.map((at) => checks[at]!),
      own.map((at) => results[at]!),
    );
    if (failed && index === steps.length - 1) return 0;
    if (score === null) unknown = true;
    all += step.weight;
    won += step.weight * (score ?? 0);
  }
  if (unknown || all === 0) return null;
  return won / all;
}

/**
 * 0 when a must-have fails, whatever else could not be graded; unknown when a must-have could not be graded, or
 * nothing with a weight could; else the weighted share of the passed among the graded.
 */
function stepScore(
  checks: readonly Check[],
  results: readonly CheckResult[],
): { score: number | null; failed: boolean } {
  let all = 0;
  let won = 0;
  let unknown = false;
  for (const [index, check] of checks.entries()) {
    const outcome = results[index]?.outcome ?? 'ungraded';
    if (check.mustHave && outcome === 'fail') return { score: 0, failed: true };
    if (check.mustHave && outcome === 'ungraded') unknown = true;
    if (outcome === 'ungraded') continue;
    all += check.weight;
    if (outcome === 'pass') won += check.weight;
  }
  if (unknown || !results.some((result) => result.outcome !== 'ungraded')) return { score: null, failed: false };
  return { score: all > 0 ? won / all : 1, failed: false }; // only must-haves without weight, all of them met
}
