import type { ModelChoice } from '#core/models/model-choice.ts';
import type { ComparisonOutput } from '#core/comparisons/comparison.ts';
import type { Opinion, OpinionGiver, OpinionQuestion } from '#core/grading/opinion.ts';
import type { ModelError } from '#core/models/model-error.ts';

interface Services {
  giver: () => Promise<OpinionGiver>;
  /** Keeps an opinion with the first answer. */
  keep: (first: ComparisonOutput, opinion: Opinion) => Promise<void>;
}

/** Asking a real model which of two answers is better; one pair at a time. */
export class PairOpinion {
  #services: Services;
  #asking = $state(false);
  #error = $state.raw<ModelError>();
  #stop: AbortController | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  get asking(): boolean {
    return this.#asking;
  }

  get error(): ModelError | undefined {
    return this.#error;
  }

  async ask(
    pair: { first: ComparisonOutput; second: ComparisonOutput },
    model: ModelChoice,
    question: OpinionQuestion & { kind: 'pair' },
  ): Promise<void> {
    this.#asking = true;
    this.#error = undefined;
    this.#stop = new AbortController();
    const { variant, at } = pair.second;
    try {
      const report = await (await this.#services.giver()).ask(model, question, this.#stop.signal);
      if (report.ok) await this.#services.keep(pair.first, { ...report.opinion, against: { variant, at } });
      else this.#error = report.error;
    } catch {
      this.#error = { kind: 'internal', retryable: true }; // its code did not arrive
    } finally {
      this.#asking = false;
    }
  }

  stop(): void {
    this.#stop?.abort();
  }
}

/** Opinions on two answers as they stand; those on an earlier answer of the second are left out. */
export function opinionsOn(first: ComparisonOutput, second: ComparisonOutput): Opinion[] {
  return (first.opinions ?? []).filter(
    ({ kind, against }) => kind === 'pair' && against?.variant === second.variant && against.at === second.at,
  );
}
