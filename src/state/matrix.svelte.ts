import { failureOf, type StoreFailure } from '#core/attempts/attempt-store.ts';
import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { ComparisonOutput, Matrix } from '#core/comparisons/comparison.ts';
import type { Estimate } from '#core/models/estimate.ts';
import { edgesOf, type Edge } from '#core/comparisons/matrix/edges.ts';
import { estimateOf } from '#core/comparisons/matrix/estimate.ts';
import {
  casesOf,
  rowsOf,
  type Cell,
  type GridCase,
  type GridRow,
  type Missing,
} from '#core/comparisons/matrix/grid.ts';
import { blockersByPrompt, namesOf, type PromptSource } from '#core/comparisons/matrix/set-up.ts';
import { comparisonOfCells, outputsForComparison } from '#core/comparisons/matrix/open-as-comparison.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Language } from '#core/language/language.ts';
import type { ModelOffer } from '#core/models/model-offer.ts';
import type { Blocker } from '#core/prompts/check-prompt.ts';
import type { Loading } from './comparison.svelte.ts';
import { cellKey, MatrixCells } from './matrix-cells.ts';
import { MatrixRun } from './matrix-run.svelte.ts';
import type { MatrixServices } from './matrix-services.ts';
import { sourcesFor } from './matrix-start.ts';
import { Repaint } from './repaint.ts';

/** How often a running grid is drawn again. */
const paintEveryMs = 150;
/** Where an exercise names none; scratch cases have no threshold at all. */
const usualThreshold = 75;

/** Prompts × models × cases: the matrix, its cells, its run. Made by the page for one id, and disposed with it. */
export class MatrixBoard {
  readonly run: MatrixRun;
  #services: MatrixServices;
  #matrix = $state.raw<Matrix>();
  #bundle = $state.raw<ExerciseBundle>();
  #heldOutOpen = $state(false);
  #loading = $state.raw<Loading>({ status: 'loading' });
  #saving = $state<'saved' | 'saving' | 'failed'>('saved');
  #problem = $state<StoreFailure>();

  #cells = new MatrixCells();
  #version = $state(0);
  /** Counts what ends: a load, an edit, a run. What is dear to know follows this instead of every cell. */
  #settled = $state(0);
  #repaint = new Repaint<object>((changes) => this.#changed(changes.keys()), paintEveryMs);
  #saves: Promise<void> = Promise.resolve();
  #savesWaiting = 0;

  #samples = $derived(this.#matrix?.samples ?? 1);
  #rows = $derived(this.#matrix ? rowsOf(this.#matrix) : []);
  #cases = $derived(this.#matrix ? casesOf(this.#matrix, this.#bundle, this.#heldOutOpen) : []);
  #variables = $derived(namesOf(this.#cases));
  #blockers = $derived(blockersByPrompt(this.#matrix?.prompts ?? [], this.#variables));
  #edges = $derived.by(() => {
    void this.#version;
    return edgesOf(this.#rows, this.#cases, (row, one) => this.#cells.cell(row, one, this.#samples));
  });
  #missing = $derived.by(() => {
    void this.#settled;
    return this.#cells.missing(this.#rows, this.#cases, this.#samples);
  });
  #estimate = $derived.by(() => estimateOf(this.#missing, this.#services.models, this.#cells.answerLength()));

  constructor(services: MatrixServices, id: string) {
    this.#services = services;
    this.run = new MatrixRun(services);
    void this.#load(id);
  }

  // -- what is compared --------------------------------------------------------------------------------------------

  get loading(): Loading {
    return this.#loading;
  }

  get matrix(): Matrix | undefined {
    return this.#matrix;
  }

  get bundle(): ExerciseBundle | undefined {
    return this.#bundle;
  }

  get heldOutOpen(): boolean {
    return this.#heldOutOpen;
  }

  get models(): readonly ModelOffer[] {
    return this.#services.models;
  }

  get saving(): 'saved' | 'saving' | 'failed' {
    return this.#saving;
  }

  /** Why something could not be read or written. */
  get problem(): StoreFailure | undefined {
    return this.#problem;
  }

  /** Score a sample must reach. */
  get threshold(): number {
    return this.#bundle?.exercise.threshold ?? usualThreshold;
  }

  /** Something has been drawn. */
  get begun(): boolean {
    void this.#settled;
    return !this.#cells.isEmpty;
  }

  /** The cases that can be chosen; a held-out one only where it is open. */
  get offeredCases(): readonly { id: string; heldOut: boolean }[] {
    if (this.#matrix?.subject.kind === 'scratch')
      return this.#matrix.subject.cases.map(({ id }) => ({ id, heldOut: false }));
    return (this.#bundle?.exercise.cases ?? [])
      .filter(({ heldOut }) => this.#heldOutOpen || !heldOut)
      .map(({ id, heldOut }) => ({ id, heldOut }));
  }

  /** How many cases of the exercise are held out and not open. */
  get closedCases(): number {
    if (this.#heldOutOpen) return 0;
    return this.#bundle?.exercise.cases.filter(({ heldOut }) => heldOut).length ?? 0;
  }

  /** Prompts that can be taken in. What cannot be read is left out. */
  async sources(language: Language): Promise<PromptSource[]> {
    return this.#bundle ? sourcesFor(this.#services, this.#bundle, this.#heldOutOpen, language) : [];
  }

  /** Names that templates may use. */
  get variables(): readonly string[] {
    return this.#variables;
  }

  /** What stands in the way of each prompt. */
  get blockers(): ReadonlyMap<string, readonly Blocker[]> {
    return this.#blockers;
  }

  /** Changes the matrix; stored at once. Cells whose prompt, model or case was changed are stale from then on. */
  edit(change: (matrix: Matrix) => Matrix): void {
    if (!this.#matrix || this.run.running) return;
    this.#matrix = { ...change(this.#matrix), updatedAt: this.#services.now() };
    this.#cells.forgetAll();
    this.#version++;
    this.#settled++;
    void this.#save();
  }

  // -- the grid ----------------------------------------------------------------------------------------------------

  get rows(): readonly GridRow[] {
    return this.#rows;
  }

  get cases(): readonly GridCase[] {
    return this.#cases;
  }

  cell(row: GridRow, one: GridCase): Cell {
    void this.#version;
    return this.#cells.cell(row, one, this.#samples);
  }

  /** Averages and spread, by row id and by case id. */
  get edges(): { rows: ReadonlyMap<string, Edge>; cases: ReadonlyMap<string, Edge> } {
    return this.#edges;
  }

  /** Changes when a load, an edit or a run has ended: orders follow it, so that nothing jumps while cells arrive. */
  get settled(): number {
    return this.#settled;
  }

  /** What was drawn of a cell, samples in order. */
  outputs(row: string, caseId: string): readonly ComparisonOutput[] {
    void this.#version;
    return this.#cells.outputs(row, caseId);
  }

  // -- running -----------------------------------------------------------------------------------------------------

  /** What drawing the missing cells would take. */
  get estimate(): Estimate {
    return this.#estimate;
  }

  get canRun(): boolean {
    const free = [...this.#blockers.values()].every((blockers) => blockers.length === 0);
    return !this.run.running && free && this.#missing.length > 0;
  }

  /** Draws what is missing, failed or stale. */
  async start(): Promise<void> {
    const matrix = this.#matrix;
    if (!matrix || !this.canRun) return;
    const draw = (one: Missing, change: 1 | -1) => {
      const key = cellKey(one.row.id, one.case.id);
      this.#cells.draw(key, change);
      this.#repaint.add(key, {});
    };
    await this.run.start(matrix.id, this.#missing, this.#bundle, {
      began: (one) => draw(one, 1),
      ended: (one, output) => {
        if (output) this.#cells.keep(output);
        draw(one, -1);
      },
    });
    this.#repaint.flush();
    this.#settled++;
  }

  stop(): void {
    this.run.stop();
  }

  /**
   * Makes rows into panes over all cases of the matrix, with what was drawn, and resolves with the id of the comparison.
   * The same rows lead to the same comparison again, with what the person changed there since. Rejects with a StoreError.
   */
  async openAsComparison(rowIds: readonly string[], caseId: string): Promise<string | undefined> {
    const matrix = this.#matrix;
    if (!matrix) return undefined;
    const { comparisons, now } = this.#services;
    const chosen = this.#rows.filter(({ id }) => rowIds.includes(id));
    const comparison = comparisonOfCells($state.snapshot(matrix) as Matrix, chosen, caseId, now());
    if (!comparison) return undefined;
    const before = await comparisons.get(comparison.id);
    const kept = before && before.deletedAt === undefined ? { ...before, case: caseId, updatedAt: now() } : comparison;
    await comparisons.save(kept);
    const open = (output: ComparisonOutput) => this.#cases.some(({ id }) => id === output.case);
    await comparisons.addOutputs(outputsForComparison(kept, this.#cells.all.filter(open)));
    return comparison.id;
  }

  // ----------------------------------------------------------------------------------------------------------------

  #changed(keys: Iterable<string>): void {
    this.#cells.forget(keys);
    this.#version++;
  }

  async #load(id: string): Promise<void> {
    const { comparisons, library, attempts } = this.#services;
    try {
      const reading = comparisons.outputs(id);
      reading.catch(() => {}); // said below, unless there is no matrix
      const matrix = await comparisons.getMatrix(id);
      if (!matrix || matrix.deletedAt !== undefined) return this.#fail('unknown');
      if (matrix.subject.kind === 'exercise') {
        const { exercise } = matrix.subject;
        const progress = attempts.progress(exercise).catch(() => undefined);
        const bundle = await library.load(exercise).catch(() => undefined);
        if (!bundle) return this.#fail('unreachable');
        this.#heldOutOpen = heldOutIsOpen(await progress);
        this.#bundle = bundle;
      }
      for (const output of await reading) this.#cells.keep(output);
      this.#matrix = matrix;
      this.#loading = { status: 'ready' };
      this.#settled++;
    } catch (error) {
      this.#problem = failureOf(error);
      this.#fail('storage');
    }
  }

  #fail(reason: 'unknown' | 'unreachable' | 'storage'): void {
    this.#loading = { status: 'failed', reason };
  }

  /** One save at a time; of those that pile up meanwhile only the last is done. */
  async #save(): Promise<void> {
    this.#saving = 'saving';
    this.#savesWaiting++;
    this.#saves = this.#saves.then(async () => {
      this.#savesWaiting--;
      if (this.#savesWaiting > 0 || !this.#matrix) return;
      try {
        await this.#services.comparisons.saveMatrix($state.snapshot(this.#matrix) as Matrix);
        this.#problem = undefined;
        if (this.#savesWaiting === 0) this.#saving = 'saved';
      } catch (error) {
        this.#problem = failureOf(error);
        this.#saving = 'failed';
      }
    });
    await this.#saves;
  }
}
