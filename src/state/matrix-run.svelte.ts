import { failureOf, type StoreFailure } from '#core/attempts/attempt-store.ts';
import type { ComparisonOutput } from '#core/comparisons/comparison.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { Drawer } from '#core/comparisons/draw.ts';
import { remainingMs } from '#core/comparisons/matrix/estimate.ts';
import type { Missing } from '#core/comparisons/matrix/grid.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { ModelError } from '#core/models/model-error.ts';

/** Outputs drawn at the same time. */
const concurrency = 6;
/** So many failures in a row are no accident: going on would only cost. */
const hopeless = 12;

/** Where the run stands. `halted`: it stopped itself, because everything failed or storage refused. */
export type MatrixRunState =
  | { status: 'idle' }
  | { status: 'running' | 'stopping'; done: number; failed: number; total: number; remainingMs?: number }
  | { status: 'done' | 'stopped' | 'halted'; done: number; failed: number; total: number; error?: ModelError };

interface Services {
  comparisons: Pick<ComparisonStore, 'addOutputs'>;
  drawer: Drawer;
  now: () => number;
}

interface Listener {
  began(missing: Missing): void;
  /** Undefined: it was stopped before it ended, and is missing still. */
  ended(missing: Missing, output: ComparisonOutput | undefined): void;
}

interface Tally {
  done: number;
  failed: number;
  failedInARow: number;
  error?: ModelError;
}

/** Draws the missing cells of a matrix, some at a time. Each is stored as it finishes; what storage refuses is kept here. */
export class MatrixRun {
  #services: Services;
  #state = $state.raw<MatrixRunState>({ status: 'idle' });
  #problem = $state.raw<StoreFailure>();
  #unsaved = $state.raw<readonly ComparisonOutput[]>([]);
  #abort: AbortController | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  get state(): MatrixRunState {
    return this.#state;
  }

  get running(): boolean {
    return this.#state.status === 'running' || this.#state.status === 'stopping';
  }

  /** Why storage refused, and how many outputs are in this page alone because of it. */
  get problem(): { failure: StoreFailure; unsaved: number } | undefined {
    return this.#problem && { failure: this.#problem, unsaved: this.#unsaved.length };
  }

  stop(): void {
    if (this.#state.status !== 'running') return;
    this.#state = { ...this.#state, status: 'stopping' };
    this.#abort?.abort();
  }

  /** Draws until everything is there or `stop` is called; never rejects. */
  async start(
    owner: string,
    missing: readonly Missing[],
    bundle: ExerciseBundle | undefined,
    listener: Listener,
  ): Promise<void> {
    if (this.running || missing.length === 0) return;
    const abort = new AbortController();
    this.#abort = abort;
    const { now } = this.#services;
    const startedAt = now();
    const total = missing.length;
    const tally: Tally = { done: 0, failed: 0, failedInARow: 0 };
    this.#state = { status: 'running', done: 0, failed: 0, total };
    let halted = false;
    let next = 0;
    const lane = async () => {
      for (let one = missing[next++]; one && !abort.signal.aborted; one = missing[next++]) {
        listener.began(one);
        const { row, case: values, sample } = one;
        const request = { owner, variant: row.variant, case: values, sample, ...(bundle ? { bundle } : {}) };
        const output = await this.#services.drawer.draw(request, () => {}, abort.signal);
        const cut = output.status === 'partial' && !output.error;
        listener.ended(one, cut ? undefined : output);
        if (cut) continue;
        count(tally, output);
        const stored = await this.#store([output]);
        if (!stored || tally.failedInARow >= hopeless) {
          halted = true;
          abort.abort();
        }
        const { done, failed } = tally;
        const left = remainingMs(now() - startedAt, done + failed, total - done - failed);
        const status = abort.signal.aborted ? 'stopping' : 'running';
        this.#state = { status, done, failed, total, ...(left === undefined ? {} : { remainingMs: left }) };
      }
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, total) }, lane));
    const { done, failed, error } = tally;
    const status = halted ? 'halted' : done + failed < total ? 'stopped' : 'done';
    this.#state = { status, done, failed, total, ...(error ? { error } : {}) };
  }

  /** Stores what could not be stored before. */
  async save(): Promise<void> {
    const waiting = this.#unsaved;
    this.#unsaved = [];
    await this.#store(waiting);
  }

  async #store(outputs: readonly ComparisonOutput[]): Promise<boolean> {
    try {
      await this.#services.comparisons.addOutputs([...outputs]);
      if (this.#unsaved.length === 0) this.#problem = undefined;
      return true;
    } catch (error) {
      this.#unsaved = [...this.#unsaved, ...outputs];
      this.#problem = failureOf(error);
      return false;
    }
  }
}

function count(tally: Tally, { error }: ComparisonOutput): void {
  if (!error) {
    tally.done++;
    tally.failedInARow = 0;
    return;
  }
  tally.failed++;
  tally.failedInARow++;
  tally.error = error;
}
