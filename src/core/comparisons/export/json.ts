import type { ExportFile } from '#core/attempts/export-file.ts';
import { exportedComparisons } from '../transfer.ts';
import type { ExportSource } from './source.ts';

/** One comparison or matrix as a file that the data page imports again: the format of the whole export, with this alone. */
export function toJson({ row, outputs, votes = [], heldOutOpen }: ExportSource, now: number): string {
  const { deletedAt: _, ...living } = row;
  const alone = 'panes' in living ? { comparisons: [living], matrices: [] } : { comparisons: [], matrices: [living] };
  const rows = exportedComparisons({ ...alone, comparisonOutputs: [...outputs], votes: [...votes] }, () => heldOutOpen);
  const file: ExportFile = {
    app: 'candor',
    version: 2,
    exportedAt: now,
    attempts: [],
    outputs: [],
    progress: [],
    drafts: [],
    ...rows,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
