import { marked } from './marked.ts';
import { asTyped } from './render-tokens.ts';
import { sanitise } from './sanitise.ts';
import { trusted } from './trusted-markup.ts';

/** Markdown to HTML that is safe to put into the page, whoever wrote it. */
export function renderMarkdown(source: string): string {
  try {
    return sanitise(marked.parse(source, { async: false }));
  } catch {
    // Nested beyond what the parser's stack holds: shown as it was typed.
    return asTyped(source);
  }
}

/** The same, in the form in which a page under trusted types takes it. */
export const trustedMarkdown = (source: string): string => trusted(renderMarkdown(source));
