import type { StoreFailure } from '#core/attempts/attempt-store.ts';
import type { Comparison, Criterion, Verdict, Vote } from '#core/comparisons/comparison.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import { voteSide, type Ballot } from '#core/comparisons/votes/ballot.ts';
import { Guarded } from './guarded.svelte.ts';
import { Live } from './live.svelte.ts';

/** What voting needs of the floors below. */
export interface VoteServices {
  comparisons: Pick<ComparisonStore, 'addVote' | 'removeVote' | 'watchVotes'>;
  /** Milliseconds since the epoch. */
  now: () => number;
  newId: () => string;
}

/** All votes of the person. One that storage refuses still counts on this page, and is offered to it again. */
export class Votes {
  #services: VoteServices;
  #stored: Live<Vote[]>;
  /** Cast here, and not yet among the stored ones; in order. */
  #own = $state.raw<readonly Vote[]>([]);
  #removed = $state.raw<readonly string[]>([]);
  #guarded = new Guarded();
  #unsaved: readonly Vote[] = [];
  #all = $derived.by(() => {
    const stored = this.#stored.value;
    const own = this.#own.filter(({ id }) => !stored.some((vote) => vote.id === id));
    return [...stored, ...own].filter(({ id }) => !this.#removed.includes(id));
  });

  constructor(services: VoteServices) {
    this.#services = services;
    this.#stored = new Live(services.comparisons.watchVotes(), []);
  }

  /** `loading` until it is known what was voted before: a vote shown earlier could be one that was cast already. */
  get status(): 'loading' | 'ready' | 'failed' {
    return this.#stored.status;
  }

  /** Oldest first. */
  get all(): readonly Vote[] {
    return this.#all;
  }

  /** Why votes could not be stored or read; they count on this page all the same. */
  get problem(): StoreFailure | undefined {
    return this.#guarded.problem ?? this.#stored.error?.failure;
  }

  /** The vote that `undo` would take back. */
  last(comparison: string): Vote | undefined {
    return this.#all.findLast((vote) => vote.comparison === comparison);
  }

  async cast(
    comparison: Pick<Comparison, 'id' | 'panes'>,
    ballot: Ballot,
    verdict: Verdict,
    criteria: readonly Criterion[],
  ): Promise<void> {
    const left = voteSide(ballot.left, comparison.panes);
    const right = voteSide(ballot.right, comparison.panes);
    if (!left || !right) return;
    const vote: Vote = {
      id: this.#services.newId(),
      comparison: comparison.id,
      case: ballot.left.case,
      at: this.#services.now(),
      left,
      right,
      verdict,
      criteria: [...criteria],
    };
    this.#own = [...this.#own, vote];
    this.#unsaved = [...this.#unsaved, vote];
    await this.save();
  }

  /** Takes the last vote of a comparison back. */
  async undo(comparison: string): Promise<void> {
    const vote = this.last(comparison);
    if (!vote) return;
    this.#removed = [...this.#removed, vote.id];
    this.#unsaved = this.#unsaved.filter(({ id }) => id !== vote.id);
    await this.#tell(() => this.#services.comparisons.removeVote(vote.id));
  }

  /** Stores what could not be stored before. */
  save(): Promise<void> {
    return this.#tell(async () => {
      for (const vote of this.#unsaved) {
        await this.#services.comparisons.addVote(vote);
        this.#unsaved = this.#unsaved.filter(({ id }) => id !== vote.id);
      }
    });
  }

  async #tell(work: () => Promise<void>): Promise<void> {
    if (await this.#guarded.run(work)) this.#guarded.dismiss();
  }
}
