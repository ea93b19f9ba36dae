import type { Page } from '@playwright/test';
import { squash } from './exercise-files.ts';

/**
 * Keeps every text and attribute that ever stands in the document, however briefly, from the next load on: "never in the
 * page" is more than "not there now".
 */
export async function recordEverShown(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shown = new Set<string>();
    Object.assign(window, { everShown: shown });
    const take = (node: Node) => {
      if (node instanceof CharacterData) shown.add(node.data);
      if (node instanceof Element) for (const { value } of node.attributes) shown.add(value);
      node.childNodes.forEach(take);
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes, attributeName } of changes) {
        if (type === 'childList') addedNodes.forEach(take);
        else if (type === 'characterData') take(target);
        else shown.add((target as Element).getAttribute(attributeName ?? '') ?? '');
      }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** Which of these lines have stood in the page since it was loaded, in whole or cut into pieces by marks. */
export async function everShown(page: Page, lines: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => [
    ...(window as unknown as { everShown: Set<string> }).everShown,
    document.documentElement.textContent ?? '',
    ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
  ]);
  const all = texts.map(squash).join('\n');
  return lines.filter((line) => all.includes(line));
}
