import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { Comparison, ComparisonOutput, Matrix, Vote } from '#core/comparisons/comparison.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { ExportSource } from '#core/comparisons/export/source.ts';
import {
  madeMine,
  mostLinkCharacters,
  openPayload,
  toPayload,
  toShared,
  type LinkPacker,
  type LinkProblem,
  type SharedComparison,
} from '#core/comparisons/share/shared.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';

interface SharingServices {
  attempts: Pick<AttemptStore, 'progress'>;
  comparisons: Pick<ComparisonStore, 'outputs' | 'watchVotes' | 'save' | 'addOutputs'>;
  library: { load(id: string): Promise<ExerciseBundle> };
  packer: LinkPacker;
  newId: () => string;
  now: () => number;
}

/** What goes out of Candor of a comparison, and what comes in through a link. */
export class Sharing {
  #services: SharingServices;

  constructor(services: SharingServices) {
    this.#services = services;
  }

  get now(): number {
    return this.#services.now();
  }

  /** What exports are made of; `given` is what the page holds already. Rejects with a `StoreError`. */
  async source(
    row: Comparison | Matrix,
    given: { outputs?: readonly ComparisonOutput[]; bundle?: ExerciseBundle } = {},
  ): Promise<ExportSource> {
    const { attempts, comparisons, library } = this.#services;
    const exercise = row.subject.kind === 'exercise' ? row.subject.exercise : undefined;
    const [outputs, bundle, progress, votes] = await Promise.all([
      given.outputs ?? comparisons.outputs(row.id),
      given.bundle ?? (exercise === undefined ? undefined : library.load(exercise).catch(() => undefined)),
      exercise === undefined ? undefined : attempts.progress(exercise),
      this.#votes(row.id),
    ]);
    return { row, outputs, votes, ...(bundle ? { bundle } : {}), heldOutOpen: heldOutIsOpen(progress) };
  }

  /** The end of a link's address, or `undefined` when it would be longer than an address can be. */
  async payload(
    comparison: Comparison,
    outputs: readonly ComparisonOutput[],
    heldOutOpen: boolean,
  ): Promise<string | undefined> {
    const payload = toPayload(await this.#services.packer.pack(toShared(comparison, outputs, heldOutOpen)));
    return payload.length > mostLinkCharacters ? undefined : payload;
  }

  open(payload: string): Promise<SharedComparison | { problem: LinkProblem }> {
    return openPayload(payload, this.#services.packer);
  }

  /** Stores a copy to go on with; resolves with its id. Rejects with a `StoreError`. */
  async makeMine(shared: SharedComparison): Promise<string> {
    const { comparisons, newId, now } = this.#services;
    const { comparison, outputs } = madeMine(shared, { now: now(), newId });
    await comparisons.addOutputs(outputs);
    await comparisons.save(comparison);
    return comparison.id;
  }

  #votes(id: string): Promise<Vote[]> {
    return new Promise((resolve, reject) => {
      // The first word may come before there is anything to stop.
      const stopSoon = () => queueMicrotask(() => stop());
      const stop = this.#services.comparisons.watchVotes()(
        (votes) => {
          resolve(votes.filter(({ comparison }) => comparison === id));
          stopSoon();
        },
        (error) => {
          reject(error);
          stopSoon();
        },
      );
    });
  }
}
