import type { PromptAttempt, AttemptOutput } from '#core/attempts/attempt.ts';
import type { ModelChoice } from '#core/models/model-choice.ts';
import { StoreError, type AttemptStore } from '#core/attempts/attempt-store.ts';
import { fingerprint } from '#core/attempts/fingerprint.ts';
import { summaryOf, withMissing } from '#core/attempts/grade-summary.ts';
import { laterThan } from '#core/attempts/later.ts';
import { planRun, type PlannedSample } from '#core/attempts/run-plan.ts';
import type { RunEnd, RunEvent, RunFailure, Runner, RunRequest } from '#core/attempts/runner.ts';
import { sampleGradeOf } from '#core/attempts/stored-samples.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grader } from '#core/grading/grader.ts';
import { stepsOf } from '#core/grading/steps.ts';
import type { Grade } from '#core/grading/report.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import { drawSample } from './draw-sample.ts';

export interface RunnerServices {
  attempts: AttemptStore;
  /** The model that was chosen, ready to answer in this exercise; in a chain, in this step of it. */
  model: (choice: ModelChoice, bundle: ExerciseBundle, step: number) => ChatModel;
  grader: Grader;
  /** Marks a run as alive, so that no other tab sweeps it away. */
  hold: (attempt: string) => () => void;
  newId: () => string;
  now: () => number;
  /** Samples drawn at the same time. */
  concurrency?: number;
}

/** What one run works on. */
interface Job {
  attempt: PromptAttempt;
  bundle: ExerciseBundle;
  planned: PlannedSample[];
  /** Outputs that are there already and count towards the grade. */
  present: AttemptOutput[];
  listen: (event: RunEvent) => void;
  signal: AbortSignal;
}

/**
 * Runs prompts over the cases of exercises. The attempt is stored before anything is shown of it, each output as it
 * completes, the end before it is shown as done. One sample that fails never stops the others.
 */
export class StreamingRunner implements Runner {
  #services: RunnerServices;

  constructor(services: RunnerServices) {
    this.#services = services;
  }

  run(request: RunRequest, listen: (event: RunEvent) => void, signal: AbortSignal): Promise<RunEnd> {
    return this.#safely(async () => {
      const { attempts, newId, now } = this.#services;
      const { bundle, prompt, model, samples } = request;
      const mark = fingerprint(bundle, prompt, model);
      const [earlier, [newest]] = await Promise.all([
        attempts.pool(bundle.exercise.id, mark),
        attempts.list({ exercise: bundle.exercise.id, limit: 1 }),
      ]);
      const present = await this.#outputsOf(earlier);
      const attempt: PromptAttempt = {
        id: newId(),
        exercise: bundle.exercise.id,
        createdAt: laterThan(newest?.createdAt, now()),
        status: 'running',
        prompt,
        fingerprint: mark,
        model,
        samples,
        ...(earlier.length > 0 ? { pooledFrom: earlier.map(({ id }) => id) } : {}),
      };
      const planned = planRun(bundle.exercise.cases, samples, nextSample(present));
      return this.#work({ attempt, bundle, planned, present: present.filter(isGraded), listen, signal });
    });
  }

  retry(
    ended: PromptAttempt,
    bundle: ExerciseBundle,
    listen: (event: RunEvent) => void,
    signal: AbortSignal,
  ): Promise<RunEnd> {
    return this.#safely(async () => {
      const outputs = await this.#services.attempts.outputs(ended.id);
      const failed = outputs.filter(({ attempt, error }) => error !== undefined && attempt === ended.id);
      const planned = failed.map(({ case: id, heldOut, sample }) => ({ case: id, heldOut, sample }));
      const attempt: PromptAttempt = { ...ended, status: 'running' };
      return this.#work({ attempt, bundle, planned, present: outputs.filter(isGraded), listen, signal });
    });
  }

  async #work(job: Job): Promise<RunEnd> {
    const { attempt, planned, present, listen, signal } = job;
    const release = this.#services.hold(attempt.id);
    try {
      await this.#services.attempts.begin(attempt);
      listen({ type: 'started', attempt, planned, pooled: present });
      const drawn: AttemptOutput[] = [];
      try {
        await this.#drawAll(job, drawn);
      } catch (error) {
        // storage refused an output: what it has already is kept, and the attempt does not stay running for ever
        const ended = await this.#end(job, drawn, true).catch(() => undefined);
        return { status: 'failed', failure: failureOf(error), attempt: ended?.attempt ?? attempt };
      }
      const { attempt: ended, grade } = await this.#end(job, drawn, signal.aborted);
      return { status: ended.status === 'done' ? 'done' : 'stopped', attempt: ended, ...(grade ? { grade } : {}) };
    } finally {
      release();
    }
  }

  async #drawAll(job: Job, drawn: AttemptOutput[]): Promise<void> {
    const { attempt, bundle, planned, listen, signal } = job;
    const models = stepsOf(bundle.exercise).map((_, step) => this.#services.model(attempt.model, bundle, step));
    const broken = new AbortController(); // one refusal of storage ends all lanes
    const either = AbortSignal.any([signal, broken.signal]);
    const queue = [...planned];
    const lane = async () => {
      for (let next = queue.shift(); next && !either.aborted; next = queue.shift()) {
        const output = await drawSample({
          attempt,
          bundle,
          planned: next,
          model: (step) => models[step]!,
          listen,
          signal: either,
          grader: this.#services.grader,
        });
        if (!output) continue;
        try {
          await this.#services.attempts.addOutputs([output]);
        } catch (error) {
          broken.abort();
          throw error;
        }
        drawn.push(output);
        listen({ type: 'stored', output });
      }
    };
    const lanes = Array.from({ length: Math.min(this.#services.concurrency ?? 6, queue.length) }, lane);
    const ends = await Promise.allSettled(lanes);
    const refused = ends.find((end) => end.status === 'rejected');
    if (refused) throw refused.reason;
  }

  /** Grades what is there and stores the end. */
  async #end(
    job: Job,
    drawn: AttemptOutput[],
    cut: boolean,
  ): Promise<{ attempt: PromptAttempt; grade: Grade | undefined }> {
    const { attempt, bundle, planned, present, listen } = job;
    const samples = [...present, ...drawn].flatMap((output) => sampleGradeOf(output) ?? []);
    const arrived = drawn.filter(isGraded).length;
    const whole = arrived > 0 || samples.length > 0 ? await this.#gradeAttempt(bundle, samples) : undefined;
    const grade = whole && withMissing(whole, present.length + arrived, present.length + planned.length);
    // stopped after the last sample had come is not interrupted
    const interrupted = cut && drawn.filter((output) => isGraded(output) || output.error).length < planned.length;
    const ended: PromptAttempt = {
      ...attempt,
      status: interrupted ? 'interrupted' : 'done',
      endedAt: Math.max(attempt.createdAt, this.#services.now()),
      ...(grade ? { grade: summaryOf(grade) } : {}),
    };
    await this.#services.attempts.end(ended);
    listen({ type: 'ended', attempt: ended, ...(grade ? { grade } : {}) });
    return { attempt: ended, grade };
  }

  #gradeAttempt({ exercise }: ExerciseBundle, samples: Grade['samples']): Promise<Grade> {
    const { grader } = this.#services;
    // a worker that crashed is started anew by the next call
    return grader
      .gradeAttempt(samples, exercise.threshold)
      .catch(() => grader.gradeAttempt(samples, exercise.threshold));
  }

  async #outputsOf(attempts: PromptAttempt[]): Promise<AttemptOutput[]> {
    const lists = await Promise.all(attempts.map(({ id }) => this.#services.attempts.outputs(id)));
    return [...new Map(lists.flat().map((output) => [output.id, output])).values()];
  }

  async #safely(work: () => Promise<RunEnd>): Promise<RunEnd> {
    try {
      return await work();
    } catch (error) {
      return { status: 'failed', failure: failureOf(error) };
    }
  }
}

function isGraded(output: AttemptOutput): boolean {
  return output.score !== undefined;
}

/** The first sample index of a case that no earlier run has used, failed samples included. */
function nextSample(present: AttemptOutput[]): (caseId: string) => number {
  const next = new Map<string, number>();
  for (const { case: id, sample } of present) next.set(id, Math.max(next.get(id) ?? 0, sample + 1));
  return (caseId) => next.get(caseId) ?? 0;
}

function failureOf(error: unknown): RunFailure {
  if (error instanceof StoreError) return { kind: 'storage', failure: error.failure };
  return error instanceof Error && error.name === 'WorkerError' ? { kind: 'worker' } : { kind: 'unknown' };
}
