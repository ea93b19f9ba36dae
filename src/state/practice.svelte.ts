import {
  isPromptAttempt,
  type Attempt,
  type AttemptOutput,
  type ExerciseProgress,
  type ModelChoice,
  type PromptAttempt,
} from '#core/attempts/attempt.ts';
import { type AttemptStore, failureOf, type StoreFailure } from '#core/attempts/attempt-store.ts';
import { conceal, concealGrade, heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import type { Runner } from '#core/attempts/runner.ts';
import type { SampleView } from '#core/attempts/sample-view.ts';
import { spentOn, type Spent } from '#core/attempts/spent.ts';
import { gradeOf, viewOf } from '#core/attempts/stored-samples.ts';
import type { WriteExercise, ExerciseBundle, Rung } from '#core/exercises/exercise.ts';
import type { GradeChange } from '#core/grading/compare-grades.ts';
import type { Grader } from '#core/grading/grader.ts';
import type { Grade } from '#core/grading/report.ts';
import type { Language } from '#core/language/language.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { ModelPick } from '#core/settings/settings.ts';
import type { Explainer } from '#core/simulator/explainer.ts';
import { Live } from './live.svelte.ts';
import { PromptEditor, type OfferedVariable } from './prompt-editor.svelte.ts';
import { Run } from './run.svelte.ts';
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

/** The attempt that is looked at, when it is not the run of this moment. */
interface StoredView {
  attempt: PromptAttempt;
  samples: readonly SampleView[];
  grade: Grade | undefined;
}

/** How many attempts of the exercise run along the foot of the page. */
const attemptsShown = 200;

/**
 * One exercise being practised: the prompt in the middle, its run and grade, the attempts so far, hints, ladder.
 * Made by the page for one exercise id, and disposed with it.
 */
export class Practice {
  readonly id: string;
  readonly editor: PromptEditor;
  readonly run: Run;
  readonly xray: Xray;
  #services: PracticeServices;
  #attempts: Live<Attempt[]>;
  #progress: Live<ExerciseProgress[]>;
  #bundle = $state.raw<ExerciseBundle>();
  #loading = $state.raw<Loading>({ status: 'loading' });
  #seed = $state(0);
  #samplesPerCase = $state<number>();
  #stored = $state.raw<StoredView>();
  #change = $state.raw<GradeChange>();
  #previous = $state.raw<PromptAttempt>();
  #deleted = $state.raw<PromptAttempt>();
  #problem = $state<StoreFailure>();
  #unfollow = () => {};
  #disposed = false;
  /** Set at once when something opened the ladder here, before the store's own news of it arrives. */
  #ownProgress = $state.raw<Partial<Pick<ExerciseProgress, 'hintsShown' | 'gaveUp' | 'state'>>>({});

  #mine = $derived.by(() => this.#progress.value.find(({ exercise }) => exercise === this.id));
  #hintsShown = $derived.by(() => Math.max(this.#mine?.hintsShown ?? 0, this.#ownProgress.hintsShown ?? 0));
  #gaveUp = $derived.by(() => this.#mine?.gaveUp === true || this.#ownProgress.gaveUp === true);
  #passed = $derived.by(() => this.#mine?.state === 'passed' || this.#ownProgress.state === 'passed');
  #open = $derived(heldOutIsOpen({ state: this.#passed ? 'passed' : 'started', gaveUp: this.#gaveUp }));
  #samples = $derived.by(() =>
    (this.#stored ? this.#stored.samples : this.run.samples).map((view) => conceal(view, this.#open)),
  );
  #cases = $derived.by(() => this.#caseViews());
  #own = $derived.by(() => this.#attempts.value.filter(isPromptAttempt));
  #grade = $derived.by(() => {
    const grade = this.#stored ? this.#stored.grade : this.run.grade;
    return grade && concealGrade(grade, this.#open);
  });

  constructor(services: PracticeServices, id: string, language: Language = 'en') {
    this.id = id;
    this.#services = services;
    this.editor = new PromptEditor(id, services.drafts, services.now);
    this.run = new Run(services.runner);
    this.xray = new Xray(services.explainer);
    this.#attempts = new Live(services.attempts.watchList({ exercise: id, limit: attemptsShown }), []);
    this.#progress = new Live(services.attempts.watchProgress(), []);
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
    this.#look(undefined);
    void this.editor.flush();
    const prompt = $state.snapshot(this.editor.prompt) as Prompt;
    await this.#afterRun(this.run.start({ bundle, prompt, model: this.model, samples: this.samplesPerCase }));
  }

  stop(): void {
    this.run.stop();
  }

  /** Draws the failed samples of the attempt that is looked at again. */
  async retryFailed(): Promise<void> {
    const attempt = this.viewed;
    if (!this.#bundle || !attempt || this.run.running) return;
    this.#look(undefined);
    await this.#afterRun(this.run.retry(attempt, this.#bundle));
  }

  // -- what came of it ---------------------------------------------------------------------------------------------

  /** All samples of the attempt that is looked at. */
  get samples(): readonly SampleView[] {
    return this.#samples;
  }

  get grade(): Grade | undefined {
    return this.#grade;
  }

  /** What its answers took, held-out ones included. */
  get spent(): Spent | undefined {
    return spentOn(this.#stored ? this.#stored.samples : this.run.samples);
  }

  /** The attempt before the one that is looked at, and what changed since; absent for a first attempt. */
  get previous(): PromptAttempt | undefined {
    return this.#previous;
  }
  get change(): GradeChange | undefined {
    return this.#change;
  }

  /** Shows in `xray` why the simulated model answered as it did. */
  async explain(sample: Pick<SampleView, 'case' | 'sample'>): Promise<void> {
    const attempt = this.viewed;
    const found = this.#samples.find((view) => view.case === sample.case && view.sample === sample.sample);
    if (this.#bundle && attempt && found) await this.xray.show(this.#bundle, attempt, found, this.editor.step);
  }

  // -- attempts ----------------------------------------------------------------------------------------------------

  /** Newest first. */
  get attempts(): readonly PromptAttempt[] {
    return this.#own;
  }

  /** The attempt that is looked at: a selected one, else that of the current or last run. */
  get viewed(): PromptAttempt | undefined {
    if (this.#stored) return this.#stored.attempt;
    return this.run.state.status === 'idle' ? undefined : this.run.state.attempt;
  }

  /** Whether the prompt in the editor is the one of the attempt that is looked at. */
  get viewedIsCurrent(): boolean {
    return this.viewed !== undefined && samePrompt(this.viewed.prompt, this.editor.prompt);
  }

  /** Looks at an earlier attempt; its prompt stays out of the editor until `restore`. */
  async select(id: string): Promise<void> {
    await this.#guarded(async () => {
      if (this.run.state.status === 'running' && this.run.state.attempt?.id === id) return this.#look(undefined);
      const attempt = await this.#find(id);
      if (!attempt) return;
      this.#look(await this.#read(attempt));
      await this.#compare();
    });
  }

  /** Looks at the current run again. */
  selectRun(): void {
    this.#look(undefined);
    void this.#guarded(() => this.#compare());
  }

  /** Puts the prompt of an attempt back into the editor. */
  async restore(id: string): Promise<void> {
    await this.#guarded(async () => {
      const attempt = await this.#find(id);
      if (attempt) this.editor.replace(attempt.prompt);
    });
  }

  async delete(id: string): Promise<void> {
    await this.#guarded(async () => {
      const attempt = await this.#find(id);
      if (!attempt) return;
      await this.#services.attempts.delete(id, this.#services.now());
      this.#deleted = attempt;
      if (this.#stored?.attempt.id === id) this.#look(undefined);
    });
  }

  /** The attempt deleted last, while that can be undone. */
  get deleted(): PromptAttempt | undefined {
    return this.#deleted;
  }

  async undoDelete(): Promise<void> {
    const attempt = this.#deleted;
    if (!attempt) return;
    await this.#guarded(async () => {
      await this.#services.attempts.undelete(attempt.id);
      this.#deleted = undefined;
    });
  }

  // -- hints, ladder, giving up ------------------------------------------------------------------------------------

  get passed(): boolean {
    return this.#passed;
  }

  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  /** Passed or given up: held-out cases, ladder and debrief may be shown. */
  get open(): boolean {
    return this.#open;
  }

  get hintsShown(): number {
    return this.#hintsShown;
  }

  async showHint(): Promise<void> {
    const most = this.#bundle?.exercise.words.en.hints.length ?? 0;
    const count = Math.min(most, this.#hintsShown + 1);
    this.#ownProgress = { ...this.#ownProgress, hintsShown: count };
    await this.#guarded(() => this.#services.attempts.showHint(this.id, count, this.#services.now()));
  }

  async giveUp(): Promise<void> {
    this.#ownProgress = { ...this.#ownProgress, gaveUp: true };
    await this.#guarded(() => this.#services.attempts.giveUp(this.id, this.#services.now()));
  }

  /** From starter to reference; empty until open. */
  get ladder(): readonly Rung[] {
    return this.#open ? (this.#bundle?.exercise.ladder ?? []) : [];
  }

  // -- what went wrong ---------------------------------------------------------------------------------------------

  /** The last thing that storage could not do; a run's own failure stands in `run.state`. */
  get problem(): StoreFailure | undefined {
    return this.#problem ?? this.#services.storage?.error?.failure ?? this.#attempts.error?.failure;
  }

  dismissProblem(): void {
    this.#problem = undefined;
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
    if (latest && latest.status !== 'running' && this.run.state.status === 'idle') await this.select(latest.id);
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
    if (ended.status === 'done' && ended.grade?.verdict === 'pass')
      this.#ownProgress = { ...this.#ownProgress, state: 'passed' };
    await this.#guarded(() => this.#compare());
  }

  #look(stored: StoredView | undefined): void {
    this.#stored = stored;
    this.#change = undefined;
    this.#previous = undefined;
    this.xray.clear();
  }

  async #find(id: string): Promise<PromptAttempt | undefined> {
    const attempt = await this.#services.attempts.get(id);
    return attempt && isPromptAttempt(attempt) ? attempt : undefined;
  }

  async #read(attempt: PromptAttempt): Promise<StoredView> {
    const outputs: AttemptOutput[] = await this.#services.attempts.outputs(attempt.id);
    return {
      attempt,
      samples: outputs.map((output) => viewOf(output, attempt)),
      grade: gradeOf(attempt, outputs),
    };
  }

  /** What changed against the attempt before: the newest graded one that is older. */
  async #compare(): Promise<void> {
    const viewed = this.viewed;
    const after = this.#stored ? this.#stored.grade : this.run.grade;
    if (!viewed || !after) return;
    const earlier = await this.#services.attempts.list({ exercise: this.id, limit: 20, before: viewed.createdAt });
    const previous = earlier.filter(isPromptAttempt).find(({ grade }) => grade !== undefined);
    if (!previous) return;
    const before = (await this.#read(previous)).grade;
    const change = before && (await this.#services.grader.compare(before, $state.snapshot(after) as Grade));
    if (this.viewed?.id !== viewed.id) return; // the person looks at another one by now
    this.#previous = previous;
    this.#change = change;
  }

  #caseViews(): CaseView[] {
    const cases = this.#bundle?.exercise.cases ?? [];
    const views = cases.map(({ id, heldOut, values }): CaseView => {
      const concealed = heldOut && !this.#open;
      const samples = this.#samples.filter((sample) => sample.case === id);
      return { id, heldOut, concealed, values: concealed ? {} : values, samples };
    });
    return [...views.filter(({ heldOut }) => !heldOut), ...views.filter(({ heldOut }) => heldOut)];
  }

  /** Runs something that storage may refuse, and remembers why. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#problem = failureOf(error);
    }
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
