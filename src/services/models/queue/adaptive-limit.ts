/**
 * How many calls at once a server lets through, learnt from its refusals: a fifth less for each spell of them, slowly
 * up again while it answers. It begins low, doubles with every full round of answers until the first refusal, and
 * then feels its way by one.
 */
export class AdaptiveLimit {
  readonly #most: number;
  #limit: number;
  #answered = 0;
  #refusedOnce = false;
  #cutAt = -Infinity;

  constructor(most: number, first = 16) {
    this.#most = Math.max(1, Math.floor(most));
    this.#limit = Math.min(this.#most, first);
  }

  get value(): number {
    return Math.max(1, Math.floor(this.#limit));
  }

  /** A call was answered. */
  answered(): void {
    this.#answered += 1;
    if (this.#answered < this.value) return;
    this.#answered = 0;
    this.#limit = Math.min(this.#most, this.#refusedOnce ? this.#limit + 1 : this.#limit * 2);
  }

  /** A call was refused as one too many. Calls that left before the last cut tell nothing new. */
  refused(sentAt: number, now: number): void {
    if (sentAt <= this.#cutAt) return;
    this.#cutAt = now;
    this.#answered = 0;
    this.#refusedOnce = true;
    this.#limit = Math.max(1, this.#limit * 0.8);
  }
}
