import { SvelteMap } from 'svelte/reactivity';
import type { Comparison } from '#core/comparisons/comparison.ts';
import { letterOf } from '#core/comparisons/variants.ts';
import type { ComparisonDesk } from '#state/comparison.svelte.ts';
import type { LiveOutput } from '#state/live-output.svelte.ts';
import { ScrollTogether } from '#ui/components/comparisons/scroll-together.svelte.ts';

/** How answers are shown: with the margin notes of their checks, or in a form of their text. */
export type Look = 'notes' | 'rendered' | 'raw' | 'json';

/** What each pane is set against: nothing, the pane before it, or one pane for all. */
export type Against = 'nothing' | 'previous' | `pane:${string}`;

/** What the page looks at: which pane is widened, which sample of each is shown, whether prompts are folded. */
export class CompareView {
  /** Keeps the answers at the same place of what they say. */
  readonly scroll = new ScrollTogether();
  #desk: ComparisonDesk;
  #samples = new SvelteMap<string, number>();
  #widened = $state<string>();
  #dragged = $state<string>();
  #look = $state<Look>();
  #against = $state<Against>('nothing');
  promptsOpen = $state(true);
  promptDifferences = $state(true);
  /** On a narrow page the links and the ways of looking are folded away. */
  setUpOpen = $state(false);
  dataOpen = $state(false);
  which = $state<'case' | 'all'>('case');

  constructor(desk: ComparisonDesk) {
    this.#desk = desk;
  }

  get comparison(): Comparison {
    return this.#desk.comparison!; // the page shows the desk once it is there
  }

  get panes(): Comparison['panes'] {
    return this.comparison.panes;
  }

  /** The letter by which a pane is called: its place, so that A is always on the left. */
  letter(pane: string): string {
    return letterOf(
      Math.max(
        0,
        this.panes.findIndex(({ id }) => id === pane),
      ),
    );
  }

  /** The pane that is widened, while there is one. */
  get widened(): string | undefined {
    return this.panes.some(({ id }) => id === this.#widened) ? this.#widened : undefined;
  }
  set widened(pane: string | undefined) {
    this.#widened = pane;
  }

  /** The pane that is being dragged. */
  get dragged(): string | undefined {
    return this.#dragged;
  }
  set dragged(pane: string | undefined) {
    this.#dragged = pane;
  }

  /** The sample of a pane that is shown: the chosen one, else the first. */
  shown(pane: string): LiveOutput | undefined {
    const outputs = this.#desk.outputs(pane);
    return outputs[Math.min(this.#samples.get(pane) ?? 0, outputs.length - 1)];
  }

  get look(): Look {
    return this.#look ?? (this.#desk.bundle ? 'notes' : 'rendered');
  }
  set look(look: Look) {
    this.#look = look;
  }

  get against(): Against {
    const against = this.#against;
    const gone = against.startsWith('pane:') && !this.panes.some(({ id }) => `pane:${id}` === against);
    return gone ? 'nothing' : against;
  }
  set against(against: Against) {
    this.#against = against;
  }

  /** The pane that a pane is set against. */
  baseOf(pane: string): Comparison['panes'][number] | undefined {
    const { against, panes } = this;
    if (against === 'nothing') return undefined;
    const at = panes.findIndex(({ id }) => id === pane);
    const base = against === 'previous' ? panes[at - 1] : panes.find(({ id }) => `pane:${id}` === against);
    return base?.id === pane ? undefined : base;
  }

  choose(pane: string, index: number): void {
    this.#samples.set(pane, index);
  }
}
