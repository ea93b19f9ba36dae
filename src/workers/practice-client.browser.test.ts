import { expect, onTestFinished, test } from 'vitest';
import { knowledgeOf } from '#core/exercises/knowledge-of.ts';
import { withLearnt, type Learnt } from '#core/exercises/with-learnt.ts';
import { packSymbols } from '#core/language/learned.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { smallExercise } from '../../tests/support/small-exercise.ts';
import { WorkerClient, type WorkerLike } from './client.ts';
import { PracticeWorker } from './practice-client.ts';

const bundle = smallExercise();
const request = {
  messages: [{ role: 'user' as const, content: 'Greet Ann in one sentence.' }],
  parameters: {},
  size: 'medium' as const,
  seed: 0,
  sample: 0,
};

function practiceWorker(): PracticeWorker {
  const worker = new PracticeWorker();
  onTestFinished(() => worker.stop());
  return worker;
}

test('the simulated model answers from the worker as it does without one', async () => {
  const worker = practiceWorker();
  const completion = await worker.explain(bundle, request);
  expect(completion).toEqual(simulate({ ...request, knowledge: [knowledgeOf(bundle)] }));
});

test('what was learnt comes apart, once, and before the model is asked; what did not arrive is asked for again', async () => {
  const { learnt, slim, whole } = apart();
  let asked = 0;
  const worker = new PracticeWorker(async () => {
    asked += 1;
    if (asked === 1) throw new Error('offline');
    return learnt;
  });
  onTestFinished(() => worker.stop());
  await expect(worker.explain(slim, request)).rejects.toThrow('offline');
  const answers = await Promise.all([worker.explain(slim, request), worker.explain(slim, { ...request, sample: 1 })]);
  expect(answers[0]).toEqual(simulate({ ...request, knowledge: [knowledgeOf(whole)] }));
  await worker.explain(slim, request);
  expect(asked).toBe(2);
});

/** An exercise as the page gets it, what was learnt of it, and both together. */
function apart() {
  const [need] = Object.keys(bundle.simulation.needs);
  const learned = {
    bias: -1,
    unseen: [-0.4, -0.4] as [number, number],
    ways: { says: [0.5], not: [0.5] },
    table: packSymbols(new Map()),
  };
  const learnt: Learnt = { needs: need === undefined ? {} : { [need]: learned }, meanings: {} };
  return { learnt, slim: { ...bundle, learnt: 'a' }, whole: withLearnt(bundle, learnt) };
}

test('it grades samples and attempts, and compares grades', async () => {
  const worker = practiceWorker();
  const good = await worker.grade(bundle, { case: 'ann', sample: 0, output: 'Hello Ann' });
  const bad = await worker.grade(bundle, { case: 'eve', sample: 0, output: 'Go away' });
  expect([good.passed, bad.passed]).toEqual([true, false]);
  expect(bad).toMatchObject({ case: 'eve', heldOut: true, score: 0 });
  const grade = await worker.gradeAttempt([good, bad], 75);
  expect(grade).toMatchObject({ score: 50, verdict: 'fail' });
  expect(await worker.compare(grade, await worker.gradeAttempt([good, good], 75))).toMatchObject({ score: 50 });
});

test('a new worker is told again what the last one knew', async () => {
  const worker = practiceWorker();
  await worker.grade(bundle, { case: 'ann', sample: 0, output: 'Hello' });
  worker.stop();
  expect(await worker.grade(bundle, { case: 'ann', sample: 0, output: 'Hello' })).toMatchObject({ passed: true });
});

test('a worker that dies without a word is heard of at once, and the next call starts another', async () => {
  const started: Worker[] = [];
  const create = () => {
    const worker = new Worker(new URL('./practice.worker.ts', import.meta.url), { type: 'module' });
    started.push(worker);
    return worker as WorkerLike;
  };
  const worker = new PracticeWorker(undefined, create);
  onTestFinished(() => worker.stop());
  const sample = { case: 'ann', sample: 0, output: 'Hello' };
  await worker.grade(bundle, sample);
  await expect.poll(async () => (await navigator.locks.query()).pending?.length).toBe(1); // the page listens
  started[0]!.terminate(); // what waits for it afterwards waits for nothing
  await expect(worker.grade(bundle, sample)).rejects.toThrow('gone');
  expect(await worker.grade(bundle, sample)).toMatchObject({ passed: true });
  expect(started).toHaveLength(2);
});

test('a real worker that dies rejects what waited for it', async () => {
  const source = URL.createObjectURL(new Blob(['onmessage = () => { throw new Error("dead") }']));
  onTestFinished(() => URL.revokeObjectURL(source));
  const client = new WorkerClient(() => new Worker(source) as WorkerLike);
  await expect(client.call('gradeAttempt', { samples: [], threshold: 75 })).rejects.toMatchObject({ kind: 'crashed' });
});

test('while the person still writes, the worker is told the exercise and answers once, for nobody', async () => {
  const jobs: unknown[] = [];
  const silent: WorkerLike = {
    postMessage: (message: { job?: unknown }) => void jobs.push(message.job),
    terminate: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
  } as never;
  const worker = new PracticeWorker(undefined, () => silent);
  worker.preload(bundle);
  await expect.poll(() => jobs).toEqual(['study', 'know', 'complete']);
  worker.preload(bundle);
  await Promise.resolve();
  await expect.poll(() => jobs).toEqual(['study', 'know', 'complete']);
});
