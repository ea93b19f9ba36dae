import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { withLearnt, type Learnt } from '#core/exercises/with-learnt.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import type { GradeChange } from '#core/grading/compare-grades.ts';
import type { Grader, SampleToJudge } from '#core/grading/grader.ts';
import type { Grade, SampleGrade } from '#core/grading/report.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import type { SimulatedCompletion, SimulatedRequest } from '#core/simulator/completion.ts';
import type { Explainer } from '#core/simulator/explainer.ts';
import { WorkerClient, type WorkerLike } from './client.ts';

/** Told a worker that has answered once; no subject has this key. */
const warm = 'warm';

const createWorker = (): WorkerLike =>
  new Worker(new URL('./practice.worker.ts', import.meta.url), { type: 'module', name: 'candor' });

/** The simulated model and the grader, reached through one worker. */
export class PracticeWorker implements Grader, Explainer {
  #client: WorkerClient;
  #learntBy: (exercise: string) => Promise<Learnt | undefined>;
  #knowledge = new WeakMap<ExerciseBundle, ExerciseKnowledge[]>();
  #bundles = new WeakMap<ExerciseKnowledge, ExerciseBundle>();
  /** Exercises with what was learnt of their wordings, once it has arrived. */
  #whole = new WeakMap<ExerciseBundle, Pick<ExerciseBundle, 'exercise' | 'simulation'>>();
  #learning = new WeakMap<ExerciseBundle, Promise<Learnt | undefined>>();
  /** Keys of what the present worker was told. */
  #told = new Set<string>();
  #keys = new WeakMap<object, string>();
  #lastKey = 0;

  /** `learnt` fetches what was learnt of an exercise's wordings, for bundles that come without it. */
  constructor(
    learnt: (exercise: string) => Promise<Learnt | undefined> = () => Promise.resolve(undefined),
    create: () => WorkerLike = createWorker,
  ) {
    this.#learntBy = learnt;
    this.#client = new WorkerClient(create, () => this.#told.clear());
  }

  preload(bundle: ExerciseBundle): void {
    this.#client.start();
    this.#learn(bundle).then(
      () => {
        this.#study(bundle);
        this.#know(this.knowledge(bundle));
        this.#warmUp(bundle);
      },
      () => {}, // whoever asks next tries again, and hears of it
    );
  }

  /**
   * The first answer that a worker gives takes thirty times as long as the next. So it gives one to nobody, while the
   * person still writes.
   */
  #warmUp(bundle: ExerciseBundle): void {
    const { cases, ladder } = bundle.exercise;
    const [one, last] = [cases[0], ladder.at(-1)];
    if (!one || !last || this.#told.has(warm)) return;
    this.#told.add(warm);
    const messages = renderPrompt(last.prompt, one.values).map(({ role, content }) => ({ role, content }));
    const request = { messages, parameters: {}, size: 'medium', seed: 0, sample: 0 } as const;
    this.complete({ ...request, knowledge: [this.knowledge(bundle)] }).catch(() => {}); // whoever asks next hears of it
  }

  /** What the simulated model knows of an exercise, in a chain of one step of it; the same object each time, so that it crosses once. */
  knowledge(bundle: ExerciseBundle, step = 0): ExerciseKnowledge {
    let knowledge = this.#knowledge.get(bundle);
    if (!knowledge) {
      this.#knowledge.set(bundle, (knowledge = allKnowledgeOf(bundle)));
      for (const one of knowledge) this.#bundles.set(one, bundle);
    }
    return knowledge[step] ?? knowledge[0]!;
  }

  async complete({ knowledge, ...request }: SimulatedRequest): Promise<SimulatedCompletion> {
    this.#client.start();
    await Promise.all(knowledge.map((one) => this.#learn(this.#bundles.get(one))));
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
    await this.#learn(bundle);
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

  /** Fetches what was learnt of an exercise, once for all who ask at the same time. */
  async #learn(bundle: ExerciseBundle | undefined): Promise<void> {
    if (!bundle || bundle.learnt === undefined || this.#whole.has(bundle)) return;
    const asked = this.#learning.get(bundle) ?? this.#learntBy(bundle.exercise.id);
    this.#learning.set(bundle, asked);
    try {
      this.#whole.set(bundle, withLearnt(bundle, await asked));
    } finally {
      this.#learning.delete(bundle); // it is there now, or has to be asked for again
    }
  }

  #know(knowledge: ExerciseKnowledge): string {
    const bundle = this.#bundles.get(knowledge);
    const { needs } = (bundle && this.#whole.get(bundle)?.simulation) ?? knowledge.simulation;
    const whole = { ...knowledge, simulation: { ...knowledge.simulation, needs } };
    return this.#tell(knowledge, (key) => this.#client.call('know', { key, knowledge: whole }));
  }

  #study(bundle: ExerciseBundle): string {
    const { id, checks, threshold, meanings, cases, steps } = (this.#whole.get(bundle) ?? bundle).exercise;
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
