import { concealJudgement } from '#core/arbitration/conceal.ts';
import { judge, type Judgement } from '#core/arbitration/judge.ts';
import { outputsInOrder } from '#core/arbitration/order.ts';
import { asksForReasons, givenVerdicts, isGiven } from '#core/arbitration/verdict.ts';
import type { ArbitrateAttempt, Attempt } from '#core/attempts/attempt.ts';
import type { AttemptStore, StoreFailure } from '#core/attempts/attempt-store.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import { summaryOf } from '#core/attempts/grade-summary.ts';
import { laterThan } from '#core/attempts/later.ts';
import type { ArbitrateCase, ArbitrateExercise, ArbitrateOutput } from '#core/exercises/arbitrate.ts';
import { Guarded } from './guarded.svelte.ts';
import { Live } from './live.svelte.ts';
import { Standing } from './standing.svelte.ts';
import type { StorageHealth } from './storage.svelte.ts';
import { VerdictDraft } from './verdict-draft.svelte.ts';

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
  readonly standing: Standing;
  /** The verdicts that are being formed, whether looked at or not. */
  readonly draft: VerdictDraft;
  #services: ArbitrationServices;
  #attempts: Live<Attempt[]>;
  #exercise = $state.raw<ArbitrateExercise>();
  #loading = $state.raw<Loading>({ status: 'loading' });
  #viewed = $state.raw<ArbitrateAttempt>();
  #handingIn = $state(false);
  #guarded = new Guarded();
  #listed = $derived.by(() => this.#attempts.value.filter(({ kind }) => kind === 'arbitrate'));
  #judgement = $derived.by(() => {
    if (!this.#exercise || !this.#viewed) return undefined;
    return concealJudgement(judge(this.#exercise, this.#viewed.verdicts, this.#viewed.id), this.standing.open);
  });

  constructor(services: ArbitrationServices, id: string) {
    this.id = id;
    this.#services = services;
    this.#attempts = new Live(services.attempts.watchList({ exercise: id, limit: attemptsShown }), []);
    this.draft = new VerdictDraft(services, id);
    this.standing = new Standing(services, id, this.#guarded);
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
    return this.#exercise?.cases.find(({ id }) => id === this.draft.case) ?? this.#exercise?.cases[0];
  }

  /** The outputs of the open case, in the order of this attempt. */
  get outputs(): readonly ArbitrateOutput[] {
    return this.case ? outputsInOrder(this.case, this.draft.attempt) : [];
  }

  /** Cases in which something was chosen. */
  get given(): number {
    return this.draft.verdicts.filter(isGiven).length;
  }

  get complete(): boolean {
    return this.#exercise !== undefined && this.given === this.#exercise.cases.length;
  }

  /** Cases whose choice stands without a passage or a criterion: handing in costs their points. */
  get withoutReasons(): readonly string[] {
    return this.draft.verdicts
      .filter(({ best, mark, criterion }) => asksForReasons(best) && (!mark || !criterion))
      .map((one) => one.case);
  }

  /** Hands the verdicts in; the attempt is stored before it is shown. */
  async handIn(): Promise<void> {
    const exercise = this.#exercise;
    if (!exercise || !this.complete || this.#handingIn) return;
    const { attempts, drafts, now } = this.#services;
    const verdicts = givenVerdicts(this.draft.verdicts);
    const { grade } = judge(exercise, verdicts, this.draft.attempt);
    const createdAt = laterThan(this.#listed[0]?.createdAt, now());
    const begun = { kind: 'arbitrate', id: this.draft.attempt, exercise: this.id, createdAt, verdicts } as const;
    const attempt: ArbitrateAttempt = { ...begun, status: 'done', endedAt: createdAt, grade: summaryOf(grade) };
    this.#handingIn = true;
    await this.#guarded.run(async () => {
      await drafts.flush();
      await attempts.begin({ ...begun, status: 'running' });
      await attempts.end(attempt);
      await attempts.removeDraft(this.id);
      if (grade.verdict === 'pass') this.standing.pass();
      this.#viewed = attempt;
      this.draft.begin(this.#firstCase);
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
    return outputsInOrder(one, this.#viewed?.id ?? this.draft.attempt);
  }

  /** Newest first. */
  get attempts(): readonly Attempt[] {
    return this.#listed;
  }

  async select(id: string): Promise<void> {
    await this.#guarded.run(async () => {
      const attempt = await this.#services.attempts.get(id);
      if (attempt?.kind === 'arbitrate' && attempt.exercise === this.id) this.#viewed = attempt;
    });
  }

  // -- what went wrong ---------------------------------------------------------------------------------------------

  get problem(): StoreFailure | undefined {
    return this.#guarded.problem ?? this.#services.storage?.error?.failure ?? this.#attempts.error?.failure;
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
    this.draft.begin(this.#firstCase);
    this.draft.follow(draft);
    const [latest] = listed;
    // A draft whose attempt is stored was handed in: the page went away before the draft did.
    if (draft?.kind === 'arbitrate' && draft.attempt !== latest?.id) {
      this.draft.resume(
        draft,
        this.#exercise.cases.map(({ id }) => id),
      );
    } else if (latest?.kind === 'arbitrate') this.#viewed = latest;
    this.#loading = { status: 'ready' };
  }

  get #firstCase(): string {
    return this.#exercise?.cases[0]?.id ?? '';
  }
}
