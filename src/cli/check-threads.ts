import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import { checkExercise, type CheckedExercise } from './check-exercise.ts';

/** What a thread is given for its whole life; then it is told one exercise at a time. */
export interface ThreadData {
  root: string;
  sizes: readonly SimulatedSize[];
}

export type ThreadReport = { done: number; total: number } | { checked: CheckedExercise };

/**
 * Checks exercises on all cores. They are handed back in the order they were asked for, whichever was ready first;
 * `progress` gets a line that says what is being proved.
 */
export async function* checkExercises(
  ids: readonly string[],
  data: ThreadData,
  progress: (line: string) => void,
): AsyncGenerator<CheckedExercise> {
  const threads = Math.min(availableParallelism(), ids.length);
  const underWay = new Map<string, string>();
  let finished = 0;
  const tell = (id: string, done: number, total: number) => {
    underWay.set(id, `${id} (prompt ${done + 1} of ${total})`);
    progress(`proving ${finished + 1} of ${ids.length}: ${[...underWay.values()].join(', ')}`);
  };
  const finish = (id: string) => {
    underWay.delete(id);
    finished += 1;
  };

  if (threads < 2) {
    for (const id of ids) {
      yield checkExercise(data.root, id, data.sizes, (done, total) => tell(id, done, total));
      finish(id);
    }
    return;
  }

  const results = ids.map(() => deferred<CheckedExercise>());
  const waiting = [...ids.entries()];
  const crew = Array.from({ length: threads }, () => startThread(data));
  for (const thread of crew) {
    let current = waiting.shift();
    const next = () => (current ? thread.postMessage(current[1]) : void thread.terminate());
    thread.on('message', (report: ThreadReport) => {
      if (!current) return;
      const [index, id] = current;
      if ('done' in report) return tell(id, report.done, report.total);
      finish(id);
      results[index]?.resolve(report.checked);
      current = waiting.shift();
      next();
    });
    thread.on('error', (error) => results.forEach((result) => result.reject(error)));
    next();
  }
  try {
    for (const { promise } of results) yield await promise;
  } finally {
    await Promise.all(crew.map((thread) => thread.terminate()));
  }
}

const alive = new Set<Worker>();

/** Ends the work that is still going on, when nobody waits for it any more. */
export async function stopThreads(): Promise<void> {
  await Promise.all([...alive].map((thread) => thread.terminate()));
}

/**
 * A thread does not inherit what lets its parent read TypeScript (Node 20), so it begins by learning to; addresses are
 * resolved here, because what is evaluated there would look them up from the folder one stands in.
 */
function startThread(workerData: ThreadData): Worker {
  const [tsx, work] = [import.meta.resolve('tsx/esm/api'), import.meta.resolve('./check-thread.ts')];
  const begin = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(work)}); })`;
  const thread = new Worker(begin, { eval: true, workerData, execArgv: [] });
  alive.add(thread);
  thread.on('exit', () => alive.delete(thread));
  return thread;
}

interface Deferred<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] = () => {};
  let reject: Deferred<T>['reject'] = () => {};
  const promise = new Promise<T>((...ways) => ([resolve, reject] = ways));
  promise.catch(() => {}); // who waits for it hears of it; nobody may wait any more
  return { promise, resolve, reject };
}
