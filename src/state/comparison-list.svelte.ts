import type { StoreError } from '#core/attempts/attempt-store.ts';
import type { Comparison, Matrix } from '#core/comparisons/comparison.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import { Live } from './live.svelte.ts';

interface Services {
  comparisons: Pick<ComparisonStore, 'watchList' | 'watchMatrices' | 'delete' | 'undelete'>;
  now: () => number;
}

/** More than anybody keeps; a list without end would be read whole for a search. */
const most = 1_000;

/** All stored comparisons and matrices, newest change first. */
export class ComparisonList {
  #services: Services;
  #comparisons: Live<Comparison[]>;
  #matrices: Live<Matrix[]>;
  #rows = $derived.by(() =>
    [...this.#comparisons.value, ...this.#matrices.value].sort((a, b) => b.updatedAt - a.updatedAt),
  );

  constructor(services: Services) {
    this.#services = services;
    this.#comparisons = new Live(services.comparisons.watchList({ limit: most }), []);
    this.#matrices = new Live(services.comparisons.watchMatrices({ limit: most }), []);
  }

  get status(): 'loading' | 'ready' | 'failed' {
    const both = [this.#comparisons.status, this.#matrices.status];
    return both.includes('failed') ? 'failed' : both.includes('loading') ? 'loading' : 'ready';
  }

  get rows(): readonly (Comparison | Matrix)[] {
    return this.#rows;
  }

  get error(): StoreError | undefined {
    return this.#comparisons.error ?? this.#matrices.error;
  }

  delete(id: string): Promise<void> {
    return this.#services.comparisons.delete(id, this.#services.now());
  }

  undelete(id: string): Promise<void> {
    return this.#services.comparisons.undelete(id);
  }
}
