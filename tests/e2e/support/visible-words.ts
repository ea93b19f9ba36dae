import type { Page } from '@playwright/test';

/**
 * The words that the interface itself says: visible text and the names that screen readers hear, one entry for each
 * piece. Left out is what is nobody's translation: the prompt, the answers with what is quoted from them, the data of the
 * cases, and what was announced a while ago.
 */
export function visibleWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foreign =
      '.cm-editor, article .text, q, article .notes .visually-hidden, dd[lang], [aria-live=polite].visually-hidden, [lang]:not(html), script, style, noscript';
    const words = new Set<string>();
    const take = (text: string | null) => {
      const squashed = (text ?? '').replace(/\s+/g, ' ').trim();
      if (/\p{L}{3}/u.test(squashed)) words.add(squashed);
    };
    take(document.title);
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(foreign) || !element.checkVisibility()) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) take(element.getAttribute(name));
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) take(node.textContent);
    }
    return [...words];
  });
}
