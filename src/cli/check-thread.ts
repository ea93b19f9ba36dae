import { parentPort } from 'node:worker_threads';
import { doJob, type CheckJob } from './check-job.ts';
import type { ThreadReport } from './check-crew.ts';

/** A thread of `candor check`: is told a job, says how far it is, and what it found. */

const report = (message: ThreadReport) => parentPort?.postMessage(message);

parentPort?.on('message', (job: CheckJob) => {
  const result = doJob(job, (done, total) => report({ done, total }));
  report({ result });
});
