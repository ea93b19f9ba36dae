import { createSubscriber } from 'svelte/reactivity';
import type { StoreError, Watch } from '#core/attempts/attempt-store.ts';

/**
 * Something stored, readable as state: subscribed to while anything on the page reads it. Dexie's live queries run again for
 * each subscriber; this is the one subscriber.
 */
export class Live<T> {
  #status = $state.raw<'loading' | 'ready' | 'failed'>('loading');
  #value: T;
  #error = $state.raw<StoreError>();
  #subscribe: () => void;

  constructor(watch: Watch<T>, initial: T) {
    this.#value = $state.raw(initial);
    this.#subscribe = createSubscriber(() =>
      watch(
        (value) => {
          this.#value = value;
          this.#status = 'ready';
          this.#error = undefined;
        },
        (error) => {
          this.#error = error;
          this.#status = 'failed';
        },
      ),
    );
  }

  get status(): 'loading' | 'ready' | 'failed' {
    this.#subscribe();
    return this.#status;
  }

  get value(): T {
    this.#subscribe();
    return this.#value;
  }

  get error(): StoreError | undefined {
    this.#subscribe();
    return this.#error;
  }
}
