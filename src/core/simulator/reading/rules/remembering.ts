import type { Parsed } from '#core/language/frame.ts';
import type { Found, Rule, Surroundings } from '../sentence.ts';

/** What a rule may look at around a sentence, as texts that can be held against each other. */
const views = {
  keys: ({ keys }) => (keys.length === 0 ? '' : JSON.stringify(keys)),
  line: ({ line }) => line,
  previous: ({ previous }) => previous?.text,
  next: ({ next }) => next?.text,
} satisfies Record<string, (around: Surroundings) => string | undefined>;

type View = keyof typeof views;

interface Memory {
  found: Found[];
  saw: readonly (readonly [View, string | undefined])[];
}

/** The same sentence stands in few different places. */
const mostMemories = 8;

/**
 * A rule that remembers: the same sentences come back with every case, seed and attempt. Asked again about one, it
 * finds what it found before if all that it looked at around the sentence is the same. Where it looked at more than
 * the texts beside it (what was found earlier in the prompt, which quoted texts are taken), it is asked anew.
 */
export function remembering(rule: Rule): Rule {
  const known = { data: new WeakMap<Parsed, Memory[]>(), own: new WeakMap<Parsed, Memory[]>() };
  return (sentence, around) => {
    const memories = known[sentence.source === 'data' ? 'data' : 'own'];
    const before = memories.get(sentence.parsed) ?? [];
    const same = before.find(({ saw }) => saw.every(([view, text]) => views[view](around) === text));
    if (same) return same.found;
    const watched = new Watched(around);
    const found = rule(sentence, watched);
    if (watched.sawMore) return found;
    const saw = [...watched.saw].map((view) => [view, views[view](around)] as const);
    memories.set(sentence.parsed, [{ found, saw }, ...before.slice(0, mostMemories - 1)]);
    return found;
  };
}

/** Notes what is looked at. */
class Watched implements Surroundings {
  readonly saw = new Set<View>();
  sawMore = false;
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get keys() {
    this.saw.add('keys');
    return this.#around.keys;
  }

  get line() {
    this.saw.add('line');
    return this.#around.line;
  }

  get previous() {
    this.saw.add('previous');
    return this.#around.previous;
  }

  get next() {
    this.saw.add('next');
    return this.#around.next;
  }

  get text() {
    this.sawMore = true;
    return this.#around.text;
  }

  get earlier() {
    this.sawMore = true;
    return this.#around.earlier;
  }

  get claimed() {
    this.sawMore = true;
    return this.#around.claimed;
  }
}
