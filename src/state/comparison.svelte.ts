/* eslint-disable svelte/prefer-svelte-reactivity -- made and read within one derivation */
import type { AttemptStore, StoreFailure } from '#core/attempts/attempt-store.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import { laterThan } from '#core/attempts/later.ts';
import { fewestPanes, mostPanes, type Comparison, type ComparisonOutput } from '#core/comparisons/comparison.ts';
import type { ComparisonKeeper } from '#core/comparisons/comparison-keeper.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { Drawer, DrawRequest } from '#core/comparisons/draw.ts';
import * as edit from '#core/comparisons/edit.ts';
import { estimateRun, type Estimate } from '#core/comparisons/estimate.ts';
import { outputFingerprint } from '#core/comparisons/fingerprints.ts';
import {
  casesFor,
  neighbourOf,
  withAdded,
  withCases,
  withValue,
  type ScratchCase,
} from '#core/comparisons/scratch-cases.ts';
import { whatVaries } from '#core/comparisons/what-varies.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { ModelOffer } from '#core/models/model-offer.ts';
import { blockersOf, type Blocker } from '#core/prompts/check-prompt.ts';
import { variablesOf } from '#core/prompts/template.ts';
import { openShown, openStored, type NotOpened, type OpenedComparison } from './comparison-opening.ts';
import { ComparisonRun } from './comparison-run.svelte.ts';
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

/** A case that may be shown: held-out ones of an exercise only once they are open. */
export interface OpenCase {
  id: string;
  heldOut: boolean;
  values: Readonly<Record<string, string>>;
}

export type Loading =
  { status: 'loading' } | { status: 'ready' } | { status: 'failed'; reason: 'unknown' | 'unreachable' | 'storage' };

/** A pane that was removed, while that can be undone. */
interface Removed {
  variant: Comparison['panes'][number];
  at: number;
}

/**
 * One comparison on the desk: its panes, what varies between them, its outputs. Made by the page for one comparison, and
 * disposed with it. Every change is kept within a second.
 */
export class ComparisonDesk {
  readonly readonly: boolean;
  readonly run: ComparisonRun;
  #services: ComparisonServices;
  #comparison = $state.raw<Comparison>();
  #bundle = $state.raw<ExerciseBundle>();
  #heldOutOpen = $state(false);
  #loading = $state.raw<Loading>({ status: 'loading' });
  #saving = $state<'saved' | 'saving' | 'failed'>('saved');
  #problem = $state<StoreFailure>();
  #removed: Removed[] = [];

  #cases = $derived.by(() => this.#openCases());
  #case = $derived.by(() => this.#cases.find(({ id }) => id === this.#comparison?.case) ?? this.#cases[0]);
  #varies = $derived(whatVaries({ panes: this.#comparison?.panes ?? [] }));
  #used = $derived([...new Set((this.#comparison?.panes ?? []).flatMap(({ prompt }) => variablesOf(prompt)))]);
  #variables = $derived.by(() => {
    const offered = this.#cases.flatMap(({ values }) => Object.keys(values));
    return [...new Set(this.#bundle ? offered : [...this.#used, ...offered])];
  });
  #blockers = $derived.by(
    () =>
      new Map<string, readonly Blocker[]>(
        (this.#comparison?.panes ?? []).map(({ id, prompt }) => [id, blockersOf(prompt, this.#variables)]),
      ),
  );
  #fingerprints = $derived.by(() => {
    const present = this.#case?.id ?? '';
    return new Map((this.#comparison?.panes ?? []).map(({ id }) => [id, this.#fingerprint(id, present)]));
  });

  /** `shown` is a comparison that is not stored here, with its outputs: it can be looked at and not changed. */
  constructor(
    services: ComparisonServices,
    subject: { id: string } | { shown: Comparison; outputs: readonly ComparisonOutput[] },
  ) {
    this.#services = services;
    this.readonly = 'shown' in subject;
    this.run = new ComparisonRun(services);
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
    return this.#comparison;
  }

  get bundle(): ExerciseBundle | undefined {
    return this.#bundle;
  }

  get models(): readonly ModelOffer[] {
    return this.#services.models;
  }

  get varies() {
    return this.#varies;
  }

  get saving(): 'saved' | 'saving' | 'failed' {
    return this.#saving;
  }

  /** What storage could not do. */
  get problem(): StoreFailure | undefined {
    return this.#problem ?? this.run.problem;
  }

  dismissProblem(): void {
    this.#problem = undefined;
    this.run.dismissProblem();
  }

  // -- cases -------------------------------------------------------------------------------------------------------

  get cases(): readonly OpenCase[] {
    return this.#cases;
  }

  get case(): OpenCase | undefined {
    return this.#case;
  }

  chooseCase(id: string): void {
    if (id !== this.#comparison?.case) this.#change((comparison) => ({ ...comparison, case: id }));
  }

  /** The case after this one, or before it. */
  stepCase(by: 1 | -1): void {
    const next = this.#cases[this.#cases.findIndex(({ id }) => id === this.#case?.id) + by];
    if (next) this.chooseCase(next.id);
  }

  /** Names that templates may use: those of the exercise, or all that stand in the prompts and the data. */
  get variables(): readonly string[] {
    return this.#variables;
  }

  /** Names that some prompt uses. */
  get usedVariables(): readonly string[] {
    return this.#used;
  }

  setValue(name: string, text: string): void {
    const current = this.#case?.id;
    if (current) this.#changeCases((cases) => withValue(cases, current, name, text));
  }

  addCase(): void {
    this.addCases([{}]);
  }

  /** Adds cases of one's own behind the others and goes to the first of them. An untouched only case gives way. */
  addCases(rows: readonly Readonly<Record<string, string>>[]): void {
    const added = casesFor(rows, this.#cases);
    const [first] = added;
    if (!first) return;
    this.#changeCases((cases) => withAdded(cases, added));
    this.chooseCase(first.id);
  }

  removeCase(id: string): void {
    const next = neighbourOf(this.#cases, id);
    if (!next) return;
    this.#changeCases((cases) => cases.filter((one) => one.id !== id));
    this.chooseCase(next.id);
  }

  // -- panes -------------------------------------------------------------------------------------------------------

  rename(title: string): void {
    this.#change((comparison) => ({ ...comparison, title }));
  }

  namePane(pane: string, name: string): void {
    this.#change((comparison) => edit.withName(comparison, pane, name));
  }

  setWording(pane: string, change: (wording: edit.Wording) => edit.Wording): void {
    this.#change((comparison) => edit.withWording(comparison, pane, change));
  }

  setParameters(pane: string, change: Parameters<typeof edit.withParameters>[2]): void {
    this.#change((comparison) => edit.withParameters(comparison, pane, change));
  }

  setModel(pane: string, id: string): void {
    const name = this.models.find((offer) => offer.id === id)?.name;
    this.#change((comparison) => edit.withModel(comparison, pane, { id, ...(name ? { name } : {}) }));
  }

  /** Links or unlinks; what is linked becomes as it is in `from`. Returns the way back. */
  link(what: keyof Comparison['linked'], linked: boolean, from: string): () => void {
    const before = this.#comparison;
    this.#change((comparison) => edit.withLink(comparison, what, linked, from));
    return () => {
      if (!before) return;
      const panes = new Map(before.panes.map((variant) => [variant.id, variant]));
      this.#change((comparison) => ({
        ...comparison,
        linked: before.linked,
        panes: comparison.panes.map((variant) => panes.get(variant.id) ?? variant),
      }));
    };
  }

  setSamples(samples: number): void {
    this.#change((comparison) => ({ ...comparison, samples: Math.min(10, Math.max(1, Math.round(samples))) }));
  }

  get canAdd(): boolean {
    return !this.readonly && (this.#comparison?.panes.length ?? mostPanes) < mostPanes;
  }

  get canRemove(): boolean {
    return !this.readonly && (this.#comparison?.panes.length ?? 0) > fewestPanes;
  }

  /** Returns the id of the new pane. */
  addPane(): string | undefined {
    if (!this.canAdd) return undefined;
    const id = this.#services.newId();
    this.#change((comparison) => edit.withNewPane(comparison, id));
    return id;
  }

  duplicatePane(pane: string): string | undefined {
    if (!this.canAdd) return undefined;
    const id = this.#services.newId();
    this.#change((comparison) => edit.withCopy(comparison, pane, id));
    return id;
  }

  movePane(pane: string, to: number): void {
    this.#change((comparison) => edit.withMoved(comparison, pane, to));
  }

  /** Removes a pane; its outputs are kept until it is past undoing. Returns the way back. */
  removePane(pane: string): (() => void) | undefined {
    const at = this.#comparison?.panes.findIndex(({ id }) => id === pane) ?? -1;
    const variant = this.#comparison?.panes[at];
    if (!variant || !this.canRemove) return undefined;
    this.run.stop(pane);
    const removed = { variant, at };
    this.#removed.push(removed);
    this.#change((comparison) => edit.withoutPane(comparison, pane));
    return () => {
      if (!this.#removed.includes(removed) || !this.canAdd) return;
      this.#removed = this.#removed.filter((other) => other !== removed);
      this.#change((comparison) => edit.withRestored(comparison, variant, at));
    };
  }

  /** What keeps a pane from being run. */
  blockers(pane: string): readonly Blocker[] {
    return this.#blockers.get(pane) ?? [];
  }

  // -- running -----------------------------------------------------------------------------------------------------

  /** The samples of a pane on the present case. Those that are out of date give way to newer ones. */
  outputs(pane: string): readonly LiveOutput[] {
    return this.#case ? this.#standing(pane, this.#case.id) : [];
  }

  /** Drawn before the pane, or the data, was edited. */
  isStale(pane: string, output: LiveOutput): boolean {
    const drawnFrom = output.stored?.fingerprint;
    if (drawnFrom === undefined) return false;
    const now = output.case === this.#case?.id ? this.#fingerprints.get(pane) : this.#fingerprint(pane, output.case);
    return now !== undefined && drawnFrom !== now;
  }

  /** On how many of the cases that were run every sample of a pane passes. */
  casesHeld(pane: string): { held: number; total: number } {
    const passed = this.#cases.flatMap(({ id }) => {
      const graded = this.#standing(pane, id).filter(
        (output) => output.stored?.passed !== undefined && !this.isStale(pane, output),
      );
      return graded.length ? [graded.every(({ stored }) => stored?.passed)] : [];
    });
    return { held: passed.filter(Boolean).length, total: passed.length };
  }

  get canRun(): boolean {
    const { panes = [] } = this.#comparison ?? {};
    return (
      !this.readonly &&
      this.#case !== undefined &&
      !this.#dataGone &&
      panes.some(({ id }) => this.blockers(id).length === 0)
    );
  }

  /** What a run of all panes would ask for, on the present case or on all that are open. */
  estimate(which: 'case' | 'all'): Estimate {
    const { panes = [], samples = 1 } = this.#comparison ?? {};
    const runnable = panes.filter(({ id }) => this.blockers(id).length === 0);
    return estimateRun(runnable, this.#which(which), samples, this.models);
  }

  /** What drawing so many samples of one pane on the present case would ask for. */
  estimatePane(pane: string, samples: number): Estimate {
    const variants = (this.#comparison?.panes ?? []).filter(({ id }) => id === pane);
    return estimateRun(variants, this.#which('case'), samples, this.models);
  }

  /** Draws every pane that can be run, together. */
  async start(which: 'case' | 'all' = 'case'): Promise<void> {
    if (!this.canRun || this.run.running) return;
    await this.run.start(
      this.#requests(
        (this.#comparison?.panes ?? []).map(({ id }) => id),
        this.#which(which),
      ),
    );
  }

  /** Draws one pane on the present case anew. */
  async startPane(pane: string): Promise<void> {
    if (!this.#case || this.readonly) return;
    await this.run.start(this.#requests([pane], [this.#case]));
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
    if (this.#comparison && !this.readonly) this.#services.keeper.leave(this.#comparison.id, this.run.arrived);
    await Promise.all([this.#services.keeper.flush(), this.run.checkpoint()]);
  }

  /** Leaves the page: stops what runs, saves what was typed, forgets what was removed. */
  dispose(): void {
    this.run.stop();
    void this.#services.keeper.flush();
    for (const { variant } of this.#removed) void this.#forget(variant.id);
  }

  // -- inside ------------------------------------------------------------------------------------------------------

  async #open(opening: Promise<OpenedComparison | NotOpened>): Promise<void> {
    const opened = await opening;
    if (opened.status === 'failed') {
      this.#problem = opened.problem;
      this.#loading = { status: 'failed', reason: opened.reason };
      return;
    }
    this.#bundle = opened.bundle;
    this.#heldOutOpen = opened.heldOutOpen;
    this.#comparison = opened.comparison;
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
    const variant = this.#comparison?.panes.find(({ id }) => id === pane);
    const one = this.#cases.find(({ id }) => id === caseId);
    return variant && one && !this.#dataGone ? outputFingerprint(variant, one.values) : undefined;
  }

  get #dataGone(): boolean {
    return this.#comparison?.subject.kind === 'exercise' && !this.#bundle;
  }

  #openCases(): OpenCase[] {
    const subject = this.#comparison?.subject;
    if (!subject) return [];
    if (this.#dataGone) {
      const drawn = new Set(this.run.stored.map(({ case: id }) => id));
      return [...drawn].map((id) => ({ id, heldOut: false, values: {} }));
    }
    if (subject.kind === 'scratch') return subject.cases.map((one) => ({ ...one, heldOut: false }));
    const cases = this.#bundle?.exercise.cases ?? [];
    const open = cases.filter(({ heldOut }) => !heldOut || this.#heldOutOpen);
    return [...open.filter(({ heldOut }) => !heldOut), ...open.filter(({ heldOut }) => heldOut)];
  }

  #which(which: 'case' | 'all'): readonly OpenCase[] {
    return which === 'all' ? this.#cases : this.#case ? [this.#case] : [];
  }

  /** First samples of all panes first, so that all of them have something to show early. */
  #requests(panes: readonly string[], cases: readonly OpenCase[]): DrawRequest[] {
    const { samples = 1 } = this.#comparison ?? {};
    return cases.flatMap((one) =>
      Array.from({ length: samples }, (_, sample) =>
        panes.flatMap((pane) => this.#request({ variant: pane, case: one.id, sample }) ?? []),
      ).flat(),
    );
  }

  #request({ variant: pane, case: id, sample }: Pick<LiveOutput, 'variant' | 'case' | 'sample'>) {
    const comparison = this.#comparison;
    const variant = comparison?.panes.find((one) => one.id === pane);
    const one = this.#cases.find((candidate) => candidate.id === id);
    if (!comparison || !variant || !one || this.readonly || this.#dataGone || this.blockers(pane).length > 0)
      return undefined;
    const { id: caseId, values } = one;
    const request: DrawRequest = { owner: comparison.id, variant, case: { id: caseId, values: { ...values } }, sample };
    if (this.#bundle) request.bundle = this.#bundle;
    return request;
  }

  #changeCases(change: (cases: ScratchCase[]) => ScratchCase[]): void {
    this.#change((comparison) => withCases(comparison, change));
  }

  #change(change: (comparison: Comparison) => Comparison): void {
    if (!this.#comparison || this.readonly) return;
    const changed = change(this.#comparison);
    if (changed === this.#comparison) return;
    const comparison = { ...changed, updatedAt: laterThan(this.#comparison.updatedAt, this.#services.now()) };
    this.#comparison = comparison;
    this.#saving = 'saving';
    this.#services.keeper.keep(comparison, (outcome) => {
      if (this.#comparison === comparison) this.#saving = outcome; // else newer changes are on their way
    });
  }

  async #forget(pane: string): Promise<void> {
    const id = this.#comparison?.id;
    if (id) await this.#services.comparisons.removeOutputs(id, pane).catch(() => {});
  }
}
