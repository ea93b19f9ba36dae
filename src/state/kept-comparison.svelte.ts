import { laterThan } from '#core/attempts/later.ts';
import type { Comparison } from '#core/comparisons/comparison.ts';
import type { ComparisonKeeper } from '#core/comparisons/comparison-keeper.ts';

interface Services {
  keeper: Pick<ComparisonKeeper, 'keep'>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** A comparison as it stands on the desk; every change of it is kept within a second. */
export class KeptComparison {
  /** It is not stored here: it can be looked at and not changed. */
  readonly readonly: boolean;
  #services: Services;
  #value = $state.raw<Comparison>();
  #saving = $state<'saved' | 'saving' | 'failed'>('saved');

  constructor(services: Services, readonly: boolean) {
    this.#services = services;
    this.readonly = readonly;
  }

  /** There once it was opened. */
  get value(): Comparison | undefined {
    return this.#value;
  }

  get saving(): 'saved' | 'saving' | 'failed' {
    return this.#saving;
  }

  open(comparison: Comparison): void {
    this.#value = comparison;
  }

  change(change: (comparison: Comparison) => Comparison): void {
    if (!this.#value || this.readonly) return;
    const changed = change(this.#value);
    if (changed === this.#value) return;
    const comparison = { ...changed, updatedAt: laterThan(this.#value.updatedAt, this.#services.now()) };
    this.#value = comparison;
    this.#saving = 'saving';
    this.#services.keeper.keep(comparison, (outcome) => {
      if (this.#value === comparison) this.#saving = outcome; // else newer changes are on their way
    });
  }
}
