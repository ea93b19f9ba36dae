import type { Page } from '@playwright/test';
import type { Comparison, ComparisonOutput } from '#core/comparisons/comparison.ts';
import { databaseName } from '#services/attempts/database.ts';

/** A pane with the answer that it once drew. */
export interface StoredPane {
  prompt: string;
  output: string;
}

/** Lays a comparison with finished answers into the browser's database, as an earlier visit left it; returns its id. */
export async function storeComparison(page: Page, panes: readonly StoredPane[]): Promise<string> {
  const id = 'stored-comparison';
  const comparison: Comparison = {
    id,
    title: 'Stored answers',
    createdAt: 1,
    updatedAt: 1,
    subject: { kind: 'scratch', cases: [{ id: 'case-1', values: {} }] },
    case: 'case-1',
    panes: panes.map(({ prompt }, index) => ({
      id: `pane-${index}`,
      prompt: { system: '', turns: [], user: prompt, parameters: {} },
      model: { id: 'simulated-medium', seed: 0 },
    })),
    linked: { prompt: false, parameters: true, model: true },
    samples: 1,
  };
  const outputs = panes.map(({ output }, index): ComparisonOutput => ({
    id: `${id}/pane-${index}/case-1/0`,
    owner: id,
    variant: `pane-${index}`,
    case: 'case-1',
    sample: 0,
    fingerprint: 'earlier',
    at: 1,
    status: 'whole',
    text: output,
    finishReason: 'stop',
    results: [],
  }));
  // The tables are there once a page that reads them has been open.
  await page.goto('./#/compare/none');
  await page.getByText('This comparison is not here.').waitFor();
  await page.evaluate(
    ([name, rows]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction(Object.keys(rows), 'readwrite');
          for (const [table, all] of Object.entries(rows)) for (const row of all) writing.objectStore(table).put(row);
          writing.onerror = () => reject(writing.error ?? new Error('not written'));
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    [databaseName, { comparisons: [comparison], comparisonOutputs: outputs } as Record<string, object[]>] as const,
  );
  return id;
}
