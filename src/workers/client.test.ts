import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WorkerClient, WorkerError, type WorkerLike } from './client.ts';
import type { WorkerReply, WorkerRequest } from './protocol.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker in the hand of the test. */
class FakeWorker implements WorkerLike {
  readonly got: WorkerRequest[] = [];
  terminated = false;
  #listeners = new Map<string, ((event: never) => void)[]>();

  postMessage(message: unknown): void {
    this.got.push(message as WorkerRequest);
  }
  addEventListener(type: string, listener: (event: never) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
  terminate(): void {
    this.terminated = true;
  }
  reply(reply: WorkerReply): void {
    this.#fire('message', { data: reply });
  }
  crash(): void {
    this.#fire('error', { message: 'out of memory' });
  }
  #fire(type: string, event: object): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event as never);
  }
}

function setup() {
  const workers: FakeWorker[] = [];
  const started = vi.fn();
  const client = new WorkerClient(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    started,
    1_000,
  );
  const ask = () => client.call('gradeAttempt', { samples: [], threshold: 75 });
  return { workers, started, client, ask };
}

test('the worker is started by the first call', () => {
  const { workers, ask } = setup();
  expect(workers).toHaveLength(0);
  void ask();
  void ask();
  expect(workers).toHaveLength(1);
});

test('answers find their calls in any order', async () => {
  const { workers, ask } = setup();
  const [first, second] = [ask(), ask()];
  const [one, two] = workers[0]?.got ?? [];
  workers[0]?.reply({ id: two?.id ?? -1, ok: true, output: 'two' as never });
  workers[0]?.reply({ id: one?.id ?? -1, ok: true, output: 'one' as never });
  expect(await Promise.all([first, second])).toEqual(['one', 'two']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a job that breaks refuses its own call only', async () => {
  const { workers, ask } = setup();
  const broken = ask();
  const other = ask();
  workers[0]?.reply({ id: 1, ok: false, detail: 'a bug' });
  await expect(broken).rejects.toMatchObject({ name: 'WorkerError', kind: 'refused' });
  workers[0]?.reply({ id: 2, ok: true, output: null });
  await other;
  expect(workers).toHaveLength(1);
});

test('a crash rejects all that waits, and the next call starts a new worker', async () => {
  const { workers, started, ask } = setup();
  const waiting = Promise.allSettled([ask(), ask()]);
  workers[0]?.crash();
  const crashed = { status: 'rejected', reason: expect.any(WorkerError) as WorkerError };
  expect(await waiting).toEqual([crashed, crashed]);
  expect(workers[0]?.terminated).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  const next = ask();
  expect(started).toHaveBeenCalledTimes(2);
  workers[1]?.reply({ id: workers[1].got[0]?.id ?? -1, ok: true, output: null });
  await next;
});

test('a worker that says nothing for too long is taken for dead; every answer renews its time', async () => {
  const { workers, ask } = setup();
  const first = ask();
  const second = ask().catch((error: WorkerError) => error.kind);
  await vi.advanceTimersByTimeAsync(900);
  workers[0]?.reply({ id: 1, ok: true, output: null });
  await first;
  await vi.advanceTimersByTimeAsync(900);
  expect(workers[0]?.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(await second).toBe('crashed');
  expect(workers[0]?.terminated).toBe(true);
});

test('a late answer of a dead worker is not taken for one of the new', async () => {
  const { workers, ask } = setup();
  const lost = ask().catch(() => 'lost');
  workers[0]?.crash();
  expect(await lost).toBe('lost');
  const next = ask();
  workers[0]?.reply({ id: workers[1]?.got[0]?.id ?? -1, ok: true, output: 'old' as never });
  workers[1]?.reply({ id: workers[1].got[0]?.id ?? -1, ok: true, output: 'new' as never });
  expect(await next).toBe('new');
});
