import type { Differ, Superseded } from '#core/comparisons/diff/differ.ts';
import type { JsonDiff } from '#core/comparisons/diff/json-diff.ts';
import type { TextDiff } from '#core/comparisons/diff/text-diff.ts';
import { WorkerClient, type WorkerLike } from './client.ts';
import type { DiffJobs } from './diff-protocol.ts';

const createWorker = (): WorkerLike =>
  new Worker(new URL('./diff.worker.ts', import.meta.url), { type: 'module', name: 'candor-diff' });

/** A question that has not been put to the worker yet. */
interface Waiting {
  ask: () => Promise<unknown>;
  settle: (answer: unknown) => void;
  fail: (error: unknown) => void;
}

/**
 * The diffs, reached through a worker of their own, one question at a time: while a text still streams, what has been
 * overtaken is never worked out, and an answer that comes too late is dropped.
 */
export class DiffWorker implements Differ {
  #client: WorkerClient<DiffJobs>;
  /** By slot, in the order in which they were asked. */
  #waiting = new Map<string, Waiting>();
  /** The slot whose question is being worked on, unless it was overtaken. */
  #asked: { slot: string; settle: (answer: unknown) => void } | undefined;
  #busy = false;

  constructor(create: () => WorkerLike = createWorker) {
    this.#client = new WorkerClient<DiffJobs>(create);
  }

  texts(slot: string, before: string, after: string): Promise<TextDiff | Superseded> {
    return this.#queue(slot, () => this.#client.call('texts', { before, after }));
  }

  json(slot: string, before: string | undefined, after: string): Promise<JsonDiff | Superseded> {
    return this.#queue(slot, () => this.#client.call('json', { before, after }));
  }

  forget(slot: string): void {
    this.#waiting.get(slot)?.settle('superseded');
    this.#waiting.delete(slot);
    if (this.#asked?.slot !== slot) return;
    this.#asked.settle('superseded');
    this.#asked = undefined;
  }

  stop(): void {
    this.#client.stop();
  }

  #queue<Answer>(slot: string, ask: () => Promise<Answer>): Promise<Answer | Superseded> {
    this.forget(slot);
    return new Promise<Answer | Superseded>((resolve, reject) => {
      this.#waiting.set(slot, { ask, settle: resolve as (answer: unknown) => void, fail: reject });
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#waiting.entries().next(); !next.done; next = this.#waiting.entries().next()) {
      const [slot, { ask, settle, fail }] = next.value;
      this.#waiting.delete(slot);
      this.#asked = { slot, settle };
      try {
        settle(await ask());
      } catch (error) {
        fail(error);
      }
      this.#asked = undefined;
    }
    this.#busy = false;
  }
}
