import type { ComparisonsExport } from '#core/comparisons/transfer.ts';
import type { Attempt, AttemptOutput, Draft, ExerciseProgress } from './attempt.ts';
import type { Sealed } from './seal.ts';

/** Attempts and all that belongs to them, as the file holds them. */
export interface AttemptsExport {
  attempts: Attempt[];
  outputs: Sealed<AttemptOutput>[];
  progress: ExerciseProgress[];
  drafts: Draft[];
}

/**
 * The one file in which all of a person's data goes out and comes back. Keys are never in it. Version 1 had no comparisons;
 * such files are still read.
 */
export interface ExportFile extends AttemptsExport, ComparisonsExport {
  app: 'candor';
  version: 2;
  exportedAt: number;
}
