/**
 * What the page's one live region says. A region of its own for every widget would talk over the others, and regions
 * added together with their text stay silent in most screen readers.
 */
class Announcer {
  #said = $state.raw({ text: '', turn: 0 });

  /** The sentence, with an invisible difference so that the same one is said again. */
  get text(): string {
    return this.#said.text + (this.#said.turn % 2 ? '\u00a0' : '');
  }

  /** Says a sentence once the reader is done with what it is saying. */
  say(text: string): void {
    this.#said = { text, turn: this.#said.turn + 1 };
  }
}

export const announcer = new Announcer();
