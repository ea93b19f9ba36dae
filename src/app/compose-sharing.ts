import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import { linkPacker } from '#services/comparisons/link-packer.ts';
import type { ExerciseLibrary } from '#services/exercises/library.ts';
import { newId } from '#services/system/ids.ts';
import { Sharing } from '#state/sharing.ts';

interface Ground {
  attempts: AttemptStore;
  comparisons: ComparisonStore;
  library: ExerciseLibrary;
  now: () => number;
}

/** What goes out of a comparison and comes in by link. */
export function composeSharing(ground: Ground): Sharing {
  return new Sharing({ ...ground, packer: linkPacker, newId });
}
