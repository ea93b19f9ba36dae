import { expect, onTestFinished, test } from 'vitest';
import { knowledgeOf } from '#core/exercises/knowledge-of.ts';
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

test('a real worker that dies rejects what waited for it', async () => {
  const source = URL.createObjectURL(new Blob(['onmessage = () => { throw new Error("dead") }']));
  onTestFinished(() => URL.revokeObjectURL(source));
  const client = new WorkerClient(() => new Worker(source) as WorkerLike);
  await expect(client.call('gradeAttempt', { samples: [], threshold: 75 })).rejects.toMatchObject({ kind: 'crashed' });
});
