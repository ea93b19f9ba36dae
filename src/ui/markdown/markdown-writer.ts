import { BlockReader, type ReadBlock, type Reading } from './block-reader.ts';
import { OpenBlock } from './open-block.ts';
import { References } from './references.ts';
import { renderTokens } from './render-tokens.ts';

/** A block that stands in the page as it will stay. */
interface Written {
  from: number;
  raw: string;
  nodes: ChildNode[];
}

/** Characters that are read in one go. */
const window = 16_000;
/** Characters at the end of what was there by which a text is known again. */
const endLookedAt = 200;
/** Milliseconds of writing after which the page gets its turn. */
const turnInMs = 8;

/**
 * Writes Markdown into the page while it arrives, so that all of it together costs a small multiple of rendering the whole
 * once: blocks that have settled are rendered and sanitised once and left alone. When the text is whole, the page holds
 * what rendering it at once would have made.
 */
export class MarkdownWriter {
  #host: HTMLElement;
  #open: OpenBlock;
  #reader = new BlockReader();
  #blocks: Written[] = [];
  #references = new References<Written>();
  #text = '';
  #whole = false;
  #verified = false;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#open = new OpenBlock(host);
  }

  /** Takes the text as it is now. It grows at its end; anything else is taken as a new one. */
  take(source: string, whole: boolean): void {
    const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
    if (text === this.#text && whole === this.#whole) return;
    if (!this.#goesOn(text) || (this.#whole && !whole)) this.#forget();
    this.#verified = false;
    this.#text = text;
    this.#whole = whole;
  }

  /** Writes for one turn, `now` in milliseconds. True when there is more to write, at once or in a while. */
  write(now: number): boolean {
    const startedAt = performance.now();
    while (this.#step(now)) if (performance.now() - startedAt >= turnInMs) return true;
    return this.#open.waiting;
  }

  /** Writes all there is. */
  finish(): void {
    while (this.#step(Infinity));
  }

  /** One step. True when the next one has something to do at once. */
  #step(now: number): boolean {
    const from = this.#reader.position;
    const left = this.#text.length - from;
    if (left === 0 && this.#whole) return this.#verify();
    if (!this.#whole && !this.#open.grow(this.#text.slice(from), now)) return false;
    for (let size = window; ; size *= 2) {
      const tail = this.#text.slice(from, from + size);
      const all = tail.length === left;
      const reading = this.#read(tail, all && this.#whole);
      this.#settle(reading);
      if (all && !this.#whole) this.#open.show(reading.open, now);
      if (all) return this.#whole;
      if (reading.settled.length > 0) return true; // else one block is longer than what was read
    }
  }

  #read(tail: string, whole: boolean): Reading {
    // Nothing but the whole of it has been read: there is nothing to compare it with.
    if (whole && this.#reader.position === 0) this.#verified = true;
    return this.#reader.read(tail, whole);
  }

  #settle({ settled, defined }: Reading): void {
    if (settled.length === 0) return;
    this.#open.clear();
    for (const block of this.#references.to(defined)) this.#render(block, this.#reader.readAgain(block.raw));
    for (const { from, raw, tokens } of settled) {
      const block: Written = { from, raw, nodes: [] };
      this.#blocks.push(block);
      this.#references.note(raw, block);
      this.#render(block, tokens);
    }
  }

  #render(block: Written, tokens: ReadBlock['tokens']): void {
    const nodes = renderTokens(tokens, block.raw);
    const first = nodes.find((node) => node.nodeType === Node.ELEMENT_NODE) as HTMLElement | undefined;
    if (first) first.dataset['from'] = String(block.from);
    const [old] = block.nodes;
    if (old) {
      old.before(...nodes);
      for (const node of block.nodes) node.remove();
    } else this.#host.append(...nodes);
    block.nodes = nodes;
  }

  /** Looks once whether what was read in pieces is what is read in one go. True when there is something to write again. */
  #verify(): boolean {
    if (this.#verified) return false;
    this.#verified = true;
    const same = this.#reader.verify(this.#text, this.#blocks);
    const wrong = this.#blocks.splice(same);
    if (wrong.length === 0) return false;
    for (const block of wrong) {
      this.#references.forget(block);
      for (const node of block.nodes) node.remove();
    }
    const reading = this.#reader.read(this.#text.slice(this.#reader.position), true);
    this.#settle(reading);
    for (const block of this.#blocks.slice(0, same)) {
      if (block.raw.includes('[')) this.#render(block, this.#reader.readAgain(block.raw));
    }
    return false;
  }

  /**
   * Whether a text begins as the one so far. Its end is looked at, because to compare all of it each time would cost the
   * square; once the text is whole, `#verify` sees whatever else has changed.
   */
  #goesOn(text: string): boolean {
    const length = this.#text.length;
    const start = Math.max(0, length - endLookedAt);
    return text.length >= length && text.slice(start, length) === this.#text.slice(start);
  }

  #forget(): void {
    this.#open.clear();
    this.#host.replaceChildren();
    this.#reader = new BlockReader();
    this.#blocks = [];
    this.#references = new References();
    this.#text = '';
    this.#whole = false;
  }
}
