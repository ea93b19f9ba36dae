import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import type { GradeChange } from '#core/grading/compare-grades.ts';
import type { Grader, SampleToJudge } from '#core/grading/grader.ts';
import type { Grade, SampleGrade } from '#core/grading/report.ts';
import type { SimulatedCompletion, SimulatedRequest } from '#core/simulator/completion.ts';
import type { Explainer } from '#core/simulator/explainer.ts';
import { WorkerClient, type WorkerLike } from './client.ts';

const createWorker = (): WorkerLike =>
  new Worker(new URL('./practice.worker.ts', import.meta.url), { type: 'module', name: 'candor' });

/** The simulated model and the grader, reached through one worker. */
export class PracticeWorker implements Grader, Explainer {
  #client: WorkerClient;
  #knowledge = new WeakMap<ExerciseBundle, ExerciseKnowledge[]>();
  /** Keys of what the present worker was told. */
  #told = new Set<string>();
  #keys = new WeakMap<object, string>();
  #lastKey = 0;

  constructor(create: () => WorkerLike = createWorker) {
    this.#client = new WorkerClient(create, () => this.#told.clear());
  }

  preload(bundle: ExerciseBundle): void {
    this.#client.start();
    this.#study(bundle);
    this.#know(this.knowledge(bundle));
  }

  /** What the simulated model knows of an exercise, in a chain of one step of it; the same object each time, so that it crosses once. */
  knowledge(bundle: ExerciseBundle, step = 0): ExerciseKnowledge {
    let knowledge = this.#knowledge.get(bundle);
    if (!knowledge) this.#knowledge.set(bundle, (knowledge = allKnowledgeOf(bundle)));
    return knowledge[step] ?? knowledge[0]!;
  }

  async complete({ knowledge, ...request }: SimulatedRequest): Promise<SimulatedCompletion> {
    this.#client.start();
    return this.#client.call('complete', { request, knowledge: knowledge.map((one) => this.#know(one)) });
  }

  explain(
    bundle: ExerciseBundle,
    request: Omit<SimulatedRequest, 'knowledge'>,
    step?: number,
  ): Promise<SimulatedCompletion> {
    return this.complete({ ...request, knowledge: [this.knowledge(bundle, step)] });
  }

  async grade(bundle: ExerciseBundle, sample: SampleToJudge): Promise<SampleGrade> {
    this.#client.start();
    return this.#client.call('grade', { exercise: this.#study(bundle), ...sample });
  }

  gradeAttempt(samples: readonly SampleGrade[], threshold: number): Promise<Grade> {
    return this.#client.call('gradeAttempt', { samples, threshold });
  }

  compare(before: Grade, after: Grade): Promise<GradeChange> {
    return this.#client.call('compare', { before, after });
  }

  stop(): void {
    this.#client.stop();
  }

  #know(knowledge: ExerciseKnowledge): string {
    return this.#tell(knowledge, (key) => this.#client.call('know', { key, knowledge }));
  }

  #study(bundle: ExerciseBundle): string {
    const { id, checks, threshold, meanings, cases, steps } = bundle.exercise;
    const exercise = { id, checks, threshold, meanings, cases, steps };
    return this.#tell(bundle, (key) => this.#client.call('study', { key, exercise }));
  }

  #tell(subject: object, send: (key: string) => Promise<null>): string {
    let key = this.#keys.get(subject);
    if (!key) this.#keys.set(subject, (key = String(++this.#lastKey)));
    if (!this.#told.has(key)) {
      this.#told.add(key);
      send(key).catch(() => {}); // the job that needs it fails by itself
    }
    return key;
  }
}
