import { announcer } from './announcer.svelte.ts';

/** A sentence at the foot of the page about what was just done, perhaps with a way back. */
interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
  /** Stays until it is answered or closed. */
  lasting: boolean;
}

const shownForInMs = 8000;

class Toasts {
  #toasts = $state.raw<Toast[]>([]);
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #next = 0;

  get all(): readonly Toast[] {
    return this.#toasts;
  }

  /** Shows a sentence; unless it is a lasting one it leaves by itself, but not while the pointer or focus rests on it. */
  show(text: string, action?: Toast['action'], { lasting = false } = {}): number {
    const id = this.#next++;
    // Two at most: what was done before that is past undoing from here.
    for (const old of this.#toasts.slice(0, -1)) this.#forget(old.id);
    this.#toasts = [...this.#toasts.slice(-1), { id, text, action, lasting }];
    this.release(id);
    announcer.say(action ? `${text} ${action.label}` : text);
    return id;
  }

  dismiss(id: number): void {
    this.#forget(id);
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
  }

  /** Keeps a toast while somebody is reading or aiming at it. */
  hold(id: number): void {
    this.#forget(id);
  }

  release(id: number): void {
    this.#forget(id);
    if (this.#toasts.some((toast) => toast.id === id && toast.lasting)) return;
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), shownForInMs),
    );
  }

  #forget(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}

export const toasts = new Toasts();
