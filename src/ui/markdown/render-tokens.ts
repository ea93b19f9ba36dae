import { Parser, type Token } from 'marked';
import { escape, marked } from './marked.ts';
import { sanitisedNodes } from './sanitise.ts';

/** Tokens as they stand in the page, sanitised. `raw` is what they were read from. */
export function renderTokens(tokens: Token[], raw: string): ChildNode[] {
  let html: string;
  try {
    html = tokens[0]?.type === 'typed' ? asTyped(raw) : Parser.parse(tokens, marked.defaults);
  } catch {
    html = asTyped(raw); // nested beyond what the stack holds
  }
  return sanitisedNodes(html);
}

/** A text as it was typed. */
export const asTyped = (raw: string): string => `<pre>${escape(raw)}</pre>`;
