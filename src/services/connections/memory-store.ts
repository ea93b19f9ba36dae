import type { Connection } from '#core/models/connection.ts';
import type { ConnectionStore } from '#core/models/connection-store.ts';
import { nextPlace, reordered, type ConnectionRow } from './rows.ts';

/** The connections where the browser gives no database: they go with the page. Copied on their way in and out. */
export class MemoryConnectionStore implements ConnectionStore {
  #rows: ConnectionRow[] = [];
  #watching = new Set<() => void>();

  async all(): Promise<Connection[]> {
    const rows = [...this.#rows].sort((one, other) => one.place - other.place);
    return structuredClone(rows.map(({ connection }) => connection));
  }

  async put(connection: Connection): Promise<void> {
    const { id } = connection;
    const place = this.#rows.find((row) => row.id === id)?.place ?? nextPlace(this.#rows);
    this.#change([
      ...this.#rows.filter((row) => row.id !== id),
      { id, place, connection: structuredClone(connection) },
    ]);
  }

  async remove(id: string): Promise<void> {
    this.#change(this.#rows.filter((row) => row.id !== id));
  }

  async order(ids: readonly string[]): Promise<void> {
    this.#change(reordered(this.#rows, ids));
  }

  watch(changed: () => void): () => void {
    const own = () => changed();
    this.#watching.add(own);
    return () => this.#watching.delete(own);
  }

  #change(rows: ConnectionRow[]): void {
    this.#rows = rows;
    for (const changed of this.#watching) changed();
  }
}
