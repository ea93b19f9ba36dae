import { type Finding, fails, holds, unknown } from '#core/grading/finding.ts';
import { reason, shortened } from '#core/grading/reasons.ts';
import type { Reason } from '#core/grading/report.ts';
import type { SqlJob } from '../code-job.ts';
import { sqlIn } from '../find-code.ts';
import { limits } from '../limits.ts';
import { faultInRows } from './compare-rows.ts';
import { type QueryOutcome, runQuery } from './run-query.ts';

/** Whether the query in an answer gives the right rows. */
export function judgeSql(job: SqlJob, sqlite: WebAssembly.Module): Finding {
  const found = job.strict ? { text: job.text, start: 0, end: job.text.length } : sqlIn(job.text);
  if (!found || found.text.trim() === '') return fails(reason('code-missing', { language: 'sql' }));
  if (found.text.length > limits.codeInCharacters) return unknown(reason('answer-too-large', {}));
  const places = [{ start: found.start, end: found.end }];
  const outcome = runQuery(sqlite, job.tables, found.text);
  if (!outcome.ok) {
    if (outcome.why === 'tables') return unknown(reason('invalid-tables', { error: shortened(outcome.message) }));
    return fails(whyNot(outcome), places);
  }
  const fault = faultInRows(outcome, job);
  return fault ? fails(fault, places) : holds(reason('rows-right', { count: outcome.rows.length }), places);
}

function whyNot(outcome: Exclude<QueryOutcome, { ok: true } | { why: 'tables' }>): Reason {
  switch (outcome.why) {
    case 'error':
      return reason('code-breaks', { error: shortened(outcome.message) });
    case 'nothing':
      return reason('code-missing', { language: 'sql' });
    case 'several':
      return reason('query-several', {});
    case 'not-allowed':
      return reason('query-not-allowed', {});
    case 'steps':
      return reason('code-endless', {});
    case 'memory':
    case 'output':
      return reason('code-too-greedy', {});
  }
}
