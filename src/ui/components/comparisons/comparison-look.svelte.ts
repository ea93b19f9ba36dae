import type { OutputMode } from './OutputView.svelte';
import { ScrollTogether } from './scroll-together.svelte.ts';

/** What differences are shown against: none, one pane, or for each pane the one before it. */
export type Against = 'none' | 'previous' | { pane: string };

/** A pane as far as looking at it goes. */
export interface LookedAt {
  id: string;
  letter: string;
  text: string;
}

/** How the outputs of a comparison are looked at: in which form, against which other, and whether they scroll together. */
export class ComparisonLook {
  /** `notes`: as it was graded, with notes in its margin. */
  mode = $state<OutputMode | 'notes'>('notes');
  against = $state<Against>('none');
  readonly scroll = new ScrollTogether();

  /** What the output of a pane is set against; `undefined` when it stands alone. Panes in their order. */
  baseOf(pane: string, panes: readonly LookedAt[]): LookedAt | undefined {
    const { against } = this;
    if (against === 'none') return undefined;
    const at = panes.findIndex(({ id }) => id === pane);
    const base = against === 'previous' ? panes[at - 1] : panes.find(({ id }) => id === against.pane);
    return base?.id === pane ? undefined : base;
  }
}
