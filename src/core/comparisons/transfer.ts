import { seal, unseal, type Sealed } from '#core/attempts/seal.ts';
import type { Comparison, ComparisonOutput, Matrix, Vote } from './comparison.ts';
import { rowsOf } from './matrix/grid.ts';

/** Comparisons and all that belongs to them, as the file of a person's data holds them. */
export interface ComparisonsExport {
  comparisons: Comparison[];
  matrices: Matrix[];
  /** Of a held-out case that is not open, sealed as the outputs of attempts are. */
  comparisonOutputs: Sealed<ComparisonOutput>[];
  votes: Vote[];
}

export interface StoredComparisons extends ComparisonsExport {
  comparisonOutputs: ComparisonOutput[];
}

/** What of the stored rows goes into the file: everything living. `isOpen`: the exercise's held-out cases may be seen. */
export function exportedComparisons(
  { comparisons, matrices, comparisonOutputs, votes }: StoredComparisons,
  isOpen: (exercise: string) => boolean,
): ComparisonsExport {
  const living = <Row extends Comparison | Matrix>(rows: Row[]) => rows.filter((row) => row.deletedAt === undefined);
  const kept = { comparisons: living(comparisons), matrices: living(matrices) };
  const owners = new Map([...kept.comparisons, ...kept.matrices].map(({ id, subject }) => [id, subject]));
  return {
    ...kept,
    comparisonOutputs: comparisonOutputs.flatMap((output) => {
      const subject = owners.get(output.owner);
      return subject ? [seal(output, subject.kind === 'exercise' && isOpen(subject.exercise))] : [];
    }),
    votes,
  };
}

/** An imported comparison or matrix with its outputs. */
export interface Imported<Row extends Comparison | Matrix> {
  row: Row;
  outputs: ComparisonOutput[];
}

/** Each comparison and matrix of a file with its outputs; outputs that belong to none of them are dropped. */
export function importedComparisons(file: ComparisonsExport): {
  comparisons: Imported<Comparison>[];
  matrices: Imported<Matrix>[];
} {
  const byOwner = new Map<string, ComparisonOutput[]>();
  for (const exported of file.comparisonOutputs) {
    const output = unseal(exported);
    if (!output) continue;
    const known = byOwner.get(output.owner);
    if (known) known.push(output);
    else byOwner.set(output.owner, [output]);
  }
  const withOutputs = <Row extends Comparison | Matrix>(row: Row) => ({ row, outputs: byOwner.get(row.id) ?? [] });
  return { comparisons: file.comparisons.map(withOutputs), matrices: file.matrices.map(withOutputs) };
}

/** What an import changes of one comparison or matrix. */
export interface Merged<Row extends Comparison | Matrix> {
  decision: 'add' | 'update' | 'keep';
  /** The row that stands afterwards. */
  row: Row;
  /** Outputs to write, and ids of those to remove. */
  put: ComparisonOutput[];
  remove: string[];
}

/**
 * The row that was changed last wins; equal ones stay as they are. Of each output the one that ended last stands, as long
 * as its pane is still there.
 */
export function mergeComparison<Row extends Comparison | Matrix>(
  stored: { row: Row; outputs: ComparisonOutput[] } | undefined,
  imported: Imported<Row>,
): Merged<Row> {
  const decision = !stored ? 'add' : changedAt(imported.row) > changedAt(stored.row) ? 'update' : 'keep';
  const row = stored && decision === 'keep' ? stored.row : imported.row;
  const variants = variantsOf(row);
  const there = new Map(stored?.outputs.map(({ id, at }) => [id, at]));
  return {
    decision,
    row,
    put: imported.outputs.filter(({ id, variant, at }) => variants.has(variant) && at > (there.get(id) ?? -1)),
    remove: (stored?.outputs ?? []).filter(({ variant }) => !variants.has(variant)).map(({ id }) => id),
  };
}

function changedAt({ updatedAt, deletedAt = 0 }: Comparison | Matrix): number {
  return Math.max(updatedAt, deletedAt);
}

function variantsOf(row: Comparison | Matrix): Set<string> {
  if ('panes' in row) return new Set(row.panes.map(({ id }) => id));
  return new Set(rowsOf(row).map(({ id }) => id));
}
