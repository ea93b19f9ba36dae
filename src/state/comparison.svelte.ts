/* eslint-disable svelte/prefer-svelte-reactivity -- made and read within one derivation */
import type { AttemptStore, StoreFailure } from '#core/attempts/attempt-store.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import type { Comparison, ComparisonOutput } from '#core/comparisons/comparison.ts';
import type { ComparisonKeeper } from '#core/comparisons/comparison-keeper.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { Drawer, DrawRequest } from '#core/comparisons/draw.ts';
import { estimateRun } from '#core/comparisons/estimate.ts';
import type { Estimate } from '#core/models/estimate.ts';
import { outputFingerprint } from '#core/comparisons/fingerprints.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { ModelOffer } from '#core/models/model-offer.ts';
import { ComparisonCases, type OpenCase } from './comparison-cases.svelte.ts';
import { openShown, openStored, type NotOpened, type OpenedComparison } from './comparison-opening.ts';
import { ComparisonPanes } from './comparison-panes.svelte.ts';
import { ComparisonRun } from './comparison-run.svelte.ts';
import { KeptComparison } from './kept-comparison.svelte.ts';
import type { LiveOutput } from './live-output.svelte.ts';

/** What comparing needs of the floors below. */
export interface ComparisonServices {
  library: { load(id: string): Promise<ExerciseBundle> };
  attempts: Pick<AttemptStore, 'get' | 'outputs' | 'list' | 'progress'>;
  drafts: Pick<DraftKeeper, 'restore'>;
  comparisons: Pick<ComparisonStore, 'save' | 'outputs' | 'addOutputs' | 'removeOutputs'>;
  keeper: ComparisonKeeper;
  drawer: Drawer;
  /** The models that can be chosen, in the order in which they are offered. */
  readonly models: readonly ModelOffer[];
  newId: () => string;
  /** Milliseconds since the epoch. */
  now: () => number;
}

export type Loading =
  { status: 'loading' } | { status: 'ready' } | { status: 'failed'; reason: 'unknown' | 'unreachable' | 'storage' };

/**
 * One comparison on the desk: its panes, the cases they are run on, its outputs. Made by the page for one comparison, and
 * disposed with it.
 */
export class ComparisonDesk {
  readonly run: ComparisonRun;
  readonly cases: ComparisonCases;
  readonly panes: ComparisonPanes;
  #services: ComparisonServices;
  #kept: KeptComparison;
  #loading = $state.raw<Loading>({ status: 'loading' });
  #problem = $state<StoreFailure>();
  #fingerprints = $derived.by(() => {
    const present = this.cases.current?.id ?? '';
    return new Map(this.panes.list.map(({ id }) => [id, this.#fingerprint(id, present)]));
  });

  /** `shown` is a comparison that is not stored here, with its outputs: it can be looked at and not changed. */
  constructor(
    services: ComparisonServices,
    subject: { id: string } | { shown: Comparison; outputs: readonly ComparisonOutput[] },
  ) {
    this.#services = services;
    this.run = new ComparisonRun(services);
    this.#kept = new KeptComparison(services, 'shown' in subject);
    this.cases = new ComparisonCases(this.#kept, this.run);
    this.panes = new ComparisonPanes(services, this.#kept, this.cases);
    void this.#open(
      'shown' in subject ? openShown(services, subject.shown, subject.outputs) : openStored(services, subject.id),
    );
  }

  // -- what is compared --------------------------------------------------------------------------------------------

  get loading(): Loading {
    return this.#loading;
  }

  /** There once `loading` is ready. */
  get comparison(): Comparison | undefined {
    return this.#kept.value;
  }

  /** It can be looked at and not changed. */
  get readonly(): boolean {
    return this.#kept.readonly;
  }

  get bundle(): ExerciseBundle | undefined {
    return this.cases.bundle;
  }

  get models(): readonly ModelOffer[] {
    return this.#services.models;
  }

  get saving(): 'saved' | 'saving' | 'failed' {
    return this.#kept.saving;
  }

  /** What storage could not do. */
  get problem(): StoreFailure | undefined {
    return this.#problem ?? this.run.problem;
  }

  dismissProblem(): void {
    this.#problem = undefined;
    this.run.dismissProblem();
  }

  rename(title: string): void {
    this.#kept.change((comparison) => ({ ...comparison, title }));
  }

  setSamples(samples: number): void {
    this.#kept.change((comparison) => ({ ...comparison, samples: Math.min(10, Math.max(1, Math.round(samples))) }));
  }

  /** Removes a pane and stops what it draws. Returns the way back. */
  removePane(pane: string): (() => void) | undefined {
    const undo = this.panes.remove(pane);
    if (undo) this.run.stop(pane);
    return undo;
  }

  // -- running -----------------------------------------------------------------------------------------------------

  /** The samples of a pane on the present case. Those that are out of date give way to newer ones. */
  outputs(pane: string): readonly LiveOutput[] {
    const { current } = this.cases;
    return current ? this.#standing(pane, current.id) : [];
  }

  /** Drawn before the pane, or the data, was edited. */
  isStale(pane: string, output: LiveOutput): boolean {
    const drawnFrom = output.stored?.fingerprint;
    if (drawnFrom === undefined) return false;
    const now =
      output.case === this.cases.current?.id ? this.#fingerprints.get(pane) : this.#fingerprint(pane, output.case);
    return now !== undefined && drawnFrom !== now;
  }

  /** On how many of the cases that were run every sample of a pane passes. */
  casesHeld(pane: string): { held: number; total: number } {
    const passed = this.cases.open.flatMap(({ id }) => {
      const graded = this.#standing(pane, id).filter(
        (output) => output.stored?.passed !== undefined && !this.isStale(pane, output),
      );
      return graded.length ? [graded.every(({ stored }) => stored?.passed)] : [];
    });
    return { held: passed.filter(Boolean).length, total: passed.length };
  }

  get canRun(): boolean {
    return !this.readonly && this.cases.current !== undefined && !this.cases.gone && this.#runnable.length > 0;
  }

  /** What a run of all panes would ask for, on the present case or on all that are open. */
  estimate(which: 'case' | 'all'): Estimate {
    return estimateRun(this.#runnable, this.cases.which(which), this.comparison?.samples ?? 1, this.models);
  }

  /** What drawing so many samples of one pane on the present case would ask for. */
  estimatePane(pane: string, samples: number): Estimate {
    const variants = this.panes.list.filter(({ id }) => id === pane);
    return estimateRun(variants, this.cases.which('case'), samples, this.models);
  }

  /** Draws every pane that can be run, together. */
  async start(which: 'case' | 'all' = 'case'): Promise<void> {
    if (!this.canRun || this.run.running) return;
    const panes = this.panes.list.map(({ id }) => id);
    await this.run.start(this.#requests(panes, this.cases.which(which)));
  }

  /** Draws one pane on the present case anew. */
  async startPane(pane: string): Promise<void> {
    await this.run.start(this.#requests([pane], this.cases.which('case')));
  }

  /** Lets the model go on from where an output ends. */
  async continueFrom(output: LiveOutput): Promise<void> {
    const request = this.#request(output);
    if (request && output.text !== '') await this.run.start([{ ...request, continueFrom: output.text }]);
  }

  stop(pane?: string): void {
    this.run.stop(pane);
  }

  /** The page may be gone in a moment: what was typed and what has arrived is written now. */
  async save(): Promise<void> {
    if (this.comparison && !this.readonly) this.#services.keeper.leave(this.comparison.id, this.run.arrived);
    await Promise.all([this.#services.keeper.flush(), this.run.checkpoint()]);
  }

  /** Leaves the page: stops what runs, saves what was typed, forgets what was removed. */
  dispose(): void {
    this.run.stop();
    void this.#services.keeper.flush();
    for (const pane of this.panes.removed) void this.#forget(pane);
  }

  // -- inside ------------------------------------------------------------------------------------------------------

  async #open(opening: Promise<OpenedComparison | NotOpened>): Promise<void> {
    const opened = await opening;
    if (opened.status === 'failed') {
      this.#problem = opened.problem;
      this.#loading = { status: 'failed', reason: opened.reason };
      return;
    }
    this.cases.belongTo(opened.bundle, opened.heldOutOpen);
    this.#kept.open(opened.comparison);
    this.run.load(opened.outputs);
    this.#loading = { status: 'ready' };
  }

  #standing(pane: string, caseId: string): readonly LiveOutput[] {
    const all = this.run.outputs(pane, caseId);
    const standing = all.filter((output) => output.running || !this.isStale(pane, output));
    return standing.length ? standing : all;
  }

  /** What an answer drawn now would carry; not known where the data of the case are not. */
  #fingerprint(pane: string, caseId: string): string | undefined {
    const variant = this.panes.list.find(({ id }) => id === pane);
    const values = this.cases.values(caseId);
    return variant && values && outputFingerprint(variant, values);
  }

  get #runnable(): Comparison['panes'] {
    return this.panes.list.filter(({ id }) => this.panes.blockers(id).length === 0);
  }

  /** First samples of all panes first, so that all of them have something to show early. */
  #requests(panes: readonly string[], cases: readonly OpenCase[]): DrawRequest[] {
    const { samples = 1 } = this.comparison ?? {};
    return cases.flatMap((one) =>
      Array.from({ length: samples }, (_, sample) =>
        panes.flatMap((pane) => this.#request({ variant: pane, case: one.id, sample }) ?? []),
      ).flat(),
    );
  }

  #request({ variant: pane, case: id, sample }: Pick<LiveOutput, 'variant' | 'case' | 'sample'>) {
    const { comparison, bundle } = this;
    const variant = this.#runnable.find((one) => one.id === pane);
    const values = this.cases.values(id);
    if (!comparison || !variant || !values || this.readonly) return undefined;
    const request: DrawRequest = { owner: comparison.id, variant, case: { id, values: { ...values } }, sample };
    if (bundle) request.bundle = bundle;
    return request;
  }

  async #forget(pane: string): Promise<void> {
    const id = this.comparison?.id;
    if (id) await this.#services.comparisons.removeOutputs(id, pane).catch(() => {});
  }
}
