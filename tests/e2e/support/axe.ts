import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** What axe-core finds wrong with the page as it stands, one line each, with the place. */
export async function faultsOf(page: Page): Promise<string[]> {
  return read(page, everything);
}

/** What it finds wrong with the colours: all that another theme can change. */
export async function contrastFaultsOf(page: Page): Promise<string[]> {
  return read(page, colours);
}

/**
 * Runs in the page itself, where it stays until the page is left: our pages have no frames, and what is sent anew and
 * put together in a page of its own for every look takes longer than the look. Of what passes, nothing is written down.
 */
async function read(page: Page, options: RunOptions): Promise<string[]> {
  expectNoFrames(page);
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
    // Nobody says a figure to choose the cell of a grid: it is content, and the name of its cell says it in words.
    await page.evaluate(
      (rule) => (window as unknown as { axe: typeof import('axe-core') }).axe.configure({ rules: [rule] }),
      { id: 'label-content-name-mismatch', selector: ':not([role=gridcell])' },
    );
  }
  return page.evaluate(
    async (asked) => {
      // A colour on its way from one theme to the other is no colour that anybody reads.
      const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await painted();
      // What inherits a colour sets out when the other has arrived, so there may be more than one round.
      for (let still = 0; still < 2; still++) {
        await painted();
        const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
        if (moving.length > 0) still = -1;
        await Promise.allSettled(moving.map(({ finished }) => finished));
      }
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, asked);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
      );
    },
    { ...options, resultTypes: ['violations'], iframes: false, preload: false } satisfies RunOptions,
  );
}

function expectNoFrames(page: Page): void {
  if (page.frames().length > 1) throw new Error('axe looks at the page alone, and this one has frames.');
}
