import { parentPort, workerData } from 'node:worker_threads';
import { checkExercise } from './check-exercise.ts';
import type { ThreadData, ThreadReport } from './check-threads.ts';

/** A thread of `candor check`: is told the name of an exercise, says how far it is, and what it found. */

const { root, sizes } = workerData as ThreadData;
const report = (message: ThreadReport) => parentPort?.postMessage(message);

parentPort?.on('message', (id: string) => {
  const checked = checkExercise(root, id, sizes, (done, total) => report({ done, total }));
  report({ checked });
});
