import type { Connection } from '#core/models/connection.ts';
import { readModelId } from '#core/models/connection.ts';
import type { ConnectionStore } from '#core/models/connection-store.ts';
import { offersOf, type ModelOffer } from '#core/models/model-offer.ts';
import type { ModelPick } from '#core/settings/settings.ts';
import { simulatedSizes } from '#core/simulator/completion.ts';

/** Where the choice of a model is remembered. */
interface ModelMemory {
  readonly model: ModelPick | undefined;
  chooseModel(model: ModelPick | undefined): void;
}

/** What runs unless the person chooses otherwise. */
const usualModel = 'simulated-medium';

const simulated: readonly ModelOffer[] = simulatedSizes.map((size) => ({ id: `simulated-${size}`, simulated: true }));

/** The models that can be chosen, and the one that is: the simulated ones first, then those behind connections. */
export class Models {
  #memory: ModelMemory;
  #connections = $state.raw<readonly Connection[]>([]);
  #status = $state<'loading' | 'ready'>('loading');
  #agreed = $state.raw<readonly string[]>([]);
  /** Kept by hand: a derivation would end with the page that happened to ask first. */
  #offers: { of: readonly Connection[]; are: readonly ModelOffer[] } = { of: [], are: simulated };

  constructor({ connections, memory }: { connections: Pick<ConnectionStore, 'all' | 'watch'>; memory: ModelMemory }) {
    this.#memory = memory;
    // For as long as the app lives, whoever reads: what may leave the page is decided by it.
    const ask = () =>
      void connections.all().then(
        (all) => {
          this.#connections = all;
          this.#status = 'ready';
        },
        () => (this.#status = 'ready'), // no storage, no connections: each page says what is wrong with storage
      );
    ask();
    connections.watch(ask);
  }

  get connections(): readonly Connection[] {
    return this.#connections;
  }

  get offers(): readonly ModelOffer[] {
    const { connections } = this;
    if (this.#offers.of !== connections) {
      this.#offers = { of: connections, are: [...simulated, ...connections.flatMap(offersOf)] };
    }
    return this.#offers.are;
  }

  /** The one chosen last, as it was then: it may be gone by now. */
  get chosen(): ModelPick {
    return this.#memory.model ?? { id: usualModel };
  }

  choose(id: string): void {
    const offer = this.offer(id);
    if (offer) this.#memory.chooseModel(pickOf(offer));
  }

  offer(id: string): ModelOffer | undefined {
    return this.offers.find((one) => one.id === id);
  }

  /** Its connection, or its place in the connection, was removed. */
  isGone(id: string): boolean {
    return this.#status === 'ready' && this.offer(id) === undefined;
  }

  /** Those of the models that lead out of the page and that nobody has agreed to since it was opened. */
  unagreed(ids: readonly string[]): ModelOffer[] {
    const strange = ids.filter(
      (id, at) => ids.indexOf(id) === at && readModelId(id) && !this.#agreed.includes(connectionOf(id)),
    );
    return strange.flatMap((id) => {
      const offer = this.offer(id);
      if (offer) return offer.host === undefined ? [] : [offer];
      // Removed, nothing is asked of it any more; not read yet, it is asked about with what is remembered of it.
      if (this.#status === 'ready') return [];
      return [{ ...(this.chosen.id === id ? this.chosen : { id }), simulated: false }];
    });
  }

  /** What these models are asked may leave the page, until it is closed. */
  agree(ids: readonly string[]): void {
    this.#agreed = [...this.#agreed, ...ids.map(connectionOf)];
  }
}

function pickOf({ id, name, host }: ModelOffer): ModelPick {
  return { id, ...(name ? { name } : {}), ...(host === undefined ? {} : { host }) };
}

function connectionOf(id: string): string {
  return readModelId(id)?.connection ?? id;
}
