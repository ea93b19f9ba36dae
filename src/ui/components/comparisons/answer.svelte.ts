import type { Superseded } from '#core/comparisons/diff/differ.ts';

/** At least so much lies between two questions, in milliseconds: texts stream faster than differences are of use. */
const pauseInMs = 200;

/**
 * What a worker answers to a question that changes as texts stream: the newest answer there is, with the question it
 * belongs to. `question` is read as state; `undefined` asks nothing. To be made while a component is set up.
 */
export class Answer<Question, Value> {
  #current = $state.raw<{ question: Question; value: Value }>();
  #failed = $state(false);
  #retries = $state(0);

  constructor(question: () => Question | undefined, ask: (question: Question) => Promise<Value | Superseded>) {
    let askedAt = -Infinity;
    $effect(() => {
      void this.#retries;
      const asked = question();
      if (asked === undefined) return;
      const timer = setTimeout(
        () => {
          askedAt = performance.now();
          ask(asked).then(
            (value) => {
              if (value === 'superseded') return;
              this.#current = { question: asked, value };
              this.#failed = false;
            },
            () => (this.#failed = true),
          );
        },
        Math.max(0, askedAt + pauseInMs - performance.now()),
      );
      return () => clearTimeout(timer);
    });
  }

  /** The newest answer; it may be to a question that has changed since. */
  get current(): { question: Question; value: Value } | undefined {
    return this.#current;
  }

  /** The last question could not be answered. */
  get failed(): boolean {
    return this.#failed;
  }

  retry(): void {
    this.#failed = false;
    this.#retries++;
  }
}
