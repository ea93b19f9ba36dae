import { StoreError, type AttemptStore, type StoreFailure } from '#core/attempts/attempt-store.ts';
import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import type { ComparisonOutput, Matrix } from '#core/comparisons/comparison.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { Drawer } from '#core/comparisons/draw.ts';
import type { Estimate } from '#core/comparisons/estimate.ts';
import { Fingerprints } from '#core/comparisons/fingerprints.ts';
import { edgeOf, type Edge } from '#core/comparisons/matrix/edges.ts';
import { estimateOf } from '#core/comparisons/matrix/estimate.ts';
import {
  casesOf,
  cellOf,
  missingOf,
  rowsOf,
  type Cell,
  type GridCase,
  type GridRow,
  type Missing,
} from '#core/comparisons/matrix/grid.ts';
import { newMatrix, promptSources, type PromptSource } from '#core/comparisons/matrix/set-up.ts';
import { comparisonOfCells, outputsForComparison } from '#core/comparisons/matrix/open-as-comparison.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Language } from '#core/language/language.ts';
import type { ModelOffer } from '#core/models/model-offer.ts';
import { blockersOf, type Blocker } from '#core/prompts/check-prompt.ts';
import { emptyPrompt } from '#core/prompts/prompt.ts';
import type { Loading } from './comparison.svelte.ts';
import { MatrixRun } from './matrix-run.svelte.ts';
import { Repaint } from './repaint.ts';

/** What a matrix needs of the floors below. */
export interface MatrixServices {
  library: { load(id: string): Promise<ExerciseBundle> };
  attempts: Pick<AttemptStore, 'list' | 'progress'>;
  drafts: Pick<DraftKeeper, 'restore'>;
  comparisons: ComparisonStore;
  drawer: Drawer;
  /** The models that can be chosen, in the order in which they are offered. */
  models: readonly ModelOffer[];
  newId: () => string;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** How often a running grid is drawn again. */
const paintEveryMs = 150;
/** Where an exercise names none; scratch cases have no threshold at all. */
const usualThreshold = 75;

/**
 * Prompts × models × cases: the matrix, its cells, its run. Made by the page for one id, and disposed with it. Cells are
 * kept apart from what is reactive, because there are thousands: a cell that changed is forgotten, and made again when
 * something looks at it.
 */
export class MatrixBoard {
  readonly run: MatrixRun;
  #services: MatrixServices;
  #matrix = $state.raw<Matrix>();
  #bundle = $state.raw<ExerciseBundle>();
  #heldOutOpen = $state(false);
  #loading = $state.raw<Loading>({ status: 'loading' });
  #saving = $state<'saved' | 'saving' | 'failed'>('saved');
  #problem = $state<StoreFailure>();

  #outputs = new Map<string, ComparisonOutput[]>();
  #drawing = new Map<string, number>();
  #made = new Map<string, Cell>();
  #fingerprints = new Fingerprints();
  #version = $state(0);
  /** Counts what ends: a load, an edit, a run. What is dear to know follows this instead of every cell. */
  #settled = $state(0);
  #repaint = new Repaint<object>((changes) => this.#forget(changes.keys()), paintEveryMs);
  #saves: Promise<void> = Promise.resolve();
  #savesWaiting = 0;

  #rows = $derived(this.#matrix ? rowsOf(this.#matrix) : []);
  #cases = $derived(this.#matrix ? casesOf(this.#matrix, this.#bundle, this.#heldOutOpen) : []);
  #variables = $derived([...new Set(this.#cases.flatMap(({ values }) => Object.keys(values)))]);
  #blockers = $derived.by(
    () =>
      new Map<string, readonly Blocker[]>(
        (this.#matrix?.prompts ?? []).map(({ id, prompt }) => [id, blockersOf(prompt, this.#variables)]),
      ),
  );
  #edges = $derived.by(() => {
    void this.#version;
    return {
      rows: new Map(this.#rows.map((row) => [row.id, edgeOf(this.#cases.map((one) => this.#cell(row, one)))])),
      cases: new Map(this.#cases.map((one) => [one.id, edgeOf(this.#rows.map((row) => this.#cell(row, one)))])),
    };
  });
  #missing = $derived.by(() => {
    void this.#settled;
    return this.#findMissing();
  });
  #estimate = $derived.by(() => estimateOf(this.#missing, this.#services.models, this.#answerLength()));

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
    return this.#outputs.size > 0;
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
    this.#fingerprints = new Fingerprints();
    this.#made.clear();
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
    return this.#cell(row, one);
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
    return [...(this.#outputs.get(cellKey(row, caseId)) ?? [])].sort((a, b) => a.sample - b.sample);
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
      this.#drawing.set(key, (this.#drawing.get(key) ?? 0) + change);
      this.#repaint.add(key, {});
    };
    await this.run.start(matrix.id, this.#findMissing(), this.#bundle, {
      began: (one) => draw(one, 1),
      ended: (one, output) => {
        if (output) this.#keep(output);
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
    const open = new Set(this.#cases.map(({ id }) => id));
    const outputs = outputsForComparison(kept, [...this.#outputs.values()].flat());
    await comparisons.addOutputs(outputs.filter((output) => open.has(output.case)));
    return comparison.id;
  }

  // ----------------------------------------------------------------------------------------------------------------

  #cell(row: GridRow, one: GridCase): Cell {
    const key = cellKey(row.id, one.id);
    const made = this.#made.get(key);
    if (made) return made;
    const outputs = this.#outputs.get(key) ?? [];
    const drawing = (this.#drawing.get(key) ?? 0) > 0;
    const cell = cellOf(outputs, this.#fingerprint(row, one), this.#matrix?.samples ?? 1, drawing);
    this.#made.set(key, cell);
    return cell;
  }

  #fingerprint(row: GridRow, one: GridCase): string {
    return this.#fingerprints.output(row.prompt.prompt, row.model.model, one.values);
  }

  #findMissing(): Missing[] {
    return missingOf(
      this.#rows,
      this.#cases,
      this.#matrix?.samples ?? 1,
      (row, one, sample) => this.#outputs.get(cellKey(row.id, one.id))?.find((output) => output.sample === sample),
      (row, one) => this.#fingerprint(row, one),
    );
  }

  /** How long the answers that are there are, in tokens. */
  #answerLength(): number | undefined {
    let sum = 0;
    let known = 0;
    for (const outputs of this.#outputs.values()) {
      for (const { usage } of outputs) {
        if (!usage) continue;
        sum += usage.outputTokens;
        known++;
      }
    }
    return known ? sum / known : undefined;
  }

  #keep(output: ComparisonOutput): void {
    const key = cellKey(output.variant, output.case);
    const others = this.#outputs.get(key)?.filter(({ id }) => id !== output.id) ?? [];
    this.#outputs.set(key, [...others, output]);
  }

  #forget(keys: Iterable<string>): void {
    for (const key of keys) this.#made.delete(key);
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
      for (const output of await reading) this.#keep(output);
      this.#matrix = matrix;
      this.#loading = { status: 'ready' };
      this.#settled++;
    } catch (error) {
      this.#problem = error instanceof StoreError ? error.failure : 'unknown';
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
        this.#problem = error instanceof StoreError ? error.failure : 'unknown';
        this.#saving = 'failed';
      }
    });
    await this.#saves;
  }
}

const cellKey = (row: string, caseId: string) => `${row}/${caseId}`;

/** Attempts that are offered to take prompts from. */
const attemptsOffered = 30;

async function sourcesFor(
  { attempts, drafts }: Pick<MatrixServices, 'attempts' | 'drafts'>,
  { exercise }: ExerciseBundle,
  open: boolean,
  language: Language,
): Promise<PromptSource[]> {
  const [draft, tried] = await Promise.all([
    drafts.restore(exercise.id).catch(() => undefined),
    attempts.list({ exercise: exercise.id, limit: attemptsOffered }).catch(() => []),
  ]);
  return promptSources(exercise, {
    open,
    language,
    attempts: tried,
    ...(draft && 'prompt' in draft ? { draft: draft.prompt } : {}),
  });
}

/** What a matrix can begin with. */
export type Beginning = { kind: 'exercise'; exercise: string } | { kind: 'scratch'; cases: Record<string, string>[] };

/** How what is new is called, in the reader's language. */
export interface Naming {
  language: Language;
  exercise: (title: string) => string;
  own: string;
  prompt: (source: PromptSource) => string;
  typed: string;
}

/**
 * Makes a matrix and stores it: an exercise's starts with its starter and the draft, one on own data with an empty prompt that
 * names the variables. Rejects with a `StoreError`, or with what kept the exercise from loading.
 */
export async function beginMatrix(services: MatrixServices, beginning: Beginning, naming: Naming): Promise<string> {
  const { newId, now, comparisons } = services;
  const birth = { now: now(), newId };
  let matrix: Matrix;
  if (beginning.kind === 'scratch') {
    const cases = beginning.cases.map((values, index) => ({ id: `case-${index + 1}`, values }));
    const user = [...new Set(beginning.cases.flatMap((values) => Object.keys(values)))]
      .map((name) => `{{${name}}}`)
      .join('\n\n');
    const prompts = [{ name: naming.typed, prompt: { ...emptyPrompt, user } }];
    const ids = cases.map(({ id }) => id);
    matrix = newMatrix({ ...birth, title: naming.own }, { kind: 'scratch', cases }, ids, prompts);
  } else {
    const bundle = await services.library.load(beginning.exercise);
    const { exercise } = bundle;
    const open = heldOutIsOpen(await services.attempts.progress(exercise.id).catch(() => undefined));
    const sources = await sourcesFor(services, bundle, open, naming.language);
    const prompts = sources
      .filter(({ from }) => from === 'starter' || from === 'draft')
      .map((source) => ({ name: naming.prompt(source), prompt: source.prompt }));
    const cases = exercise.cases.filter(({ heldOut }) => open || !heldOut).map(({ id }) => id);
    const title = naming.exercise(exercise.words[naming.language].title);
    matrix = newMatrix({ ...birth, title }, { kind: 'exercise', exercise: exercise.id }, cases, prompts);
  }
  await comparisons.saveMatrix(matrix);
  return matrix.id;
}
