import type { Attachment } from 'svelte/attachments';
import { SvelteMap } from 'svelte/reactivity';
import { matchingTop, rising, type Landmark, type PlacePair } from './scroll-map.ts';

/** For so long after a hand was on a pane, the movements of the others are not taken for somebody's. */
const handRestsInMs = 500;

/** Marks in one pane up to which each is looked at; the browser lays out all that it is asked about. */
const mostMarks = 300;

interface Pane {
  element: HTMLElement;
  length: () => number;
  /** Where the common scroll put it; an event from there is an echo. */
  expected: number | undefined;
}

/**
 * Keeps panes at the same place of what they say. The pane that somebody moves leads; the others follow at once, without a
 * motion of their own, and a hand on one of them makes it the leader. A pane follows by what lies in it with
 * `data-from` (where that begins in its text) and by the paragraphs that answer each other.
 */
export class ScrollTogether {
  on = $state(true);
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  #panes = new Map<string, Pane>();
  #pairs = new SvelteMap<string, readonly PlacePair[]>();
  #leader: string | undefined;
  #ledAt = -Infinity;
  #frame = 0;

  /** Which places of a pane's text belong to which of the common one; without, they are as far along as they are. */
  align(pane: string, pairs: readonly PlacePair[] | undefined): void {
    if (pairs) this.#pairs.set(pane, pairs);
    else this.#pairs.delete(pane);
  }

  /** For the element of a pane that scrolls. `length` is that of its text, in characters. */
  follow(id: string, length: () => number): Attachment<HTMLElement> {
    return (element) => {
      const pane: Pane = { element, length, expected: undefined };
      this.#panes.set(id, pane);
      const take = () => this.#take(id);
      const hear = () => this.#hear(id, pane);
      const signs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
      for (const sign of signs) element.addEventListener(sign, take, { passive: true });
      element.addEventListener('scroll', hear, { passive: true });
      return () => {
        for (const sign of signs) element.removeEventListener(sign, take);
        element.removeEventListener('scroll', hear);
        if (this.#panes.get(id) === pane) this.#panes.delete(id);
        if (this.#panes.size === 0) cancelAnimationFrame(this.#frame);
      };
    };
  }

  #take(id: string): void {
    this.#leader = id;
    this.#ledAt = performance.now();
  }

  #hear(id: string, pane: Pane): void {
    const echo = pane.expected !== undefined && Math.abs(pane.element.scrollTop - pane.expected) < 2;
    pane.expected = undefined;
    if (echo || !this.on) return;
    const now = performance.now();
    if (this.#leader !== id && now - this.#ledAt < handRestsInMs) return;
    this.#take(id);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#lead();
    });
  }

  #lead(): void {
    const leader = this.#leader === undefined ? undefined : this.#panes.get(this.#leader);
    if (!leader || !this.on) return;
    const { scrollTop } = leader.element;
    const most = leader.element.scrollHeight - leader.element.clientHeight;
    const from = this.#map(this.#leader!, leader);
    const moves: [Pane, number][] = [];
    for (const [id, pane] of this.#panes) {
      const { clientHeight, scrollHeight } = pane.element;
      if (pane === leader || clientHeight === 0 || scrollHeight <= clientHeight) continue;
      // Who is at an end is at the end of all.
      const end = scrollHeight - clientHeight;
      const top = scrollTop <= 1 ? 0 : scrollTop >= most - 1 ? end : matchingTop(scrollTop, from, this.#map(id, pane));
      moves.push([pane, Math.min(end, Math.max(0, top))]);
    }
    // Read first, then written, so that the browser lays out once.
    for (const [pane, top] of moves) {
      if (Math.abs(pane.element.scrollTop - top) < 1) continue;
      pane.element.scrollTo({ top, behavior: 'instant' });
      pane.expected = pane.element.scrollTop;
    }
  }

  #map(id: string, { element, length }: Pane): { landmarks: Landmark[]; pairs: readonly PlacePair[] } {
    const origin = element.getBoundingClientRect().top - element.scrollTop;
    const all = element.querySelectorAll<HTMLElement>('[data-from]');
    const fine = all.length <= mostMarks ? all : element.querySelectorAll<HTMLElement>('[data-block][data-from]');
    const marks = [...fine].map((mark) => ({
      at: Number(mark.dataset['from']),
      top: mark.getBoundingClientRect().top - origin,
    }));
    const end = { at: Math.max(1, length()), top: element.scrollHeight };
    return {
      landmarks: rising([{ at: 0, top: 0 }, ...marks.filter(({ at }) => at > 0), end]),
      pairs: this.#pairs.get(id) ?? [],
    };
  }
}
