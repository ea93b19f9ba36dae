/* eslint-disable svelte/prefer-svelte-reactivity -- made and read within one derivation */
import { fewestPanes, mostPanes, type Comparison } from '#core/comparisons/comparison.ts';
import * as edit from '#core/comparisons/edit.ts';
import { whatVaries } from '#core/comparisons/what-varies.ts';
import type { ModelOffer } from '#core/models/model-offer.ts';
import { blockersOf, type Blocker } from '#core/prompts/check-prompt.ts';
import type { ComparisonCases } from './comparison-cases.svelte.ts';
import type { KeptComparison } from './kept-comparison.svelte.ts';

interface Services {
  readonly models: readonly ModelOffer[];
  newId: () => string;
}

/** A pane that was removed, while that can be undone. */
interface Removed {
  variant: Comparison['panes'][number];
  at: number;
}

/** The panes of a comparison: what each asks of which model, which of it they share, and how they stand side by side. */
export class ComparisonPanes {
  #services: Services;
  #kept: KeptComparison;
  #cases: ComparisonCases;
  #removed: Removed[] = [];

  #varies = $derived.by(() => whatVaries({ panes: this.list }));
  #blockers = $derived.by(
    () =>
      new Map<string, readonly Blocker[]>(
        this.list.map(({ id, prompt }) => [id, blockersOf(prompt, this.#cases.variables)]),
      ),
  );

  constructor(services: Services, kept: KeptComparison, cases: ComparisonCases) {
    this.#services = services;
    this.#kept = kept;
    this.#cases = cases;
  }

  get list(): Comparison['panes'] {
    return this.#kept.value?.panes ?? [];
  }

  /** What varies between them, and what can be concluded from that. */
  get varies() {
    return this.#varies;
  }

  /** What keeps a pane from being run. */
  blockers(pane: string): readonly Blocker[] {
    return this.#blockers.get(pane) ?? [];
  }

  name(pane: string, name: string): void {
    this.#kept.change((comparison) => edit.withName(comparison, pane, name));
  }

  setWording(pane: string, change: (wording: edit.Wording) => edit.Wording): void {
    this.#kept.change((comparison) => edit.withWording(comparison, pane, change));
  }

  setParameters(pane: string, change: Parameters<typeof edit.withParameters>[2]): void {
    this.#kept.change((comparison) => edit.withParameters(comparison, pane, change));
  }

  setModel(pane: string, id: string): void {
    const name = this.#services.models.find((offer) => offer.id === id)?.name;
    this.#kept.change((comparison) => edit.withModel(comparison, pane, { id, ...(name ? { name } : {}) }));
  }

  /** Links or unlinks; what is linked becomes as it is in `from`. Returns the way back. */
  link(what: keyof Comparison['linked'], linked: boolean, from: string): () => void {
    const before = this.#kept.value;
    this.#kept.change((comparison) => edit.withLink(comparison, what, linked, from));
    return () => {
      if (!before) return;
      const panes = new Map(before.panes.map((variant) => [variant.id, variant]));
      this.#kept.change((comparison) => ({
        ...comparison,
        linked: before.linked,
        panes: comparison.panes.map((variant) => panes.get(variant.id) ?? variant),
      }));
    };
  }

  get canAdd(): boolean {
    return !this.#kept.readonly && this.#kept.value !== undefined && this.list.length < mostPanes;
  }

  get canRemove(): boolean {
    return !this.#kept.readonly && this.list.length > fewestPanes;
  }

  /** Returns the id of the new pane. */
  add(): string | undefined {
    return this.#addition(edit.withNewPane);
  }

  duplicate(pane: string): string | undefined {
    return this.#addition((comparison, id) => edit.withCopy(comparison, pane, id));
  }

  move(pane: string, to: number): void {
    this.#kept.change((comparison) => edit.withMoved(comparison, pane, to));
  }

  /** Removes a pane; its outputs are kept until it is past undoing. Returns the way back. */
  remove(pane: string): (() => void) | undefined {
    const at = this.list.findIndex(({ id }) => id === pane);
    const variant = this.list[at];
    if (!variant || !this.canRemove) return undefined;
    const removed = { variant, at };
    this.#removed.push(removed);
    this.#kept.change((comparison) => edit.withoutPane(comparison, pane));
    return () => {
      if (!this.#removed.includes(removed) || !this.canAdd) return;
      this.#removed = this.#removed.filter((other) => other !== removed);
      this.#kept.change((comparison) => edit.withRestored(comparison, variant, at));
    };
  }

  /** Ids of those that were removed and not put back. */
  get removed(): readonly string[] {
    return this.#removed.map(({ variant }) => variant.id);
  }

  #addition(change: (comparison: Comparison, id: string) => Comparison): string | undefined {
    if (!this.canAdd) return undefined;
    const id = this.#services.newId();
    this.#kept.change((comparison) => change(comparison, id));
    return id;
  }
}
