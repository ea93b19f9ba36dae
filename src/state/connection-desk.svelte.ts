import { createSubscriber, SvelteMap } from 'svelte/reactivity';
import type { StoreFailure } from '#core/attempts/attempt-store.ts';
import type { Connection } from '#core/models/connection.ts';
import type { ProbeReport } from '#core/models/connector.ts';
import type { VaultFailure, VaultState } from '#core/models/key-vault.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { Guarded } from './guarded.svelte.ts';
import type { ModelRoom } from './model-room.ts';

/** A connection being tried, and what came of it. */
type Trial = { status: 'running' } | { status: 'done'; report: ProbeReport };

/** Setting up connections and their keys. Made by the page, and disposed with it. */
export class ConnectionDesk {
  readonly room: ModelRoom;
  #trials = new SvelteMap<string, Trial>();
  #guarded = new Guarded();
  #subscribe: () => void;
  #leaving = new AbortController();

  constructor(room: ModelRoom) {
    this.room = room;
    this.#subscribe = createSubscriber((changed) => room.vault.watch(changed));
  }

  // -- connections -------------------------------------------------------------------------------------------------

  /** Adds a connection, or saves its changes. */
  save(connection: Connection): Promise<boolean> {
    this.#trials.delete(connection.id);
    return this.#changed(() => this.room.connections.put($state.snapshot(connection) as Connection));
  }

  /** Moves one up or down among the others, in the order they stand in now. */
  move(connections: readonly Connection[], id: string, by: 1 | -1): Promise<boolean> {
    const ids = connections.map((one) => one.id);
    const from = ids.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= ids.length) return Promise.resolve(false);
    ids.splice(to, 0, ...ids.splice(from, 1));
    return this.#changed(() => this.room.connections.order(ids));
  }

  /** Removes it with its key. What it returns brings both back. */
  async remove(connections: readonly Connection[], id: string): Promise<(() => Promise<boolean>) | undefined> {
    const removed = connections.find((one) => one.id === id);
    const order = connections.map((one) => one.id);
    if (!removed || !(await this.#changed(() => this.room.connections.remove(id)))) return undefined;
    const remember = await this.room.vault.forget(id);
    return () =>
      this.#changed(async () => {
        await this.room.connections.put(removed);
        await this.room.connections.order(order);
        await remember();
      });
  }

  // -- trying ------------------------------------------------------------------------------------------------------

  trial(id: string): Trial | undefined {
    return this.#trials.get(id);
  }

  async test(connection: Connection): Promise<void> {
    this.#trials.set(connection.id, { status: 'running' });
    const report = await this.#asked<ProbeReport>(
      async (signal) => (await this.room.connectorOf(connection)).probe(connection, connection.model, signal),
      (error) => ({ ok: false, error }),
    );
    if (!this.#leaving.signal.aborted) this.#trials.set(connection.id, { status: 'done', report });
  }

  /** Names of the models behind it. */
  list(connection: Connection): Promise<{ models: string[] } | { error: ModelError }> {
    return this.#asked<{ models: string[] } | { error: ModelError }>(
      async (signal) => (await this.room.connectorOf(connection)).models(connection, signal),
      (error) => ({ error }),
    );
  }

  // -- keys --------------------------------------------------------------------------------------------------------

  get vault(): VaultState {
    this.#subscribe();
    return this.room.vault.state;
  }

  /** Where the key of a connection lies, if there is one. */
  keyOf(connection: string): { origin: string; kept: boolean; locked: boolean } | undefined {
    this.#subscribe();
    const { vault } = this.room;
    const there = vault.has(connection);
    return there && { ...there, locked: there.kept && vault.state === 'locked' };
  }

  hold(connection: string, origin: string, key: string): void {
    this.room.vault.hold(connection, origin, key);
  }

  forget(connection: string): Promise<() => Promise<void>> {
    return this.room.vault.forget(connection);
  }

  keep(passphrase: string): Promise<VaultFailure | undefined> {
    return this.room.vault.keep(passphrase);
  }

  unlock(passphrase: string): Promise<VaultFailure | undefined> {
    return this.room.vault.unlock(passphrase);
  }

  lock(): void {
    this.room.vault.lock();
  }

  // -- what went wrong ---------------------------------------------------------------------------------------------

  /** What storage could not do. */
  get problem(): StoreFailure | undefined {
    return this.#guarded.problem;
  }

  dispose(): void {
    this.#leaving.abort();
  }

  async #asked<T>(ask: (signal: AbortSignal) => Promise<T>, failed: (error: ModelError) => T): Promise<T> {
    try {
      return await ask(this.#leaving.signal);
    } catch {
      return failed({ kind: 'internal', retryable: true }); // the code for it did not arrive
    }
  }

  async #changed(work: () => Promise<void>): Promise<boolean> {
    const done = await this.#guarded.run(work);
    if (done) this.#guarded.dismiss();
    return done;
  }
}
