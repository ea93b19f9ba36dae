import type { GuardedDatabase } from '../storage/guarded-database.ts';
import { readEnvelope, type Envelope, type EnvelopeStore } from './envelope.ts';

/** The envelope in IndexedDB, in a table that no export reads. */
export class DexieEnvelopeStore implements EnvelopeStore {
  #guarded: GuardedDatabase;

  constructor(guarded: GuardedDatabase) {
    this.#guarded = guarded;
  }

  read(): Promise<Envelope | undefined> {
    return this.#guarded.do(async ({ vault }) => readEnvelope(await vault.get('keys')));
  }

  change(change: (present: Envelope | undefined) => Envelope | undefined): Promise<void> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.vault, async () => {
        const next = change(readEnvelope(await database.vault.get('keys')));
        if (next) await database.vault.put(next);
        else await database.vault.delete('keys');
      }),
    );
  }

  watch(changed: () => void): () => void {
    return this.#guarded.watch(({ vault }) => vault.get('keys'))(changed, () => {});
  }
}

/** The envelope where the browser gives no database: what is kept in it goes with the page. */
export class MemoryEnvelopeStore implements EnvelopeStore {
  #envelope: Envelope | undefined;
  #watching = new Set<() => void>();

  async read(): Promise<Envelope | undefined> {
    return structuredClone(this.#envelope);
  }

  async change(change: (present: Envelope | undefined) => Envelope | undefined): Promise<void> {
    this.#envelope = structuredClone(change(structuredClone(this.#envelope)));
    for (const changed of this.#watching) changed();
  }

  watch(changed: () => void): () => void {
    const own = () => changed();
    this.#watching.add(own);
    return () => this.#watching.delete(own);
  }
}
