/* eslint-disable svelte/prefer-svelte-reactivity -- made and read within one derivation */
import {
  casesFor,
  neighbourOf,
  withAdded,
  withCases,
  withValue,
  type ScratchCase,
} from '#core/comparisons/scratch-cases.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { variablesOf } from '#core/prompts/template.ts';
import type { ComparisonRun } from './comparison-run.svelte.ts';
import type { KeptComparison } from './kept-comparison.svelte.ts';

/** A case that may be shown: held-out ones of an exercise only once they are open. */
export interface OpenCase {
  id: string;
  heldOut: boolean;
  values: Readonly<Record<string, string>>;
}

/** What the panes of a comparison are run on: the cases of an exercise, or data of one's own. */
export class ComparisonCases {
  #kept: KeptComparison;
  #run: ComparisonRun;
  #bundle = $state.raw<ExerciseBundle>();
  #heldOutOpen = $state(false);

  #open = $derived.by(() => this.#openCases());
  #current = $derived.by(() => this.#open.find(({ id }) => id === this.#kept.value?.case) ?? this.#open[0]);
  #used = $derived.by(() => [...new Set((this.#kept.value?.panes ?? []).flatMap(({ prompt }) => variablesOf(prompt)))]);
  #variables = $derived.by(() => {
    const offered = this.#open.flatMap(({ values }) => Object.keys(values));
    return [...new Set(this.#bundle ? offered : [...this.#used, ...offered])];
  });

  constructor(kept: KeptComparison, run: ComparisonRun) {
    this.#kept = kept;
    this.#run = run;
  }

  /** The exercise they belong to; absent for data of one's own, and where the exercise is gone. */
  get bundle(): ExerciseBundle | undefined {
    return this.#bundle;
  }

  /** The exercise is gone, and with it what was compared on. */
  get gone(): boolean {
    return this.#kept.value?.subject.kind === 'exercise' && !this.#bundle;
  }

  belongTo(bundle: ExerciseBundle | undefined, heldOutOpen: boolean): void {
    this.#bundle = bundle;
    this.#heldOutOpen = heldOutOpen;
  }

  get open(): readonly OpenCase[] {
    return this.#open;
  }

  get current(): OpenCase | undefined {
    return this.#current;
  }

  /** The present case, or all that are open. */
  which(which: 'case' | 'all'): readonly OpenCase[] {
    return which === 'all' ? this.#open : this.#current ? [this.#current] : [];
  }

  /** What an open case holds; not known where the exercise is gone. */
  values(id: string): OpenCase['values'] | undefined {
    return this.gone ? undefined : this.#open.find((one) => one.id === id)?.values;
  }

  choose(id: string): void {
    if (id !== this.#kept.value?.case) this.#kept.change((comparison) => ({ ...comparison, case: id }));
  }

  /** Goes to the case after this one, or before it. */
  step(by: 1 | -1): void {
    const next = this.#open[this.#open.findIndex(({ id }) => id === this.#current?.id) + by];
    if (next) this.choose(next.id);
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
    const current = this.#current?.id;
    if (current) this.#change((cases) => withValue(cases, current, name, text));
  }

  /** Adds cases of one's own behind the others and goes to the first of them. An untouched only case gives way. */
  add(rows: readonly Readonly<Record<string, string>>[]): void {
    const added = casesFor(rows, this.#open);
    const [first] = added;
    if (!first) return;
    this.#change((cases) => withAdded(cases, added));
    this.choose(first.id);
  }

  remove(id: string): void {
    const next = neighbourOf(this.#open, id);
    if (!next) return;
    this.#change((cases) => cases.filter((one) => one.id !== id));
    this.choose(next.id);
  }

  #change(change: (cases: ScratchCase[]) => ScratchCase[]): void {
    this.#kept.change((comparison) => withCases(comparison, change));
  }

  #openCases(): OpenCase[] {
    const subject = this.#kept.value?.subject;
    if (!subject) return [];
    if (this.gone) {
      const drawn = new Set(this.#run.stored.map(({ case: id }) => id));
      return [...drawn].map((id) => ({ id, heldOut: false, values: {} }));
    }
    if (subject.kind === 'scratch') return subject.cases.map((one) => ({ ...one, heldOut: false }));
    const cases = this.#bundle?.exercise.cases ?? [];
    const open = cases.filter(({ heldOut }) => !heldOut || this.#heldOutOpen);
    return [...open.filter(({ heldOut }) => !heldOut), ...open.filter(({ heldOut }) => heldOut)];
  }
}
