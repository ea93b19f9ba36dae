import { type AttemptStore, failureOf, type StoreFailure } from '#core/attempts/attempt-store.ts';
import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { Comparison, ComparisonOutput } from '#core/comparisons/comparison.ts';
import type { ComparisonKeeper } from '#core/comparisons/comparison-keeper.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';

/** A comparison as it comes out of storage or a link, with what it draws on. */
export interface OpenedComparison {
  status: 'opened';
  comparison: Comparison;
  outputs: readonly ComparisonOutput[];
  /** The exercise it is about, unless that is gone: its prompts and outputs are still worth looking at. */
  bundle?: ExerciseBundle;
  heldOutOpen: boolean;
}

/** Why a comparison cannot be shown; `problem` is what storage said. */
export type NotOpened = { status: 'failed'; reason: 'unknown' | 'unreachable' | 'storage'; problem?: StoreFailure };

interface Services {
  library: { load(id: string): Promise<ExerciseBundle> };
  attempts: Pick<AttemptStore, 'progress'>;
  comparisons: Pick<ComparisonStore, 'outputs' | 'addOutputs' | 'removeOutputs'>;
  keeper: Pick<ComparisonKeeper, 'restore' | 'takeLeft'>;
}

/** Opens a stored comparison. Outputs whose pane is no longer there are cleared away. */
export async function openStored(services: Services, id: string): Promise<OpenedComparison | NotOpened> {
  let comparison: Comparison | undefined;
  let stored: ComparisonOutput[];
  try {
    [comparison, stored] = await Promise.all([services.keeper.restore(id), services.comparisons.outputs(id)]);
  } catch (error) {
    return { status: 'failed', reason: 'storage', problem: failureOf(error) };
  }
  if (!comparison) return { status: 'failed', reason: 'unknown' };
  const outputs = await withLeft(services, id, stored);
  const panes = new Set(comparison.panes.map((variant) => variant.id));
  const orphans = new Set(outputs.map(({ variant }) => variant).filter((variant) => !panes.has(variant)));
  for (const variant of orphans) void services.comparisons.removeOutputs(id, variant).catch(() => {});
  return openShown(
    services,
    comparison,
    outputs.filter(({ variant }) => panes.has(variant)),
  );
}

/** Opens a comparison that is at hand already, from a link or from storage. */
export async function openShown(
  { library, attempts }: Pick<Services, 'library' | 'attempts'>,
  comparison: Comparison,
  outputs: readonly ComparisonOutput[],
): Promise<OpenedComparison | NotOpened> {
  const { subject } = comparison;
  const opened = { status: 'opened', comparison, outputs, heldOutOpen: false } as const;
  if (subject.kind !== 'exercise') return opened;
  try {
    const [bundle, progress] = await Promise.all([
      library.load(subject.exercise),
      attempts.progress(subject.exercise).catch(() => undefined),
    ]);
    return { ...opened, bundle, heldOutOpen: heldOutIsOpen(progress) };
  } catch (error) {
    const gone = error instanceof Error && error.name === 'UnknownExerciseError';
    return gone ? opened : { status: 'failed', reason: 'unreachable' };
  }
}

/** With what a page that went away in the middle of a run left, where the database has nothing newer. */
async function withLeft(
  { comparisons, keeper }: Services,
  id: string,
  outputs: ComparisonOutput[],
): Promise<ComparisonOutput[]> {
  const stored = new Map(outputs.map((output) => [output.id, output]));
  const left = keeper.takeLeft(id).filter(({ id: row, at }) => at >= (stored.get(row)?.at ?? 0));
  if (left.length === 0) return outputs;
  await comparisons.addOutputs(left).catch(() => {});
  for (const output of left) stored.set(output.id, output);
  return [...stored.values()];
}
