import type { SampleView } from '#core/attempts/sample-view.ts';
import { walk, type Walked } from '#core/attempts/chain.ts';
import type { ExerciseBundle, ExerciseCase } from '#core/exercises/exercise.ts';
import type { Grader } from '#core/grading/grader.ts';
import type { LessonFile } from '#core/lessons/lesson.ts';
import { workedExample, type WorkedExample } from '#core/lessons/worked-example.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import type { Explainer } from '#core/simulator/explainer.ts';

export interface WorkedRunServices {
  library: { load(id: string): Promise<ExerciseBundle> };
  grader: Pick<Grader, 'grade'>;
  explainer: Explainer;
}

/** Both prompts are drawn as often: once may be luck. */
const draws = 3;

/** The worked example of a lesson: its two prompts, run on the simulated model and graded. Nothing of it is stored. */
export class WorkedRun {
  #services: WorkedRunServices;
  #bundle = $state.raw<ExerciseBundle>();
  #worked = $state.raw<WorkedExample>();
  #status = $state<'loading' | 'ready' | 'running' | 'done' | 'failed'>('loading');
  /** Samples drawn so far: each run draws new ones, for luck is part of what there is to see. */
  #drawn = 0;
  #outputs = $state.raw<Record<'before' | 'after', SampleView[]>>({ before: [], after: [] });

  constructor(services: WorkedRunServices, example: LessonFile['example']) {
    this.#services = services;
    services.library.load(example.exercise).then(
      (bundle) => {
        this.#bundle = bundle;
        this.#worked = workedExample(bundle.exercise, example);
        this.#status = this.#worked ? 'ready' : 'failed';
      },
      () => (this.#status = 'failed'),
    );
  }

  get status(): 'loading' | 'ready' | 'running' | 'done' | 'failed' {
    return this.#status;
  }

  get exercise(): ExerciseBundle['exercise'] | undefined {
    return this.#bundle?.exercise;
  }

  /** The prompts and the case; absent until they have arrived. */
  get worked(): WorkedExample | undefined {
    return this.#worked;
  }

  /** Graded answers by prompt; empty before they were asked for. */
  get outputs(): Record<'before' | 'after', readonly SampleView[]> {
    return this.#outputs;
  }

  /** Mean score of a prompt's answers, 0 to 100; absent when none could be graded. */
  score(which: 'before' | 'after'): number | undefined {
    const scores = this.#outputs[which].flatMap(({ score }) => (typeof score === 'number' ? [score] : []));
    return scores.length > 0 ? (100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length : undefined;
  }

  async run(): Promise<void> {
    const bundle = this.#bundle;
    const worked = this.#worked;
    if (!bundle || !worked || this.#status === 'running') return;
    this.#status = 'running';
    try {
      const [before, after] = await Promise.all([
        this.#draw(bundle, worked, worked.before),
        this.#draw(bundle, worked, worked.after),
      ]);
      this.#drawn += draws;
      this.#outputs = { before, after };
      this.#status = 'done';
    } catch {
      this.#status = 'failed';
    }
  }

  #draw(bundle: ExerciseBundle, { case: one }: WorkedExample, prompt: Prompt): Promise<SampleView[]> {
    return Promise.all(
      Array.from({ length: draws }, async (_, index): Promise<SampleView> => {
        const sample = this.#drawn + index;
        const { output, earlier } = await this.#ask(bundle, one, prompt, sample);
        const graded = await this.#services.grader.grade(bundle, { case: one.id, sample, output, earlier });
        const steps = Object.entries(earlier).map(([step, text]) => ({ step, text }));
        const view = { status: 'done', concealed: false, text: output, pooled: false } as const;
        return { ...graded, ...view, ...(steps.length > 0 && { steps }) };
      }),
    );
  }

  /** One answer; of a chain, the steps one after the other. */
  async #ask(bundle: ExerciseBundle, one: ExerciseCase, prompt: Prompt, sample: number): Promise<Walked> {
    const walking = walk(prompt, bundle.exercise, one.values);
    let next = walking.next();
    while (!next.done) {
      const { index, prompt: own, values } = next.value;
      const messages = renderPrompt(own, values).map(({ role, content }) => ({ role, content }));
      const request = { messages, parameters: own.parameters, size: 'medium', seed: 0, sample } as const;
      next = walking.next((await this.#services.explainer.explain(bundle, request, index)).text);
    }
    return next.value;
  }
}
