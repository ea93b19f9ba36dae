import * as v from 'valibot';
import type { Meaning, Value } from '#core/exercises/simulation.ts';
import { Answer } from '#core/grading/answer.ts';
import { type CheckInput, CheckSchema } from '#core/grading/checks/schema.ts';
import { evaluate } from '#core/grading/evaluate.ts';
import type { CheckResult } from '#core/grading/report.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** What a test may set besides the check and the output. */
interface Setting {
  expect?: Record<string, Value>;
  values?: Record<string, string>;
  meanings?: Record<string, Meaning>;
}

/** One check of one output, written as exercises write checks. */
export function gradeCheck(check: WithoutId<CheckInput>, output: string, setting: Setting = {}): CheckResult {
  const parsed = v.parse(CheckSchema, { id: 'tested', ...check });
  const truth = { expect: setting.expect ?? {}, values: setting.values ?? {} };
  return evaluate(parsed, new Answer(output), truth, setting.meanings ?? {});
}

/** The outcome alone. */
export function outcomeOf(check: WithoutId<CheckInput>, output: string, setting?: Setting): CheckResult['outcome'] {
  return gradeCheck(check, output, setting).outcome;
}

/** The texts that a result marks in its output. */
export function marked(result: CheckResult, output: string): string[] {
  return result.places.map(({ start, end }) => output.slice(start, end));
}
