import type { Page } from '@playwright/test';

/** From the next load on: remembers the workers that the page starts. */
export async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const started = new Set<Worker>();
    const Original = Worker;
    class Remembered extends Original {
      constructor(...how: ConstructorParameters<typeof Worker>) {
        super(...how);
        started.add(this);
      }
    }
    Object.assign(window, { Worker: Remembered, startedWorkers: started });
  });
}

/** Ends the workers of the page in the middle of what they do, without a word, as a browser does that is short of memory. */
export async function killWorkers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { startedWorkers } = window as unknown as { startedWorkers: Set<Worker> };
    for (const worker of startedWorkers) worker.terminate();
    startedWorkers.clear();
  });
}
