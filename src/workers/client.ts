import { watchLifeline, type Lifeline } from './lifeline.ts';
import type { Jobs, JobTable, WorkerReply, WorkerRequest } from './protocol.ts';

/** The part of `Worker` that is needed here; tests hand in their own. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

/** `crashed`: the worker died or hung, the next call starts a new one. `refused`: this one job broke in it. */
export class WorkerError extends Error {
  readonly kind: 'crashed' | 'refused';
  constructor(kind: 'crashed' | 'refused', detail: string) {
    super(`worker ${kind}: ${detail}`);
    this.name = 'WorkerError';
    this.kind = kind;
  }
}

interface Waiting {
  resolve: (output: never) => void;
  reject: (error: WorkerError) => void;
}

/** Silence after which a worker with work to do is taken for hung; one that died is heard of at once. Every reply starts the count anew. */
const mostSilenceInMs = 30_000;

/** Promises over a worker that is started by the first call, and again after a crash. */
export class WorkerClient<All extends JobTable<All> = Jobs> {
  #create: () => WorkerLike;
  #onStart: () => void;
  #mostSilenceInMs: number;
  #worker: WorkerLike | undefined;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #silence: ReturnType<typeof setTimeout> | undefined;

  /** `onStart` is called for each new worker, which knows nothing of what was told to the last. */
  constructor(create: () => WorkerLike, onStart: () => void = () => {}, silenceInMs = mostSilenceInMs) {
    this.#create = create;
    this.#onStart = onStart;
    this.#mostSilenceInMs = silenceInMs;
  }

  /** Starts the worker if it is not there. */
  start(): WorkerLike {
    if (this.#worker) return this.#worker;
    const worker = this.#create();
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => this.#hear(worker, data as WorkerReply<All> | Lifeline));
    worker.addEventListener('error', (event) => this.#crash(worker, (event as ErrorEvent).message ?? 'error'));
    worker.addEventListener('messageerror', () => this.#crash(worker, 'unreadable message'));
    this.#onStart();
    return worker;
  }

  call<J extends keyof All>(job: J, input: All[J]['input']): Promise<All[J]['output']> {
    const worker = this.start();
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, job, input } as WorkerRequest<All>);
      if (this.#silence === undefined) this.#listenForSilence(worker);
    });
  }

  stop(): void {
    if (this.#worker) this.#crash(this.#worker, 'stopped');
  }

  #hear(worker: WorkerLike, reply: WorkerReply<All> | Lifeline): void {
    if (worker !== this.#worker) return;
    if ('lifeline' in reply) return watchLifeline(reply, () => this.#crash(worker, 'gone'));
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    this.#listenForSilence(worker);
    if (reply.ok) waiting?.resolve(reply.output as never);
    else waiting?.reject(new WorkerError('refused', reply.detail));
  }

  #listenForSilence(worker: WorkerLike): void {
    clearTimeout(this.#silence);
    this.#silence = undefined;
    if (this.#waiting.size === 0) return;
    this.#silence = setTimeout(() => this.#crash(worker, 'no answer'), this.#mostSilenceInMs);
  }

  #crash(worker: WorkerLike, detail: string): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    worker.terminate();
    clearTimeout(this.#silence);
    this.#silence = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new WorkerError('crashed', detail));
  }
}
