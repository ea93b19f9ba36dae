import type { Watch } from '#core/attempts/attempt-store.ts';

/** Tells those who watch a store in memory of its changes, as the database's live queries do. */
export class Watchers {
  #asking = new Set<() => void>();

  changed(): void {
    for (const ask of this.#asking) ask();
  }

  watch<T>(query: () => Promise<T>): Watch<T> {
    return (next) => {
      let latest = 0;
      const ask = () => {
        const asked = ++latest;
        void query().then((value) => {
          if (asked === latest && this.#asking.has(ask)) next(value);
        });
      };
      this.#asking.add(ask);
      ask();
      return () => this.#asking.delete(ask);
    };
  }
}
