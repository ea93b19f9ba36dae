import type { CatalogueEntry } from '#core/exercises/exercise.ts';
import { catalogueItems } from '#core/exercises/browse.ts';
import { library } from '#services/exercises/library.ts';

export class StandIn {
  #entries = $state.raw<CatalogueEntry[]>([]);
  #status = $state<'loading' | 'ready' | 'failed'>('loading');
  #items = $derived(catalogueItems(this.#entries, []));
  constructor() {
    library.catalogue().then(
      (entries) => ((this.#entries = entries), (this.#status = 'ready')),
      () => (this.#status = 'failed'),
    );
  }
  get items() { return this.#items; }
  get status() { return this.#status; }
  get error() { return undefined; }
  get last() { return undefined; }
}
