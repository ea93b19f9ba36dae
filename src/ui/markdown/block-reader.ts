import { Lexer, type Links, type Token } from 'marked';
import { marked } from './marked.ts';

/** A stretch of Markdown that stands by itself: a paragraph, a list, a table, a fence, with the white space after it. */
export interface ReadBlock {
  /** Where it begins in the text. */
  from: number;
  raw: string;
  tokens: Token[];
}

/** What was read of a text. */
export interface Reading {
  /** Blocks that nothing which may follow can change. */
  settled: ReadBlock[];
  /** What is still being written; empty when there is nothing. */
  open: ReadBlock;
  /** Labels of links that the settled blocks define. */
  defined: string[];
}

const noLinks = (): Links => Object.create(null) as Links;

/**
 * Reads Markdown as it arrives. Only the last block can still become something else: a block has settled once another has
 * begun below it whose first line is whole (of a table: the first two). What is defined by links that come late has to be
 * rendered again by the caller.
 */
export class BlockReader {
  #links = noLinks();
  #position = 0;

  /** Where what has not settled begins. */
  get position(): number {
    return this.#position;
  }

  /** Goes on reading at `position`, of which `tail` is all that there is; `whole` when nothing will follow it. */
  read(tail: string, whole: boolean): Reading {
    try {
      return this.#read(tail, whole);
    } catch {
      // Nested beyond what the parser's stack holds: left as it was typed.
      const block: ReadBlock = { from: this.#position, raw: tail, tokens: [{ type: 'typed', raw: tail }] };
      this.#position += tail.length;
      return { settled: [block], open: { from: this.#position, raw: '', tokens: [] }, defined: [] };
    }
  }

  #read(tail: string, whole: boolean): Reading {
    const lexer = new Lexer(marked.defaults);
    // A copy: what an open block defines may change yet.
    lexer.tokens.links = Object.assign(noLinks(), this.#links);
    const tokens = lexer.blockTokens(tail, [] as Token[]);
    const cut = whole ? tokens.length : firstOpen(tokens, tail);
    const settled = blocksOf(tokens.slice(0, cut), this.#position);
    const defined = this.#define(tokens.slice(0, cut));
    for (const { src, tokens: inline } of lexer.inlineQueue.splice(0)) lexer.inlineTokens(src, inline);
    const rest = tokens.slice(cut);
    this.#position += settled.reduce((sum, { raw }) => sum + raw.length, 0);
    return { settled, open: { from: this.#position, raw: rawOf(rest), tokens: rest }, defined };
  }

  /** Tokens of a block that had settled, with all links that are known by now. */
  readAgain(raw: string): Token[] {
    const lexer = new Lexer(marked.defaults);
    lexer.tokens.links = Object.assign(noLinks(), this.#links);
    return lexer.lex(raw);
  }

  /**
   * Reads the whole text once more, without its inline marks, and goes back to the first block that is not the same.
   * Returns how many blocks stand. Few texts need it: a quotation mark that closes pages below its link definition.
   */
  verify(text: string, blocks: readonly { from: number; raw: string }[]): number {
    let anew: ReadBlock[];
    try {
      anew = blocksOf(new Lexer(marked.defaults).blockTokens(text, [] as Token[]), 0);
    } catch {
      return blocks.length;
    }
    let same = 0;
    while (same < blocks.length && blocks[same]?.raw === anew[same]?.raw) same++;
    if (same < blocks.length) {
      this.#position = blocks[same]?.from ?? 0;
      this.#links = noLinks();
      for (const block of anew.slice(0, same)) this.#define(block.tokens);
    }
    return same;
  }

  #define(tokens: readonly Token[]): string[] {
    const defined: string[] = [];
    for (const token of tokens) {
      if (token.type !== 'def') continue;
      const { tag, href, title } = token as { tag: string; href: string; title: string };
      if (Object.hasOwn(this.#links, tag)) continue; // the first definition holds
      this.#links[tag] = { href, title };
      defined.push(tag);
    }
    return defined;
  }
}

/** Index of the first token that may still change. */
function firstOpen(tokens: readonly Token[], tail: string): number {
  const last = tokens.findLastIndex(({ type }) => type !== 'space');
  if (last < 0) return 0;
  const start = rawOf(tokens.slice(0, last)).length;
  // Else the parser put something together that is not as it was written: better to wait.
  if (!tail.startsWith(tokens[last]!.raw, start)) return 0;
  const lineEnd = tail.indexOf('\n', start);
  const certain = tokens[last]!.type === 'table' ? lineEnd >= 0 && tail.indexOf('\n', lineEnd + 1) >= 0 : lineEnd >= 0;
  return certain
    ? last
    : Math.max(
        0,
        tokens.findLastIndex(({ type }, index) => index < last && type !== 'space'),
      );
}

/** Puts the white space after a block to it, and texts that follow each other together, as they are rendered. */
function blocksOf(tokens: readonly Token[], position: number): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let from = position;
  for (const token of tokens) {
    const previous = blocks.at(-1);
    const joins = token.type === 'space' || (token.type === 'text' && previous?.tokens.at(-1)?.type === 'text');
    if (previous && joins) {
      previous.tokens.push(token);
      previous.raw += token.raw;
    } else blocks.push({ from, raw: token.raw, tokens: [token] });
    from += token.raw.length;
  }
  return blocks;
}

const rawOf = (tokens: readonly Token[]) => tokens.map(({ raw }) => raw).join('');
