import type { Value } from '#core/exercises/simulation.ts';
import type { CodeJob, FunctionTest, SqlJob } from '#core/sandbox/code-job.ts';
import type { Subject } from '../answer.ts';
import { type Finding, unknown } from '../finding.ts';
import { reason } from '../reasons.ts';
import { AuthoringProblem, asText, resolve } from '../resolve.ts';
import { spanIn } from '../text/view.ts';
import type { Context, Kind } from './kind.ts';

/** The function that the answer defines passes tests. It runs in a sandbox; here only the question is asked. */
export const javascriptPasses: Kind<'javascript-passes'> = {
  strict: false,
  negatedWithoutField: 'met',
  judge({ function: name, tests, tolerance }, subject, context): Finding {
    const resolved = listIn(resolve(tests as Value, context.truth), tests, 'tests') as unknown as FunctionTest[];
    return ask({ language: 'javascript', name, tests: resolved, tolerance }, subject, context);
  },
};

/** The answer's query gives the right rows on the exercise's tables. */
export const sqlResult: Kind<'sql-result'> = {
  strict: false,
  negatedWithoutField: 'met',
  judge({ tables, value, ordered, tolerance }, subject, context): Finding {
    const rows = listIn(resolve(value as Value, context.truth), value, 'rows') as SqlJob['rows'];
    const setUp = asText(resolve(tables as Value, context.truth), 'tables');
    return ask({ language: 'sql', tables: setUp, rows, ordered, tolerance }, subject, context);
  },
};

function listIn(value: Value, typed: unknown, needs: string): Value[] {
  const isList = Array.isArray(value) && value.every((item) => item !== null && typeof item === 'object');
  if (isList) return value;
  throw new AuthoringProblem(reason('wrong-placeholder', { name: typeof typed === 'string' ? typed : needs, needs }));
}

type Unaddressed<Job> = Job extends CodeJob ? Omit<Job, 'text' | 'strict'> : never;

function ask(job: Unaddressed<CodeJob>, { view }: Subject, { strict, code }: Context): Finding {
  const finding = code({ ...job, text: view.text, strict });
  if (!finding) return unknown(reason('code-not-run', {}));
  return { ...finding, places: finding.places.map(({ start, end }) => spanIn(view, start, end)) };
}
