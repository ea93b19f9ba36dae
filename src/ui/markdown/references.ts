const label = /\[((?:\\[\s\S]|[^[\]\\])+)\]/g;

/** Which of what was written refers to which label of a link: the definition may come last. */
export class References<Item> {
  #byLabel = new Map<string, Set<Item>>();

  note(raw: string, item: Item): void {
    if (!raw.includes('[')) return;
    for (const [, name = ''] of raw.matchAll(label)) {
      const key = folded(name);
      const items = this.#byLabel.get(key);
      if (items) items.add(item);
      else this.#byLabel.set(key, new Set([item]));
    }
  }

  /** All that refer to one of the labels, each once. */
  to(labels: readonly string[]): Set<Item> {
    return new Set(labels.flatMap((name) => [...(this.#byLabel.get(folded(name)) ?? [])]));
  }

  forget(item: Item): void {
    for (const items of this.#byLabel.values()) items.delete(item);
  }
}

/** Labels are the same whatever their case and spacing. */
const folded = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
