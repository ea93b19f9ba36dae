/**
 * Collects changes by key and hands them over together, at most once in `everyMs`: text streams faster than a page should
 * be drawn. Later changes of a key add to earlier ones. The first change after a pause is handed over without delay:
 * somebody waits for the first word.
 */
export class Repaint<Change extends object> {
  #paint: (changes: ReadonlyMap<string, Change>) => void;
  #everyMs: number;
  #waiting = new Map<string, Change>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(paint: (changes: ReadonlyMap<string, Change>) => void, everyMs: number) {
    this.#paint = paint;
    this.#everyMs = everyMs;
  }

  add(key: string, change: Change): void {
    this.#waiting.set(key, { ...this.#waiting.get(key), ...change });
    this.#timer ??= setTimeout(() => this.flush());
  }

  /** Hands over what is waiting, now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.size === 0) return;
    const changes = this.#waiting;
    this.#waiting = new Map();
    this.#timer = setTimeout(() => this.flush(), this.#everyMs);
    this.#paint(changes);
  }

  /** Forgets what is waiting. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = new Map();
  }
}
