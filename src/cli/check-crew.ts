import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { ownThread } from '#services/system/own-thread.ts';
import type { Progress } from './check-exercise.ts';
import { doJob, type CheckJob, type CheckJobResult } from './check-job.ts';

export type ThreadReport = { done: number; total: number } | { result: unknown };

interface Waiting {
  job: CheckJob;
  progress: Progress;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Room for what lives a moment only: a proof makes much of it, and it is swept up the less often. */
const youngInMegabytes = 64;

/** Does jobs on all cores, in the order in which they were asked for; where there is one core or one job, in this thread. */
export class CheckCrew {
  readonly #most: number;
  readonly #waiting: Waiting[] = [];
  readonly #idle: Worker[] = [];
  readonly #threads = new Set<Worker>();
  /** The job before, where this thread does them all: between two of them others have their turn. */
  #own: Promise<unknown> = Promise.resolve();

  /** @param jobs how many there will be at most */
  constructor(jobs: number) {
    this.#most = Math.min(availableParallelism(), jobs);
  }

  async do<Job extends CheckJob>(job: Job, progress: Progress = () => {}): Promise<CheckJobResult<Job>> {
    if (this.#most < 2) {
      const done = this.#own.then(() => turn()).then(() => doJob(job, progress));
      this.#own = done.catch(() => {});
      return done;
    }
    const result = new Promise<unknown>((resolve, reject) => {
      this.#waiting.push({ job, progress, resolve, reject });
    });
    result.catch(() => {}); // who waits for it hears of it; nobody may wait any more
    this.#next();
    return result as Promise<CheckJobResult<Job>>;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #next(): void {
    const thread = this.#idle.pop() ?? (this.#threads.size < this.#most ? this.#start() : undefined);
    const next = thread && this.#waiting.shift();
    if (!thread || !next) return void (thread && this.#idle.push(thread));
    const settled = () => thread.removeAllListeners('message').removeAllListeners('error');
    thread.on('message', (report: ThreadReport) => {
      if ('done' in report) return next.progress(report.done, report.total);
      settled();
      this.#idle.push(thread);
      next.resolve(report.result);
      this.#next();
    });
    thread.on('error', (error) => {
      settled();
      next.reject(error as Error);
      this.#waiting.splice(0).forEach((one) => one.reject(error as Error));
    });
    thread.postMessage(next.job);
  }

  #start(): Worker {
    const thread = ownThread('check-thread', import.meta.url, {
      resourceLimits: { maxYoungGenerationSizeMb: youngInMegabytes },
    });
    this.#threads.add(thread);
    alive.add(thread);
    thread.on('exit', () => alive.delete(thread));
    return thread;
  }
}

const alive = new Set<Worker>();

/** Ends the work that is still going on, when nobody waits for it any more. */
export async function stopThreads(): Promise<void> {
  await Promise.all([...alive].map((thread) => thread.terminate()));
}
