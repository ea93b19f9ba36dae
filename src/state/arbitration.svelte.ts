import { concealJudgement } from '#core/arbitration/conceal.ts';
import { judge, type Judgement } from '#core/arbitration/judge.ts';
import { outputsInOrder } from '#core/arbitration/order.ts';
import { asksForReasons, isGiven, type DraftVerdict, type FlawMark } from '#core/arbitration/verdict.ts';
import type { ArbitrateAttempt, Attempt, ExerciseProgress } from '#core/attempts/attempt.ts';
import { type AttemptStore, failureOf, type StoreFailure } from '#core/attempts/attempt-store.ts';
import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import { summaryOf } from '#core/attempts/grade-summary.ts';
import { laterThan } from '#core/attempts/later.ts';
import type { ArbitrateCase, ArbitrateExercise, ArbitrateOutput } from '#core/exercises/arbitrate.ts';
import { Live } from './live.svelte.ts';
import type { StorageHealth } from './storage.svelte.ts';

/** What judging outputs needs of the floors below. */
export interface ArbitrationServices {
  library: { loadArbitrate(id: string): Promise<ArbitrateExercise> };
  attempts: AttemptStore;
  drafts: DraftKeeper;
  newId: () => string;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** What is wrong with storage as a whole, if anything. */
  storage?: StorageHealth;
}

type Loading = { status: 'loading' } | { status: 'ready' } | { status: 'failed'; reason: 'unknown' | 'unreachable' };

/** How many attempts of the exercise run along the foot of the page. */
const attemptsShown = 200;

/**
 * One exercise in which outputs are judged: verdicts being formed, handed in, and held against the key. Made by the
 * page for one exercise id, and disposed with it.
 */
export class Arbitration {
  readonly id: string;
  #services: ArbitrationServices;
  #attempts: Live<Attempt[]>;
  #progress: Live<ExerciseProgress[]>;
  #exercise = $state.raw<ArbitrateExercise>();
  #loading = $state.raw<Loading>({ status: 'loading' });
  /** Id of the attempt being formed: what its outputs are shuffled by. */
  #attempt = $state('');
  #draftAt: number | undefined;
  #verdicts = $state.raw<readonly DraftVerdict[]>([]);
  #at = $state('');
  #saved = $state<'untouched' | 'saving' | 'saved' | 'failed'>('untouched');
  #viewed = $state.raw<ArbitrateAttempt>();
  #handingIn = $state(false);
  #problem = $state<StoreFailure>();
  /** Set at once when something opened the key here, before the store's own news of it arrives. */
  #ownProgress = $state.raw<Partial<Pick<ExerciseProgress, 'hintsShown' | 'gaveUp' | 'state'>>>({});

  #mine = $derived.by(() => this.#progress.value.find(({ exercise }) => exercise === this.id));
  #hintsShown = $derived.by(() => Math.max(this.#mine?.hintsShown ?? 0, this.#ownProgress.hintsShown ?? 0));
  #gaveUp = $derived.by(() => this.#mine?.gaveUp === true || this.#ownProgress.gaveUp === true);
  #passed = $derived.by(() => this.#mine?.state === 'passed' || this.#ownProgress.state === 'passed');
  #open = $derived(heldOutIsOpen({ state: this.#passed ? 'passed' : 'started', gaveUp: this.#gaveUp }));
  #listed = $derived.by(() => this.#attempts.value.filter(({ kind }) => kind === 'arbitrate'));
  #judgement = $derived.by(() => {
    if (!this.#exercise || !this.#viewed) return undefined;
    return concealJudgement(judge(this.#exercise, this.#viewed.verdicts, this.#viewed.id), this.#open);
  });

  constructor(services: ArbitrationServices, id: string) {
    this.id = id;
    this.#services = services;
    this.#attempts = new Live(services.attempts.watchList({ exercise: id, limit: attemptsShown }), []);
    this.#progress = new Live(services.attempts.watchProgress(), []);
    void this.#load();
  }

  // -- the exercise ------------------------------------------------------------------------------------------------

  get loading(): Loading {
    return this.#loading;
  }

  get exercise(): ArbitrateExercise | undefined {
    return this.#exercise;
  }

  // -- judging -----------------------------------------------------------------------------------------------------

  /** The case that is open. */
  get case(): ArbitrateCase | undefined {
    return this.#exercise?.cases.find(({ id }) => id === this.#at) ?? this.#exercise?.cases[0];
  }

  show(id: string): void {
    if (this.#at === id) return;
    this.#at = id;
    if (this.#verdicts.length > 0) this.#keep();
  }

  /** The outputs of the open case, in the order of this attempt. */
  get outputs(): readonly ArbitrateOutput[] {
    return this.case ? outputsInOrder(this.case, this.#attempt) : [];
  }

  verdict(id: string): DraftVerdict | undefined {
    return this.#verdicts.find((one) => one.case === id);
  }

  /** Cases in which something was chosen. */
  get given(): number {
    return this.#verdicts.filter(isGiven).length;
  }

  get complete(): boolean {
    return this.#exercise !== undefined && this.given === this.#exercise.cases.length;
  }

  /** Cases whose choice stands without a passage or a criterion: handing in costs their points. */
  get withoutReasons(): readonly string[] {
    return this.#verdicts
      .filter(({ best, mark, criterion }) => asksForReasons(best) && (!mark || !criterion))
      .map((one) => one.case);
  }

  get saved(): 'untouched' | 'saving' | 'saved' | 'failed' {
    return this.#saved;
  }

  /** What is best cannot be what is wrong: a mark on it goes. */
  choose(best: string): void {
    const { mark, ...rest } = this.#current();
    this.#change({ ...rest, best, ...(mark && mark.output !== best ? { mark } : {}) });
  }

  mark(mark: FlawMark | undefined): void {
    const { mark: _, ...rest } = this.#current();
    this.#change(mark ? { ...rest, mark } : rest);
  }

  name(criterion: string): void {
    this.#change({ ...this.#current(), criterion });
  }

  /** Hands the verdicts in; the attempt is stored before it is shown. */
  async handIn(): Promise<void> {
    const exercise = this.#exercise;
    if (!exercise || !this.complete || this.#handingIn) return;
    const { attempts, drafts, now } = this.#services;
    const verdicts = this.#verdicts
      .filter(isGiven)
      .map(({ mark, criterion, ...one }) =>
        asksForReasons(one.best) ? { ...one, ...(mark && { mark }), ...(criterion && { criterion }) } : one,
      );
    const { grade } = judge(exercise, verdicts, this.#attempt);
    const createdAt = laterThan(this.#listed[0]?.createdAt, now());
    const begun = { kind: 'arbitrate', id: this.#attempt, exercise: this.id, createdAt, verdicts } as const;
    const attempt: ArbitrateAttempt = { ...begun, status: 'done', endedAt: createdAt, grade: summaryOf(grade) };
    this.#handingIn = true;
    await this.#guarded(async () => {
      await drafts.flush();
      await attempts.begin({ ...begun, status: 'running' });
      await attempts.end(attempt);
      await attempts.removeDraft(this.id);
      if (grade.verdict === 'pass') this.#ownProgress = { ...this.#ownProgress, state: 'passed' };
      this.#viewed = attempt;
      this.#begin();
    });
    this.#handingIn = false;
  }

  /** Judges from the beginning, or goes on where judging was left, in an order of its own. */
  judgeAgain(): void {
    this.#viewed = undefined;
  }

  // -- what came of it ---------------------------------------------------------------------------------------------

  /** The attempt whose report is looked at; none while judging. */
  get viewed(): ArbitrateAttempt | undefined {
    return this.#viewed;
  }

  /** The report of the attempt that is looked at, held-out cases left out until they are open. */
  get judgement(): Judgement | undefined {
    return this.#judgement;
  }

  /** Outputs as the attempt that is looked at showed them. */
  outputsOf(one: ArbitrateCase): readonly ArbitrateOutput[] {
    return outputsInOrder(one, this.#viewed?.id ?? this.#attempt);
  }

  /** Newest first. */
  get attempts(): readonly Attempt[] {
    return this.#listed;
  }

  async select(id: string): Promise<void> {
    await this.#guarded(async () => {
      const attempt = await this.#services.attempts.get(id);
      if (attempt?.kind === 'arbitrate' && attempt.exercise === this.id) this.#viewed = attempt;
    });
  }

  // -- hints and giving up -----------------------------------------------------------------------------------------

  get passed(): boolean {
    return this.#passed;
  }

  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  /** Passed or given up: the key of every case and the debrief may be shown. */
  get open(): boolean {
    return this.#open;
  }

  get hintsShown(): number {
    return this.#hintsShown;
  }

  async showHint(): Promise<void> {
    const most = this.#exercise?.words.en.hints.length ?? 0;
    const count = Math.min(most, this.#hintsShown + 1);
    this.#ownProgress = { ...this.#ownProgress, hintsShown: count };
    await this.#guarded(() => this.#services.attempts.showHint(this.id, count, this.#services.now()));
  }

  async giveUp(): Promise<void> {
    this.#ownProgress = { ...this.#ownProgress, gaveUp: true };
    await this.#guarded(() => this.#services.attempts.giveUp(this.id, this.#services.now()));
  }

  // -- what went wrong ---------------------------------------------------------------------------------------------

  get problem(): StoreFailure | undefined {
    return this.#problem ?? this.#services.storage?.error?.failure ?? this.#attempts.error?.failure;
  }

  dismissProblem(): void {
    this.#problem = undefined;
  }

  /** Leaves the page: saves what was judged. */
  dispose(): void {
    void this.flush();
  }

  flush(): Promise<void> {
    return this.#services.drafts.flush();
  }

  // -- inside ------------------------------------------------------------------------------------------------------

  async #load(): Promise<void> {
    const { library, attempts, drafts } = this.#services;
    try {
      this.#exercise = await library.loadArbitrate(this.id);
    } catch (error) {
      const unknown = error instanceof Error && error.name === 'UnknownExerciseError';
      this.#loading = { status: 'failed', reason: unknown ? 'unknown' : 'unreachable' };
      return;
    }
    const [draft, listed] = await Promise.all([
      drafts.restore(this.id).catch(() => undefined),
      attempts.list({ exercise: this.id, limit: 1 }).catch((): Attempt[] => []),
    ]);
    this.#begin();
    this.#draftAt = draft?.updatedAt;
    const [latest] = listed;
    // A draft whose attempt is stored was handed in: the page went away before the draft did.
    if (draft?.kind === 'arbitrate' && draft.attempt !== latest?.id) {
      const known = this.#exercise.cases.map(({ id }) => id);
      this.#attempt = draft.attempt;
      this.#verdicts = draft.verdicts.filter((one) => known.includes(one.case));
      this.#at = draft.case;
      this.#saved = 'saved';
    } else if (latest?.kind === 'arbitrate') this.#viewed = latest;
    this.#loading = { status: 'ready' };
  }

  #begin(): void {
    this.#attempt = this.#services.newId();
    this.#verdicts = [];
    this.#at = this.#exercise?.cases[0]?.id ?? '';
    this.#saved = 'untouched';
  }

  #current(): DraftVerdict {
    const id = this.case?.id ?? '';
    return this.verdict(id) ?? { case: id };
  }

  #change(verdict: DraftVerdict): void {
    const others = this.#verdicts.filter((one) => one.case !== verdict.case);
    this.#verdicts = [...others, verdict];
    this.#keep();
  }

  #keep(): void {
    this.#saved = 'saving';
    this.#services.drafts.keep(
      {
        kind: 'arbitrate',
        exercise: this.id,
        attempt: this.#attempt,
        verdicts: [...this.#verdicts],
        case: this.case?.id ?? '',
        updatedAt: (this.#draftAt = laterThan(this.#draftAt, this.#services.now())),
      },
      (outcome) => (this.#saved = outcome),
    );
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
