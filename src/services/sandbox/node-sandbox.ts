import { MessageChannel, receiveMessageOnPort, type MessagePort, type Worker } from 'node:worker_threads';
import { type Finding, unknown } from '#core/grading/finding.ts';
import { reason } from '#core/grading/reasons.ts';
import { type CodeJob, keyOfJob } from '#core/sandbox/code-job.ts';
import { limits } from '#core/sandbox/limits.ts';
import { ownThread } from '#services/system/own-thread.ts';

/** What the thread is given for its life. */
export interface SandboxThreadData {
  port: MessagePort;
  signal: SharedArrayBuffer;
}

/** Reading TypeScript takes its time on a busy machine. */
const mostStartInMs = 60_000;
/** Samples often hold the same code; this many answers are remembered. */
const mostKnown = 1_000;

/**
 * Runs code from outputs on the command line, with the same limits as in the page. Grading there is one long line of work,
 * so it waits: the thread that asks sleeps until the answer is in or the time is over.
 */
export class NodeSandbox {
  #rooms = new Map<CodeJob['language'], Room>();
  #known = new Map<string, Finding>();
  #mostTimeInMs: number;

  constructor(mostTimeInMs: number = limits.timeInMs) {
    this.#mostTimeInMs = mostTimeInMs;
  }

  /** Answers as `KnownCode` asks. */
  readonly judge = (job: CodeJob): Finding => {
    const key = keyOfJob(job);
    const known = this.#known.get(key);
    if (known) return known;
    const room = this.#rooms.get(job.language) ?? new Room();
    this.#rooms.set(job.language, room);
    const finding = room.ask(job, this.#mostTimeInMs);
    if (finding) this.#remember(key, finding);
    else this.stop(job.language);
    return finding ?? unknown(reason('code-not-run', {}));
  };

  #remember(key: string, finding: Finding): void {
    if (this.#known.size >= mostKnown) this.#known.delete(this.#known.keys().next().value ?? '');
    this.#known.set(key, finding);
  }

  stop(language: CodeJob['language']): void {
    this.#rooms.get(language)?.stop();
    this.#rooms.delete(language);
  }
}

class Room {
  #wake: Int32Array;
  #port: MessagePort;
  #thread: Worker;

  constructor() {
    const signal = new SharedArrayBuffer(4);
    const { port1, port2 } = new MessageChannel();
    this.#wake = new Int32Array(signal);
    this.#port = port1;
    const workerData: SandboxThreadData = { port: port2, signal };
    this.#thread = ownThread('sandbox-thread', import.meta.url, { workerData, env: {}, transferList: [port2] });
    this.#thread.on('error', () => {}); // the next to ask gets no answer, and is told so
    this.#thread.unref();
    port1.unref();
    Atomics.wait(this.#wake, 0, 0, mostStartInMs); // the time that a job may take does not count yet
  }

  /** `undefined` when no answer came in time. */
  ask(job: CodeJob, mostTimeInMs: number): Finding | undefined {
    const before = Atomics.load(this.#wake, 0);
    this.#port.postMessage(job);
    Atomics.wait(this.#wake, 0, before, mostTimeInMs);
    const received = receiveMessageOnPort(this.#port) as { message: { finding?: Finding } } | undefined;
    return received?.message.finding;
  }

  stop(): void {
    this.#port.close();
    void this.#thread.terminate();
  }
}

/** The one that the command line uses. */
export const nodeSandbox = new NodeSandbox();
