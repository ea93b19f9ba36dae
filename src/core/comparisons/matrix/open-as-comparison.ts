import { hash } from '#core/chance/chance.ts';
import { fewestPanes, mostPanes, type Comparison, type ComparisonOutput, type Matrix } from '../comparison.ts';
import { isWhole, type GridRow } from './grid.ts';

/** Cells of the grid as panes: the same rows of the same matrix always make the same comparison. */
export function comparisonOfCells(
  matrix: Matrix,
  rows: readonly GridRow[],
  caseId: string,
  now: number,
): Comparison | undefined {
  if (rows.length < fewestPanes || rows.length > mostPanes) return undefined;
  const variants = rows.map(({ variant }) => variant);
  return {
    id: `${matrix.id}-${hash(JSON.stringify(variants)).toString(36)}`,
    title: matrix.title,
    createdAt: now,
    updatedAt: now,
    subject: matrix.subject,
    case: caseId,
    panes: variants,
    linked: {
      prompt: new Set(rows.map(({ prompt }) => prompt.id)).size === 1,
      parameters: false,
      model: new Set(rows.map(({ model }) => model.id)).size === 1,
    },
    samples: matrix.samples,
  };
}

/** What the matrix has drawn for these panes, under the comparison's own ids. */
export function outputsForComparison(comparison: Comparison, outputs: Iterable<ComparisonOutput>): ComparisonOutput[] {
  const panes = new Set(comparison.panes.map(({ id }) => id));
  const taken: ComparisonOutput[] = [];
  for (const output of outputs) {
    if (!panes.has(output.variant) || !isWhole(output)) continue;
    const { variant, case: caseId, sample } = output;
    taken.push({ ...output, owner: comparison.id, id: `${comparison.id}/${variant}/${caseId}/${sample}` });
  }
  return taken;
}
