/**
 * Ends a text where one of the given texts begins, for models that cannot do it themselves. What may be the beginning of
 * one is held back until it is known.
 */
export class StopTexts {
  readonly #stops: readonly string[];
  #held = '';

  constructor(stops: readonly string[] = []) {
    this.#stops = stops.filter((stop) => stop !== '');
  }

  /** What may be said now, and whether that was the end. */
  feed(text: string): { text: string; stopped: boolean } {
    const rest = this.#held + text;
    const ends = this.#stops.map((stop) => rest.indexOf(stop)).filter((at) => at >= 0);
    if (ends.length > 0) {
      this.#held = '';
      return { text: rest.slice(0, Math.min(...ends)), stopped: true };
    }
    const held = Math.max(0, ...this.#stops.map((stop) => overlap(rest, stop)));
    this.#held = rest.slice(rest.length - held);
    return { text: rest.slice(0, rest.length - held), stopped: false };
  }

  /** What was held back, now that nothing more comes. */
  end(): string {
    return this.#held;
  }
}

/** How many characters at the end of a text may be the beginning of the stop. */
function overlap(text: string, stop: string): number {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length--) {
    if (text.endsWith(stop.slice(0, length))) return length;
  }
  return 0;
}
