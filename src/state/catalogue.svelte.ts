import type { Attempt, ExerciseProgress } from '#core/attempts/attempt.ts';
import type { AttemptStore, StoreError } from '#core/attempts/attempt-store.ts';
import { catalogueItems, type CatalogueItem } from '#core/exercises/browse.ts';
import type { CatalogueEntry } from '#core/exercises/exercise.ts';
import { Live } from './live.svelte.ts';
import type { StorageHealth } from './storage.svelte.ts';

interface CatalogueServices {
  library: { catalogue(): Promise<CatalogueEntry[]> };
  attempts: Pick<AttemptStore, 'watchProgress' | 'watchList'>;
  storage: StorageHealth;
}

/** The exercises and where the learner stands with each. Narrowing it down is core's (`browse.ts`). */
export class Catalogue {
  #entries = $state.raw<CatalogueEntry[]>([]);
  #status = $state<'loading' | 'ready' | 'failed'>('loading');
  #progress: Live<ExerciseProgress[]>;
  #newest: Live<Attempt[]>;
  #storage: StorageHealth;
  #items = $derived.by(() => catalogueItems(this.#entries, this.#progress.value));

  constructor({ library, attempts, storage }: CatalogueServices) {
    this.#progress = new Live(attempts.watchProgress(), []);
    this.#newest = new Live(attempts.watchList({ limit: 1 }), []);
    this.#storage = storage;
    library.catalogue().then(
      (entries) => {
        this.#entries = entries;
        this.#status = 'ready';
      },
      () => (this.#status = 'failed'),
    );
  }

  get status(): 'loading' | 'ready' | 'failed' {
    return this.#status;
  }

  get items(): readonly CatalogueItem[] {
    return this.#items;
  }

  /** Why progress is not known; the exercises are there all the same. */
  get error(): StoreError | undefined {
    return this.#storage.error ?? this.#progress.error;
  }

  /** The newest attempt at any exercise: where the learner stopped. */
  get last(): Attempt | undefined {
    return this.#newest.value[0];
  }
}
