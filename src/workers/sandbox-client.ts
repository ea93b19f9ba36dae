import { unknown } from '#core/grading/finding.ts';
import type { Finding } from '#core/grading/finding.ts';
import { reason } from '#core/grading/reasons.ts';
import { type CodeJob, type CodeRunner, keyOfJob } from '#core/sandbox/code-job.ts';
import { limits } from '#core/sandbox/limits.ts';
import { WorkerClient, type WorkerLike } from './client.ts';
import type { SandboxJobs } from './sandbox-protocol.ts';

type Language = CodeJob['language'];

const createWorker: Record<Language, () => WorkerLike> = {
  javascript: () =>
    new Worker(new URL('./javascript.worker.ts', import.meta.url), { type: 'module', name: 'candor-javascript' }),
  sql: () => new Worker(new URL('./sql.worker.ts', import.meta.url), { type: 'module', name: 'candor-sql' }),
};

/** Samples often hold the same code; this many answers are remembered. */
const mostKnown = 500;

/**
 * Runs code from outputs in a worker for each language. One job at a time, so that whoever takes too long ends with its
 * worker and takes nobody along.
 */
export class SandboxWorkers implements CodeRunner {
  readonly #clients: Record<Language, WorkerClient<SandboxJobs>>;
  #turn: Record<Language, Promise<unknown>> = { javascript: Promise.resolve(), sql: Promise.resolve() };
  #known = new Map<string, Promise<Finding>>();

  constructor(create: Record<Language, () => WorkerLike> = createWorker, mostTimeInMs: number = limits.timeInMs) {
    const client = (language: Language) => new WorkerClient<SandboxJobs>(create[language], () => {}, mostTimeInMs);
    this.#clients = { javascript: client('javascript'), sql: client('sql') };
  }

  judge(job: CodeJob): Promise<Finding> {
    const key = keyOfJob(job);
    const known = this.#known.get(key);
    if (known) return known;
    const client = this.#clients[job.language];
    const judging = this.#turn[job.language]
      .then(() => client.call('judge', job))
      .catch(() => {
        this.#known.delete(key); // another time it may be possible
        return unknown(reason('code-not-run', {}));
      });
    this.#turn[job.language] = judging;
    this.#known.set(key, judging);
    if (this.#known.size > mostKnown) this.#known.delete(this.#known.keys().next().value ?? '');
    return judging;
  }

  stop(): void {
    this.#clients.javascript.stop();
    this.#clients.sql.stop();
  }
}

export const sandbox: CodeRunner = new SandboxWorkers();
