import { Lexer, type Token } from 'marked';
import { marked } from './marked.ts';
import { renderTokens } from './render-tokens.ts';

/** A table shorter than this is rendered again like any other block. */
const longTable = 1500;

/** A long table that is still open: each row is rendered once, when its line is whole. */
export class OpenTable {
  #head: string;
  #body: HTMLTableSectionElement;
  #seen: number;

  /** `nodes` are what the table was rendered to so far. */
  static begin(tokens: readonly Token[], raw: string, nodes: readonly Node[]): OpenTable | undefined {
    if (raw.length < longTable || tokens[0]?.type !== 'table') return undefined;
    const element = nodes.find((node) => node instanceof HTMLTableElement);
    const body = element?.tBodies[0];
    const headEnd = raw.indexOf('\n', raw.indexOf('\n') + 1) + 1;
    const lastLine = raw.lastIndexOf('\n') + 1;
    if (!body || headEnd === 0) return undefined;
    // The line that is not whole yet was shown as a row; it comes again.
    if (lastLine < raw.length) body.lastElementChild?.remove();
    return new OpenTable(raw.slice(0, headEnd), body, Math.max(lastLine, headEnd));
  }

  private constructor(head: string, body: HTMLTableSectionElement, seen: number) {
    this.#head = head;
    this.#body = body;
    this.#seen = seen;
  }

  /** Takes the text of the table as it is now. False when something else has begun. */
  grow(raw: string): boolean {
    const end = raw.lastIndexOf('\n') + 1;
    if (end <= this.#seen) return true;
    const source = this.#head + raw.slice(this.#seen, end);
    const lexer = new Lexer(marked.defaults);
    const tokens = lexer.lex(source);
    const [table] = tokens;
    const rows = raw.slice(this.#seen, end).split('\n').length - 1;
    if (table?.type !== 'table' || tokens.length > 1 || (table['rows'] as unknown[]).length !== rows) return false;
    if (raw.slice(this.#seen, end).includes('\n\n')) return false;
    for (const node of renderTokens(tokens, source)) {
      if (node instanceof Element) this.#body.append(...node.querySelectorAll('tbody > tr'));
    }
    this.#seen = end;
    return true;
  }
}
