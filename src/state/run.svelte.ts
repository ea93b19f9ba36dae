import type { PromptAttempt, AttemptOutput } from '#core/attempts/attempt.ts';
import type { RunEnd, RunEvent, RunFailure, Runner, RunRequest } from '#core/attempts/runner.ts';
import type { SampleView } from '#core/attempts/sample-view.ts';
import { viewOf } from '#core/attempts/stored-samples.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grade } from '#core/grading/report.ts';
import { Repaint } from './repaint.ts';

export interface Progress {
  /** Samples that are stored, failed ones included. */
  done: number;
  total: number;
}

/** Where a run stands. */
export type RunState =
  | { status: 'idle' }
  | { status: 'running'; attempt?: PromptAttempt; progress: Progress; stopping: boolean }
  | { status: 'done' | 'stopped'; attempt: PromptAttempt; progress: Progress }
  | { status: 'failed'; failure: RunFailure; attempt?: PromptAttempt; progress: Progress };

/** Streamed text reaches the page about fifteen times a second, however fast the model is. */
const paintEveryMs = 66;

/** One run at a time: its samples as they arrive, its progress, and its end. Knows nothing of what is concealed. */
export class Run {
  #runner: Runner;
  #state = $state.raw<RunState>({ status: 'idle' });
  #samples = $state.raw<readonly SampleView[]>([]);
  #grade = $state.raw<Grade>();
  #abort: AbortController | undefined;
  #repaint = new Repaint<Partial<SampleView>>((changes) => this.#paint(changes), paintEveryMs);

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  get state(): RunState {
    return this.#state;
  }

  get running(): boolean {
    return this.#state.status === 'running';
  }

  get samples(): readonly SampleView[] {
    return this.#samples;
  }

  /** The grade of the run that ended last. */
  get grade(): Grade | undefined {
    return this.#grade;
  }

  start(request: RunRequest): Promise<RunEnd> | undefined {
    return this.#begin((listen, signal) => this.#runner.run(request, listen, signal));
  }

  /** Draws the failed samples of an attempt again. */
  retry(attempt: PromptAttempt, bundle: ExerciseBundle): Promise<RunEnd> | undefined {
    return this.#begin((listen, signal) => this.#runner.retry(attempt, bundle, listen, signal));
  }

  /** What has arrived is kept. */
  stop(): void {
    if (this.#state.status !== 'running') return;
    this.#state = { ...this.#state, stopping: true };
    this.#abort?.abort();
  }

  async #begin(work: (listen: (event: RunEvent) => void, signal: AbortSignal) => Promise<RunEnd>): Promise<RunEnd> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#repaint.clear();
    this.#samples = [];
    this.#grade = undefined;
    this.#state = { status: 'running', progress: { done: 0, total: 0 }, stopping: false };
    const end = await work((event) => {
      if (this.#abort === abort) this.#hear(event);
    }, abort.signal);
    if (this.#abort === abort) this.#finish(end);
    return end;
  }

  #hear(event: RunEvent): void {
    switch (event.type) {
      case 'started': {
        const { attempt, planned, pooled } = event;
        this.#samples = [
          ...pooled.map((output) => viewOf(output, attempt)),
          ...planned.map((sample): SampleView => ({
            ...sample,
            status: 'waiting',
            concealed: false,
            text: '',
            results: [],
            pooled: false,
          })),
        ];
        this.#progress({ done: 0, total: planned.length }, attempt);
        break;
      }
      case 'text':
        this.#change(event, { status: 'streaming', text: event.text });
        break;
      case 'stepped':
        this.#change(event, { steps: event.steps, text: '' });
        break;
      case 'answered':
        this.#change(event, { status: 'grading' });
        break;
      case 'stored':
        this.#stored(event.output);
        break;
      case 'ended':
        this.#grade = event.grade;
        break;
    }
  }

  #stored(output: AttemptOutput): void {
    const { pooled: _, ...view } = viewOf(output, { id: output.attempt });
    this.#change(output, view);
    if (this.#state.status !== 'running') return;
    const { done, total } = this.#state.progress;
    if (view.status === 'missing') return;
    this.#progress({ done: done + 1, total });
  }

  #progress(progress: Progress, attempt?: PromptAttempt): void {
    if (this.#state.status !== 'running') return;
    this.#state = { ...this.#state, progress, ...(attempt ? { attempt } : {}) };
  }

  #change({ case: id, sample }: { case: string; sample: number }, change: Partial<SampleView>): void {
    this.#repaint.add(`${id}/${sample}`, change);
  }

  #paint(changes: ReadonlyMap<string, Partial<SampleView>>): void {
    this.#samples = this.#samples.map((view) => {
      const change = changes.get(`${view.case}/${view.sample}`);
      return change && !view.pooled ? { ...view, ...change } : view;
    });
  }

  #finish(end: RunEnd): void {
    this.#repaint.flush();
    const progress = this.#state.status === 'running' ? this.#state.progress : { done: 0, total: 0 };
    this.#samples = this.#samples.map((view) =>
      view.status === 'done' || view.status === 'failed' || view.status === 'missing'
        ? view
        : { ...view, status: 'missing' },
    );
    this.#state =
      end.status === 'failed'
        ? { status: 'failed', failure: end.failure, progress, ...(end.attempt ? { attempt: end.attempt } : {}) }
        : { status: end.status, attempt: end.attempt, progress };
    if (end.status !== 'failed') this.#grade = end.grade;
  }
}
