import { SvelteMap } from 'svelte/reactivity';
import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { ModelChoice } from '#core/models/model-choice.ts';
import type { SampleView } from '#core/attempts/sample-view.ts';
import type { Opinion, OpinionGiver, OpinionQuestion } from '#core/grading/opinion.ts';
import type { ModelError } from '#core/models/model-error.ts';

/** Where the asking for an opinion on one answer stands. */
export type Asking = { status: 'asking' } | { status: 'failed'; error: ModelError } | { status: 'not-stored' };

interface Services {
  attempts: Pick<AttemptStore, 'outputs' | 'addOutputs'>;
  giver: () => Promise<OpinionGiver>;
}

/** Second opinions on the answers of attempts: asked for, shown, and kept beside the grade. */
export class Opinions {
  #services: Services;
  #asking = new SvelteMap<string, Asking>();
  /** Those given since the answer was read from the store. */
  #given = new SvelteMap<string, readonly Opinion[]>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody looks at it
  #stops = new Map<string, AbortController>();

  constructor(services: Services) {
    this.#services = services;
  }

  on(attempt: string, sample: SampleView): readonly Opinion[] {
    const stored = sample.opinions ?? [];
    return [
      ...stored,
      ...(this.#given.get(keyOf(attempt, sample)) ?? []).filter(({ at }) => !stored.some((one) => one.at === at)),
    ];
  }

  asking(attempt: string, sample: SampleView): Asking | undefined {
    return this.#asking.get(keyOf(attempt, sample));
  }

  async ask(attempt: string, sample: SampleView, model: ModelChoice, question: OpinionQuestion): Promise<void> {
    const key = keyOf(attempt, sample);
    const stop = new AbortController();
    this.#stops.set(key, stop);
    this.#asking.set(key, { status: 'asking' });
    try {
      const giver = await this.#services.giver();
      const report = await giver.ask(model, question, stop.signal);
      this.#asking.delete(key);
      if (!report.ok) {
        if (report.error) this.#asking.set(key, { status: 'failed', error: report.error });
        return;
      }
      this.#given.set(key, [...(this.#given.get(key) ?? []), report.opinion]);
      if (!(await this.#store(attempt, sample, report.opinion))) this.#asking.set(key, { status: 'not-stored' });
    } catch {
      // its code did not arrive
      this.#asking.set(key, { status: 'failed', error: { kind: 'internal', retryable: true } });
    } finally {
      this.#stops.delete(key);
    }
  }

  stop(attempt: string, sample: SampleView): void {
    this.#stops.get(keyOf(attempt, sample))?.abort();
  }

  /** Whoever leaves the page does not wait. */
  dispose(): void {
    for (const stop of this.#stops.values()) stop.abort();
  }

  async #store(attempt: string, { case: id, sample, pooled }: SampleView, opinion: Opinion): Promise<boolean> {
    try {
      const outputs = await this.#services.attempts.outputs(attempt);
      const output = outputs.find(
        (one) => one.case === id && one.sample === sample && (one.attempt !== attempt) === pooled,
      );
      if (!output) return false;
      await this.#services.attempts.addOutputs([{ ...output, opinions: [...(output.opinions ?? []), opinion] }]);
      return true;
    } catch {
      return false;
    }
  }
}

function keyOf(attempt: string, { case: id, sample, pooled }: SampleView): string {
  return `${attempt}/${id}/${sample}/${pooled}`;
}
