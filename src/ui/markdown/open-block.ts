import type { ReadBlock } from './block-reader.ts';
import { OpenCode } from './open-code.ts';
import { OpenTable } from './open-table.ts';
import { growText, isPlain, lastText } from './plain-growth.ts';
import { plainBeginning } from './plain-beginning.ts';
import { renderTokens } from './render-tokens.ts';

/** The open block is rendered again when it has grown by so many characters, or by half. */
const leastGrowth = 480;
/** Or when so much time has passed, in milliseconds, and so many times what the last rendering took. */
const longestWaitInMs = 600;
const restAfterWork = 24;

/**
 * The block at the end, which may still become something else. Plain words are added to its last text, lines to an open code
 * fence, rows to a long table; everything else is shown as it was typed until it pays to render the block again.
 */
export class OpenBlock {
  #host: HTMLElement;
  #nodes: ChildNode[] = [];
  /** What was rendered, and what has been added to the page since. */
  #rendered = '';
  #shown = '';
  /** What was added may mean something. */
  #dirty = false;
  #renderedAt = -Infinity;
  #costInMs = 0;
  #last: Text | undefined;
  #code: OpenCode | undefined;
  #table: OpenTable | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Takes the open text as it is now. True when it has to be read again before more can be shown. */
  grow(raw: string, now: number): boolean {
    if (this.#nodes.length === 0 || !raw.startsWith(this.#shown)) return raw !== '';
    if (this.#code?.grow(raw) || this.#table?.grow(raw)) {
      this.#shown = this.#rendered = raw;
      return false;
    }
    this.#code = undefined;
    this.#table = undefined;
    const added = raw.slice(this.#shown.length);
    if (added && this.#last && growText(this.#last, this.#shown, added)) {
      this.#shown = raw;
      this.#dirty ||= !isPlain(added);
    } else if (added) this.#dirty = true;
    return this.#dirty && this.#isDue(raw, now);
  }

  /** Something waits to be rendered. */
  get waiting(): boolean {
    return this.#dirty;
  }

  /** Shows what was read of it. */
  show({ raw, tokens }: ReadBlock, now: number): void {
    this.clear();
    if (raw === '') return;
    const startedAt = performance.now();
    const written = tokens.filter(({ type }) => type !== 'space');
    this.#code = written.length === 1 && written[0]?.type === 'code' ? OpenCode.begin(raw) : undefined;
    this.#nodes = this.#code ? [this.#code.element] : (plainBeginning(raw) ?? renderTokens(tokens, raw));
    // Something has to stand there, so that the next one knows that this was looked at.
    if (this.#nodes.length === 0) this.#nodes = [document.createTextNode('')];
    this.#host.append(...this.#nodes);
    if (!this.#code && written.length === 1) this.#table = OpenTable.begin(written, raw, this.#nodes);
    const end = this.#nodes.findLast((node) => node.textContent?.trim());
    this.#last = end instanceof Text ? end : end ? lastText(end) : undefined;
    this.#rendered = this.#shown = raw;
    this.#dirty = false;
    this.#renderedAt = now;
    this.#costInMs = performance.now() - startedAt;
  }

  /** Takes it out of the page; it has settled, or is read anew. */
  clear(): void {
    for (const node of this.#nodes) node.remove();
    this.#nodes = [];
    this.#rendered = this.#shown = '';
    this.#dirty = false;
    this.#last = undefined;
    this.#code = undefined;
    this.#table = undefined;
  }

  #isDue(raw: string, now: number): boolean {
    const grown = raw.length - this.#rendered.length;
    return (
      grown >= Math.max(leastGrowth, this.#rendered.length / 2) ||
      now - this.#renderedAt >= Math.max(longestWaitInMs, this.#costInMs * restAfterWork)
    );
  }
}
