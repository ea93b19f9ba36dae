import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds wrong with the page as it stands, one line each, with the place. */
export async function faultsOf(page: Page): Promise<string[]> {
  return read(new AxeBuilder({ page }).withTags(everything));
}

/** What it finds wrong with the colours: all that another theme can change. */
export async function contrastFaultsOf(page: Page): Promise<string[]> {
  return read(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
}

async function read(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
