import * as v from 'valibot';
import type { Comparison, ComparisonOutput } from '#core/comparisons/comparison.ts';
import type { ComparisonKeeper } from '#core/comparisons/comparison-keeper.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import { ComparisonOutputSchema, ComparisonSchema } from '#core/comparisons/schema.ts';

const prefix = 'candor.comparison.';
const leftPrefix = 'candor.arrived.';

/** Time from the first key to the first save: someone who types without a pause is saved as often. */
const saveAfterMs = 300;

interface Waiting {
  comparison: Comparison;
  settled: (outcome: 'saved' | 'failed') => void;
}

interface Options {
  comparisons: Pick<ComparisonStore, 'get' | 'save'>;
  /** A function because even touching a blocked `localStorage` throws. */
  storage?: () => Storage;
}

/**
 * Changes go to the database, and first, at once, to `localStorage`: a write to the database that begins while the page
 * dies may be cut off. The copy goes when the database has the change.
 */
export class StoredComparisonKeeper implements ComparisonKeeper {
  #comparisons: Options['comparisons'];
  #storage: () => Storage;
  #waiting = new Map<string, Waiting>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ comparisons, storage = () => localStorage }: Options) {
    this.#comparisons = comparisons;
    this.#storage = storage;
  }

  async restore(id: string): Promise<Comparison | undefined> {
    const copy = this.#waiting.get(id)?.comparison ?? this.#copy(id);
    const stored = await this.#comparisons.get(id);
    // Without a row it was deleted, or never got there before the page died; the copy tells which.
    if (!stored || stored.deletedAt !== undefined) return stored ? undefined : copy;
    return copy && copy.updatedAt >= stored.updatedAt ? copy : stored;
  }

  keep(comparison: Comparison, settled: (outcome: 'saved' | 'failed') => void): void {
    this.#waiting.set(comparison.id, { comparison, settled });
    this.#timer ??= setTimeout(() => void this.flush(), saveAfterMs);
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    await Promise.all(waiting.map((one) => this.#save(one)));
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

  async #save({ comparison, settled }: Waiting): Promise<void> {
    const copied = this.#writeCopy(comparison);
    try {
      await this.#comparisons.save(comparison);
      this.#removeCopy(comparison);
      settled('saved');
    } catch {
      settled(copied ? 'saved' : 'failed');
    }
  }

  #copy(id: string): Comparison | undefined {
    try {
      const parsed = v.safeParse(ComparisonSchema, JSON.parse(this.#storage().getItem(prefix + id) ?? 'null'));
      return parsed.success && parsed.output.id === id ? parsed.output : undefined;
    } catch {
      return undefined;
    }
  }

  #writeCopy(comparison: Comparison): boolean {
    try {
      this.#storage().setItem(prefix + comparison.id, JSON.stringify(comparison));
      return true;
    } catch {
      return false; // blocked, or too long for it: the database alone then
    }
  }

  #removeCopy({ id, updatedAt }: Comparison): void {
    if ((this.#copy(id)?.updatedAt ?? Infinity) > updatedAt) return; // newer changes were made meanwhile
    try {
      this.#storage().removeItem(prefix + id);
    } catch {
      // nothing was there
    }
  }
}
