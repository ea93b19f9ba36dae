import type { QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { Value } from '#core/exercises/simulation.ts';
import { type Finding, fails, holds, unknown } from '#core/grading/finding.ts';
import { reason, shortened } from '#core/grading/reasons.ts';
import type { Reason } from '#core/grading/report.ts';
import type { FunctionTest, JavascriptJob } from '../code-job.ts';
import { javascriptIn } from '../find-code.ts';
import { limits } from '../limits.ts';
import { type CallOutcome, type FunctionOutcome, oddKey, runFunction } from './run-function.ts';
import { sameResult } from './same-result.ts';

/** Whether the function in an answer passes its tests. `start` gives a QuickJS that nothing has run in. */
export async function judgeJavascript(job: JavascriptJob, start: () => Promise<QuickJSWASMModule>): Promise<Finding> {
  const found = job.strict ? { text: job.text, start: 0, end: job.text.length } : javascriptIn(job.text, job.name);
  if (!found || found.text.trim() === '') return fails(reason('code-missing', { language: 'javascript' }));
  if (found.text.length > limits.codeInCharacters) return unknown(reason('answer-too-large', {}));
  const places = [{ start: found.start, end: found.end }];
  const calls = job.tests.map(({ call }) => call);
  const outcome = runFunction(await start(), found.text, job.name, calls);
  if (!outcome.ok) return fails(whyNot(outcome, job.name), places);
  const wrong = job.tests.flatMap((test, index) => faultOf(job, test, outcome.calls[index]!) ?? []);
  const [first] = wrong;
  return first ? fails(first, places) : holds(reason('calls-right', { count: job.tests.length }), places);
}

function whyNot(outcome: Extract<FunctionOutcome, { ok: false }>, name: string): Reason {
  switch (outcome.why) {
    case 'breaks':
      return reason('code-breaks', { error: shortened(outcome.message) });
    case 'no-function':
      return reason('function-missing', { name });
    case 'steps':
      return reason('code-endless', {});
    case 'memory':
      return reason('code-too-greedy', {});
  }
}

function faultOf({ name, tolerance }: JavascriptJob, test: FunctionTest, outcome: CallOutcome): Reason | undefined {
  const call = shortened(`${name}(${test.call.map((value) => JSON.stringify(value)).join(', ')})`);
  if (outcome.kind === 'too-large') return reason('code-too-greedy', {});
  if (outcome.kind === 'pending') return reason('call-unsettled', { call });
  if (outcome.kind === 'threw') {
    const error = shortened(outcome.message);
    if (test.throws === undefined) return reason('call-threw', { call, error });
    if (test.throws === true || outcome.message.toLowerCase().includes(test.throws.toLowerCase())) return undefined;
    return reason('call-wrong', { call, expected: shortened(test.throws), actual: error });
  }
  if (test.throws !== undefined) return reason('call-returned', { call, actual: shown(outcome.value) });
  if (test.gives === undefined || sameResult(outcome.value, test.gives, tolerance)) return undefined;
  return reason('call-wrong', { call, expected: shown(test.gives), actual: shown(outcome.value) });
}

/** A value as one would write it, NaN and its like by their names. */
function shown(value: Value): string {
  const odd = value !== null && typeof value === 'object' && !Array.isArray(value) ? value[oddKey] : undefined;
  return shortened(typeof odd === 'string' ? odd : JSON.stringify(value));
}
