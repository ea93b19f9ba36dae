/** Turns what is called back into what can be awaited: pushed on one side, read in order on the other. */
export class StreamQueue<T> {
  #waiting: T[] = [];
  #wake: () => void = () => {};
  #ended = false;

  push(value: T): void {
    this.#waiting.push(value);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *read(): AsyncGenerator<T> {
    for (;;) {
      while (this.#waiting.length > 0) yield this.#waiting.shift()!;
      if (this.#ended) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
