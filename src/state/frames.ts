/**
 * Hands over, once a frame and together, what changed since the last: a page that draws six streaming texts has time for
 * nothing else. Of changes with one key only the newest is handed over. In a hidden page there are no frames; nothing is
 * drawn until it shows again, or `flush` is called.
 */
export class Frames<Key extends object, Change> {
  #paint: (key: Key, change: Change) => void;
  #waiting = new Map<Key, Change>();
  #asked: number | undefined;

  constructor(paint: (key: Key, change: Change) => void) {
    this.#paint = paint;
  }

  add(key: Key, change: Change): void {
    this.#waiting.set(key, change);
    this.#asked ??= requestAnimationFrame(() => this.flush());
  }

  /** Hands over what is waiting, now. */
  flush(): void {
    if (this.#asked !== undefined) cancelAnimationFrame(this.#asked);
    this.#asked = undefined;
    const changes = this.#waiting;
    this.#waiting = new Map();
    for (const [key, change] of changes) this.#paint(key, change);
  }

  /** Forgets what is waiting for one key. */
  forget(key: Key): void {
    this.#waiting.delete(key);
  }
}
