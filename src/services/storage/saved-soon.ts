/** Time from the first key to the first save: someone who types without a pause is saved as often. */
const saveAfterMs = 300;

interface Waiting<Row> {
  row: Row;
  settled: (outcome: 'saved' | 'failed') => void;
}

/** What is saved, and where. */
interface Place<Row> {
  /** Of the keys in `localStorage`. */
  prefix: string;
  idOf: (row: Row) => string;
  /** Reads a copy; `undefined` where it is none. */
  parse: (copy: unknown) => Row | undefined;
  save: (row: Row) => Promise<void>;
  storage: () => Storage;
  /** False when the database forgets with the page: then the copy in `localStorage` is the only one, and stays. */
  durable: () => boolean;
}

/**
 * Changes go to the database, and first, at once, to `localStorage`: a write to the database that begins while the page
 * dies may be cut off. The copy goes when the database has the change.
 */
export class SavedSoon<Row extends { updatedAt: number }> {
  #place: Place<Row>;
  #waiting = new Map<string, Waiting<Row>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(place: Place<Row>) {
    this.#place = place;
  }

  /** What the database may not have: what waits to be saved, or a copy that was left behind. */
  unsaved(id: string): Row | undefined {
    return this.#waiting.get(id)?.row ?? this.#copy(id);
  }

  /** Saves soon; `settled` says how it went. Later calls replace earlier ones that have not been saved yet. */
  keep(row: Row, settled: (outcome: 'saved' | 'failed') => void): void {
    this.#waiting.set(this.#place.idOf(row), { row, settled });
    this.#timer ??= setTimeout(() => void this.flush(), saveAfterMs);
  }

  /** Saves what is waiting, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    await Promise.all(waiting.map((one) => this.#save(one)));
  }

  async #save({ row, settled }: Waiting<Row>): Promise<void> {
    const copied = this.#writeCopy(row);
    try {
      await this.#place.save(row);
      const durable = this.#place.durable(); // known once the database was asked
      if (durable) this.#removeCopy(row);
      settled(durable || copied ? 'saved' : 'failed');
    } catch {
      settled(copied ? 'saved' : 'failed');
    }
  }

  #key(id: string): string {
    return this.#place.prefix + id;
  }

  #copy(id: string): Row | undefined {
    try {
      const copy = this.#place.parse(JSON.parse(this.#place.storage().getItem(this.#key(id)) ?? 'null'));
      return copy && this.#place.idOf(copy) === id ? copy : undefined;
    } catch {
      return undefined;
    }
  }

  #writeCopy(row: Row): boolean {
    try {
      this.#place.storage().setItem(this.#key(this.#place.idOf(row)), JSON.stringify(row));
      return true;
    } catch {
      return false; // blocked, or too long for it: the database alone then
    }
  }

  #removeCopy(row: Row): void {
    const id = this.#place.idOf(row);
    if ((this.#copy(id)?.updatedAt ?? Infinity) > row.updatedAt) return; // newer changes were made meanwhile
    try {
      this.#place.storage().removeItem(this.#key(id));
    } catch {
      // nothing was there
    }
  }
}
