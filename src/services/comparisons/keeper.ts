import * as v from 'valibot';
import type { Comparison, ComparisonOutput } from '#core/comparisons/comparison.ts';
import type { ComparisonKeeper } from '#core/comparisons/comparison-keeper.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import { ComparisonOutputSchema, ComparisonSchema } from '#core/comparisons/schema.ts';
import { SavedSoon } from '#services/storage/saved-soon.ts';

const leftPrefix = 'candor.arrived.';

interface Options {
  comparisons: Pick<ComparisonStore, 'get' | 'save'>;
  /** A function because even touching a blocked `localStorage` throws. */
  storage?: () => Storage;
}

/** Keeps comparisons in the store, and at once in `localStorage`. */
export class StoredComparisonKeeper implements ComparisonKeeper {
  #comparisons: Options['comparisons'];
  #storage: () => Storage;
  #saved: SavedSoon<Comparison>;

  constructor({ comparisons, storage = () => localStorage }: Options) {
    this.#comparisons = comparisons;
    this.#storage = storage;
    this.#saved = new SavedSoon({
      prefix: 'candor.comparison.',
      idOf: ({ id }) => id,
      parse: (copy) => {
        const parsed = v.safeParse(ComparisonSchema, copy);
        return parsed.success ? parsed.output : undefined;
      },
      save: (comparison) => comparisons.save(comparison),
      storage,
      durable: () => true,
    });
  }

  async restore(id: string): Promise<Comparison | undefined> {
    const copy = this.#saved.unsaved(id);
    const stored = await this.#comparisons.get(id);
    // Without a row it was deleted, or never got there before the page died; the copy tells which.
    if (!stored || stored.deletedAt !== undefined) return stored ? undefined : copy;
    return copy && copy.updatedAt >= stored.updatedAt ? copy : stored;
  }

  keep(comparison: Comparison, settled: (outcome: 'saved' | 'failed') => void): void {
    this.#saved.keep(comparison, settled);
  }

  flush(): Promise<void> {
    return this.#saved.flush();
  }

  leave(owner: string, arrived: readonly ComparisonOutput[]): void {
    if (arrived.length === 0) return;
    try {
      this.#storage().setItem(leftPrefix + owner, JSON.stringify(arrived));
    } catch {
      // blocked, or too long for it: what the database got in time is what there is
    }
  }

  takeLeft(owner: string): ComparisonOutput[] {
    try {
      const parsed = v.safeParse(
        v.array(ComparisonOutputSchema),
        JSON.parse(this.#storage().getItem(leftPrefix + owner) ?? '[]'),
      );
      this.#storage().removeItem(leftPrefix + owner);
      return parsed.success ? parsed.output.filter((output) => output.owner === owner) : [];
    } catch {
      return [];
    }
  }
}
