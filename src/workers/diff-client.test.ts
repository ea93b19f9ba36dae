import { expect, test } from 'vitest';
import type { WorkerLike } from './client.ts';
import { DiffWorker } from './diff-client.ts';
import type { DiffJobs } from './diff-protocol.ts';
import type { WorkerRequest } from './protocol.ts';

const empty = { grain: 'words', rows: [], removed: 0, added: 0 } as const;

/** A worker in the hand of the test. */
class FakeWorker implements WorkerLike {
  readonly got: WorkerRequest<DiffJobs>[] = [];
  #listeners = new Map<string, (event: never) => void>();
  postMessage(message: unknown): void {
    this.got.push(message as WorkerRequest<DiffJobs>);
  }
  addEventListener(type: string, listener: (event: never) => void): void {
    this.#listeners.set(type, listener);
  }
  terminate(): void {}
  answer(added: number): void {
    this.#listeners.get('message')?.({
      data: { id: this.got.at(-1)?.id, ok: true, output: { ...empty, added } },
    } as never);
  }
  crash(): void {
    this.#listeners.get('error')?.({ message: 'out of memory' } as never);
  }
}

function setup() {
  const workers: FakeWorker[] = [];
  const differ = new DiffWorker(() => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  });
  return { differ, worker: () => workers.at(-1)!, workers };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the newest question for a slot wins, and those between are never put', async () => {
  const { differ, worker } = setup();
  const answers = ['1', '2', '3'].map((text) => differ.texts('b', '', text));
  await settled();
  expect(worker().got).toHaveLength(1);
  worker().answer(1);
  expect(await answers[0]).toBe('superseded');
  expect(await answers[1]).toBe('superseded');
  await settled();
  expect(worker().got.map(({ input }) => input.after)).toEqual(['1', '3']);
  worker().answer(3);
  expect(await answers[2]).toMatchObject({ added: 3 });
});

test('slots do not disturb each other, and are answered in turn', async () => {
  const { differ, worker } = setup();
  const first = differ.texts('b', '', '1');
  const second = differ.json('c', undefined, '2');
  await settled();
  worker().answer(1);
  expect(await first).toMatchObject({ added: 1 });
  await settled();
  expect(worker().got.map(({ job }) => job)).toEqual(['texts', 'json']);
  worker().answer(2);
  expect(await second).toMatchObject({ added: 2 });
});

test('what was forgotten gets no answer', async () => {
  const { differ, worker } = setup();
  const answer = differ.texts('b', '', '1');
  await settled();
  differ.forget('b');
  expect(await answer).toBe('superseded');
  worker().answer(1);
});

test('a crash is told, and the next question starts a new worker', async () => {
  const { differ, worker, workers } = setup();
  const lost = differ.texts('b', '', '1');
  await settled();
  worker().crash();
  await expect(lost).rejects.toThrow('crashed');
  const next = differ.texts('b', '', '2');
  await settled();
  worker().answer(2);
  expect(await next).toMatchObject({ added: 2 });
  expect(workers).toHaveLength(2);
});

test('where no worker can be made, the question is refused rather than left open', async () => {
  const differ = new DiffWorker(() => {
    throw new Error('no workers here');
  });
  await expect(differ.texts('b', '', '1')).rejects.toThrow('no workers here');
});
