import { isPromptAttempt, type Attempt } from '#core/attempts/attempt.ts';
import type { ModelChoice } from '#core/models/model-choice.ts';
import type { AttemptStore, StoreFailure } from '#core/attempts/attempt-store.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import type { Runner } from '#core/attempts/runner.ts';
import type { SampleView } from '#core/attempts/sample-view.ts';
import type { WriteExercise, ExerciseBundle, Rung } from '#core/exercises/exercise.ts';
import type { Grader } from '#core/grading/grader.ts';
import type { Language } from '#core/language/language.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { ModelPick } from '#core/settings/settings.ts';
import type { Explainer } from '#core/simulator/explainer.ts';
import { Guarded } from './guarded.svelte.ts';
import { PracticeAttempts } from './practice-attempts.svelte.ts';
import { PromptEditor, type OfferedVariable } from './prompt-editor.svelte.ts';
import { Run } from './run.svelte.ts';
import { Standing } from './standing.svelte.ts';
import type { StorageHealth } from './storage.svelte.ts';
import { Xray } from './xray.svelte.ts';

/** What practising needs of the floors below. */
export interface PracticeServices {
  library: { load(id: string): Promise<ExerciseBundle> };
  attempts: AttemptStore;
  drafts: DraftKeeper;
  runner: Runner;
  grader: Grader;
  explainer: Explainer;
  /** The model that is chosen, on this device. */
  models: { readonly chosen: ModelPick; isGone(id: string): boolean };
  /** Milliseconds since the epoch. */
  now: () => number;
  /** What is wrong with storage as a whole, if anything. */
  storage?: StorageHealth;
}

/** Whether the exercise is there. `unknown`: no exercise has this id; `unreachable`: its file did not load. */
export type Loading =
  { status: 'loading' } | { status: 'ready' } | { status: 'failed'; reason: 'unknown' | 'unreachable' };

/** A case as the page may show it: the data of a held-out one only when it is open. */
export interface CaseView {
  id: string;
  heldOut: boolean;
  concealed: boolean;
  /** Values of the variables; empty when concealed. */
  values: Record<string, string>;
  /** Samples of the attempt that is looked at, pooled ones first; empty when there is none. */
  samples: readonly SampleView[];
}

/**
 * One exercise being practised: the prompt in the middle, its run and grade, the attempts so far, hints, ladder.
 * Made by the page for one exercise id, and disposed with it.
 */
export class Practice {
  readonly id: string;
  readonly editor: PromptEditor;
  readonly run: Run;
  readonly xray: Xray;
  readonly standing: Standing;
  readonly attempts: PracticeAttempts;
  #services: PracticeServices;
  #bundle = $state.raw<ExerciseBundle>();
  #loading = $state.raw<Loading>({ status: 'loading' });
  #seed = $state(0);
  #samplesPerCase = $state<number>();
  #guarded = new Guarded();
  #unfollow = () => {};
  #disposed = false;

  #cases = $derived.by(() => this.#caseViews());

  constructor(services: PracticeServices, id: string, language: Language = 'en') {
    this.id = id;
    this.#services = services;
    this.editor = new PromptEditor(id, services.drafts, services.now);
    this.run = new Run(services.runner);
    this.xray = new Xray(services.explainer);
    this.standing = new Standing(services, id, this.#guarded);
    this.attempts = new PracticeAttempts(services, id, {
      run: this.run,
      standing: this.standing,
      guarded: this.#guarded,
      onlook: () => this.xray.clear(),
    });
    void this.#load(language);
  }

  // -- the exercise ------------------------------------------------------------------------------------------------

  get loading(): Loading {
    return this.#loading;
  }

  get exercise(): WriteExercise | undefined {
    return this.#bundle?.exercise;
  }

  /** Shown cases first. With the samples of the attempt that is looked at. */
  get cases(): readonly CaseView[] {
    return this.#cases;
  }

  // -- what to run -------------------------------------------------------------------------------------------------

  get seed(): number {
    return this.#seed;
  }
  set seed(seed: number) {
    this.#seed = seed;
  }

  get samplesPerCase(): number {
    return this.#samplesPerCase ?? this.#bundle?.exercise.samples ?? 3;
  }
  set samplesPerCase(samples: number) {
    this.#samplesPerCase = Math.min(10, Math.max(1, Math.round(samples)));
  }

  get model(): ModelChoice {
    const { id, name } = this.#services.models.chosen;
    return { id, seed: this.#seed, ...(name ? { name: { ...name } } : {}) };
  }

  /** What a run would ask for: calls, and estimated tokens sent. */
  get estimate(): { calls: number; tokens: number } {
    const samples = (this.#bundle?.exercise.cases.length ?? 0) * this.samplesPerCase;
    return { calls: samples * this.editor.requests, tokens: samples * this.editor.tokens.sent };
  }

  get canRun(): boolean {
    const ready = this.#loading.status === 'ready' && !this.#services.models.isGone(this.model.id);
    return ready && !this.run.running && this.editor.blockers.length === 0;
  }

  /** Call when the editor gets the focus: the model's code is fetched while the person still writes. */
  preload(): void {
    if (this.#bundle) this.#services.explainer.preload(this.#bundle);
  }

  // -- running -----------------------------------------------------------------------------------------------------

  /** Runs the prompt; does nothing while a run goes on or a blocker stands (see `editor.blockers`). */
  async start(): Promise<void> {
    const bundle = this.#bundle;
    if (!bundle || !this.canRun) return;
    this.attempts.followRun();
    void this.editor.flush();
    const prompt = $state.snapshot(this.editor.prompt) as Prompt;
    await this.#afterRun(this.run.start({ bundle, prompt, model: this.model, samples: this.samplesPerCase }));
  }

  stop(): void {
    this.run.stop();
  }

  /** Draws the failed samples of the attempt that is looked at again. */
  async retryFailed(): Promise<void> {
    const attempt = this.attempts.viewed;
    if (!this.#bundle || !attempt || this.run.running) return;
    this.attempts.followRun();
    await this.#afterRun(this.run.retry(attempt, this.#bundle));
  }

  // -- what came of it ---------------------------------------------------------------------------------------------

  /** Shows in `xray` why the simulated model answered as it did. */
  async explain(sample: Pick<SampleView, 'case' | 'sample'>): Promise<void> {
    const attempt = this.attempts.viewed;
    const found = this.attempts.samples.find((view) => view.case === sample.case && view.sample === sample.sample);
    if (this.#bundle && attempt && found) await this.xray.show(this.#bundle, attempt, found, this.editor.step);
  }

  /** Whether the prompt in the editor is the one of the attempt that is looked at. */
  get viewedIsCurrent(): boolean {
    const { viewed } = this.attempts;
    return viewed !== undefined && samePrompt(viewed.prompt, this.editor.prompt);
  }

  /** From starter to reference; empty until open. */
  get ladder(): readonly Rung[] {
    return this.standing.open ? (this.#bundle?.exercise.ladder ?? []) : [];
  }

  // -- what went wrong ---------------------------------------------------------------------------------------------

  /** The last thing that storage could not do; a run's own failure stands in `run.state`. */
  get problem(): StoreFailure | undefined {
    return this.#guarded.problem ?? this.#services.storage?.error?.failure ?? this.attempts.problem;
  }

  /** Leaves the page: stops the run, saves what was typed. */
  dispose(): void {
    this.run.stop();
    void this.editor.flush();
    this.#disposed = true;
    this.#unfollow();
  }

  // -- inside ------------------------------------------------------------------------------------------------------

  async #load(language: Language): Promise<void> {
    const { library, attempts, drafts } = this.#services;
    let bundle: ExerciseBundle;
    try {
      bundle = await library.load(this.id);
    } catch (error) {
      const unknown = error instanceof Error && error.name === 'UnknownExerciseError';
      this.#loading = { status: 'failed', reason: unknown ? 'unknown' : 'unreachable' };
      return;
    }
    const [draft, listed] = await Promise.all([
      drafts.restore(this.id).catch(() => undefined),
      attempts.list({ exercise: this.id, limit: 1 }).catch((): Attempt[] => []),
    ]);
    const latest = listed.find(isPromptAttempt);
    this.editor.open(
      offeredVariables(bundle.exercise),
      (draft?.kind === undefined ? draft : undefined) ?? latest?.prompt ?? starterOf(bundle.exercise, language),
      bundle.exercise.steps,
    );
    this.#bundle = bundle;
    this.#loading = { status: 'ready' };
    if (!this.#disposed) this.#follow();
    if (latest && latest.status !== 'running' && this.run.state.status === 'idle')
      await this.attempts.select(latest.id);
  }

  #follow(): void {
    this.#unfollow = this.#services.attempts.watchDraft(this.id)(
      (draft) => {
        if (draft && draft.kind === undefined) this.editor.follow(draft);
      },
      () => {}, // the attempts are watched too, and say it
    );
  }

  async #afterRun(end: ReturnType<Run['start']>): Promise<void> {
    const ended = await end;
    if (!ended || ended.status === 'failed') return;
    if (ended.status === 'done' && ended.grade?.verdict === 'pass') this.standing.pass();
    await this.attempts.compareRun();
  }

  #caseViews(): CaseView[] {
    const cases = this.#bundle?.exercise.cases ?? [];
    const views = cases.map(({ id, heldOut, values }): CaseView => {
      const concealed = heldOut && !this.standing.open;
      const samples = this.attempts.samples.filter((sample) => sample.case === id);
      return { id, heldOut, concealed, values: concealed ? {} : values, samples };
    });
    return [...views.filter(({ heldOut }) => !heldOut), ...views.filter(({ heldOut }) => heldOut)];
  }
}

/** The variables of an exercise: a case's own first, shared material after. */
function offeredVariables({ cases, common }: WriteExercise): OfferedVariable[] {
  const shared = new Set(common);
  const first = cases.find(({ heldOut }) => !heldOut)?.values ?? {};
  const names = [...new Set(cases.flatMap(({ values }) => Object.keys(values)))];
  const offered = names.map((name) => ({ name, shared: shared.has(name), example: first[name] ?? '' }));
  return [...offered.filter((one) => !one.shared), ...offered.filter((one) => one.shared)];
}

/** The prompt to start from, in the reader's language where the exercise has it. */
export function starterOf({ ladder, alsoIn }: WriteExercise, language: Language): Prompt {
  const first = ladder[0]?.prompt ?? { system: '', turns: [], user: '', parameters: {} };
  return alsoIn?.language === language ? alsoIn.starter : first;
}

function samePrompt(one: Prompt, other: Prompt): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
