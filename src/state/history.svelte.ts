import type { Attempt } from '#core/attempts/attempt.ts';
import type { AttemptStore, StoreError } from '#core/attempts/attempt-store.ts';
import { untrack } from 'svelte';
import { Live } from './live.svelte.ts';
import type { StorageHealth } from './storage.svelte.ts';

interface HistoryServices {
  attempts: Pick<AttemptStore, 'watchList' | 'delete' | 'undelete'>;
  storage: StorageHealth;
  now: () => number;
}

/** Attempts that one press on "more" brings. */
const step = 50;

/** All attempts, newest first, some at a time. */
export class History {
  #services: HistoryServices;
  #limit = $state(step);
  #shown: readonly Attempt[] = [];
  /** One more than is shown is asked for, to know whether there are older ones. */
  #live = $derived.by(() => {
    const limit = this.#limit;
    return untrack(() => new Live(this.#services.attempts.watchList({ limit: limit + 1 }), [...this.#shown]));
  });

  constructor(services: HistoryServices) {
    this.#services = services;
  }

  get status(): 'loading' | 'ready' | 'failed' {
    const { status } = this.#live;
    return status === 'loading' && this.#shown.length > 0 ? 'ready' : status;
  }

  get attempts(): readonly Attempt[] {
    return this.#live.value.slice(0, this.#limit);
  }

  get error(): StoreError | undefined {
    return this.#services.storage.error ?? this.#live.error;
  }

  /** Rows that were left out because they are damaged. */
  get damaged(): number {
    return this.#services.storage.damaged;
  }

  /** There are older ones. */
  get more(): boolean {
    return this.#live.value.length > this.#limit;
  }

  showMore(): void {
    this.#shown = this.#live.value; // stays in view until the longer list arrives
    this.#limit += step;
  }

  delete(id: string): Promise<void> {
    return this.#services.attempts.delete(id, this.#services.now());
  }

  undelete(id: string): Promise<void> {
    return this.#services.attempts.undelete(id);
  }
}
