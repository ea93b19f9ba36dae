import wasm from '@sqlite.org/sqlite-wasm/sqlite3.wasm?url';
import { judgeSql } from '#core/sandbox/sql/judge-sql.ts';
import { answerJobs, compiled } from './answer-jobs.ts';

/** Runs SQL that models wrote: each query in an SQLite of its own, which ends with it. */
const sqlite = compiled(wasm);

answerJobs(async (job) => {
  if (job.language !== 'sql') throw new Error(`no interpreter for ${job.language} here`);
  return judgeSql(job, await sqlite);
});
