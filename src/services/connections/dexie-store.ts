import type { Connection } from '#core/models/connection.ts';
import { readConnection } from '#core/models/connection-schema.ts';
import type { ConnectionStore } from '#core/models/connection-store.ts';
import type { GuardedDatabase } from '../storage/guarded-database.ts';
import { nextPlace, reordered } from './rows.ts';

/** The connections of this device, in IndexedDB. Keys are never in their rows. */
export class DexieConnectionStore implements ConnectionStore {
  #guarded: GuardedDatabase;

  constructor(guarded: GuardedDatabase) {
    this.#guarded = guarded;
  }

  all(): Promise<Connection[]> {
    return this.#guarded.do(async ({ connections }) => {
      const rows = await connections.orderBy('place').toArray();
      return rows.flatMap(({ connection }) => readConnection(connection) ?? []);
    });
  }

  put(connection: Connection): Promise<void> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.connections, async () => {
        const rows = await database.connections.toArray();
        const place = rows.find(({ id }) => id === connection.id)?.place ?? nextPlace(rows);
        await database.connections.put({ id: connection.id, place, connection });
      }),
    );
  }

  remove(id: string): Promise<void> {
    return this.#guarded.do(({ connections }) => connections.delete(id));
  }

  order(ids: readonly string[]): Promise<void> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.connections, async () => {
        await database.connections.bulkPut(reordered(await database.connections.toArray(), ids));
      }),
    );
  }

  watch(changed: () => void): () => void {
    let first = true;
    return this.#guarded.watch(({ connections }) => connections.toArray())(
      () => {
        if (!first) changed();
        first = false;
      },
      () => {},
    );
  }
}
