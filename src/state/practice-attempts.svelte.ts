import { isPromptAttempt, type Attempt, type PromptAttempt } from '#core/attempts/attempt.ts';
import type { AttemptStore, StoreFailure } from '#core/attempts/attempt-store.ts';
import { conceal, concealGrade } from '#core/attempts/conceal.ts';
import type { SampleView } from '#core/attempts/sample-view.ts';
import { spentOn, type Spent } from '#core/attempts/spent.ts';
import { gradeOf, viewOf } from '#core/attempts/stored-samples.ts';
import type { GradeChange } from '#core/grading/compare-grades.ts';
import type { Grader } from '#core/grading/grader.ts';
import type { Grade } from '#core/grading/report.ts';
import type { Guarded } from './guarded.svelte.ts';
import { Live } from './live.svelte.ts';
import type { Run } from './run.svelte.ts';
import type { Standing } from './standing.svelte.ts';

interface Services {
  attempts: AttemptStore;
  grader: Grader;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** The attempt that is looked at, when it is not the run of this moment. */
interface StoredView {
  attempt: PromptAttempt;
  samples: readonly SampleView[];
  grade: Grade | undefined;
}

/** What it works with on its page. */
interface Desk {
  run: Run;
  standing: Standing;
  guarded: Guarded;
  /** Another attempt is looked at from now on. */
  onlook: () => void;
}

/** How many attempts of the exercise run along the foot of the page. */
const attemptsShown = 200;

/** The attempts at one exercise, and the one that is looked at: a selected one, else that of the current or last run. */
export class PracticeAttempts {
  #services: Services;
  #exercise: string;
  #desk: Desk;
  #stored = $state.raw<StoredView>();
  #change = $state.raw<GradeChange>();
  #previous = $state.raw<PromptAttempt>();
  #deleted = $state.raw<PromptAttempt>();
  #live: Live<Attempt[]>;

  #list = $derived.by(() => this.#live.value.filter(isPromptAttempt));
  #samples = $derived.by(() =>
    (this.#stored ?? this.#desk.run).samples.map((view) => conceal(view, this.#desk.standing.open)),
  );
  #grade = $derived.by(() => {
    const { grade } = this.#stored ?? this.#desk.run;
    return grade && concealGrade(grade, this.#desk.standing.open);
  });

  constructor(services: Services, exercise: string, desk: Desk) {
    this.#services = services;
    this.#exercise = exercise;
    this.#desk = desk;
    this.#live = new Live(services.attempts.watchList({ exercise, limit: attemptsShown }), []);
  }

  /** Newest first. */
  get list(): readonly PromptAttempt[] {
    return this.#list;
  }

  /** Why the list could not be read. */
  get problem(): StoreFailure | undefined {
    return this.#live.error?.failure;
  }

  get viewed(): PromptAttempt | undefined {
    if (this.#stored) return this.#stored.attempt;
    return this.#desk.run.state.status === 'idle' ? undefined : this.#desk.run.state.attempt;
  }

  /** All its samples. */
  get samples(): readonly SampleView[] {
    return this.#samples;
  }

  get grade(): Grade | undefined {
    return this.#grade;
  }

  /** What its answers took, held-out ones included. */
  get spent(): Spent | undefined {
    return spentOn((this.#stored ?? this.#desk.run).samples);
  }

  /** The attempt before it, and what changed since; absent for a first attempt. */
  get previous(): PromptAttempt | undefined {
    return this.#previous;
  }
  get change(): GradeChange | undefined {
    return this.#change;
  }

  /** Looks at an earlier attempt; its prompt stays out of the editor. */
  async select(id: string): Promise<void> {
    await this.#desk.guarded.run(async () => {
      if (this.#desk.run.state.status === 'running' && this.#desk.run.state.attempt?.id === id)
        return this.#look(undefined);
      const attempt = await this.#find(id);
      if (!attempt) return;
      this.#look(await this.#read(attempt));
      await this.#compare();
    });
  }

  /** Looks at the run of this moment. */
  followRun(): void {
    this.#look(undefined);
  }

  /** Finds what changed with the run that has just ended. */
  async compareRun(): Promise<void> {
    await this.#desk.guarded.run(() => this.#compare());
  }

  async delete(id: string): Promise<void> {
    await this.#desk.guarded.run(async () => {
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
    await this.#desk.guarded.run(async () => {
      await this.#services.attempts.undelete(attempt.id);
      this.#deleted = undefined;
    });
  }

  #look(stored: StoredView | undefined): void {
    this.#stored = stored;
    this.#change = undefined;
    this.#previous = undefined;
    this.#desk.onlook();
  }

  async #find(id: string): Promise<PromptAttempt | undefined> {
    const attempt = await this.#services.attempts.get(id);
    return attempt && isPromptAttempt(attempt) ? attempt : undefined;
  }

  async #read(attempt: PromptAttempt): Promise<StoredView> {
    const outputs = await this.#services.attempts.outputs(attempt.id);
    return {
      attempt,
      samples: outputs.map((output) => viewOf(output, attempt)),
      grade: gradeOf(attempt, outputs),
    };
  }

  /** What changed against the attempt before: the newest graded one that is older. */
  async #compare(): Promise<void> {
    const { viewed } = this;
    const after = (this.#stored ?? this.#desk.run).grade;
    if (!viewed || !after) return;
    const { attempts, grader } = this.#services;
    const graded = (older: readonly PromptAttempt[]) => older.find(({ grade }) => grade !== undefined);
    const asked = { exercise: this.#exercise, limit: 20, before: viewed.createdAt };
    const previous =
      graded(this.list.filter(({ createdAt }) => createdAt < viewed.createdAt)) ??
      graded((await attempts.list(asked)).filter(isPromptAttempt));
    if (!previous) return;
    const before = (await this.#read(previous)).grade;
    const change = before && (await grader.compare(before, $state.snapshot(after) as Grade));
    if (this.viewed?.id !== viewed.id) return; // the person looks at another one by now
    this.#previous = previous;
    this.#change = change;
  }
}
