import type { Attempt, AttemptOutput, Draft, ExerciseProgress } from './attempt.ts';

/**
 * An output in the file. Of a held-out case that is not open yet the text and all that tells of it lie in `sealed`
 * (see `seal.ts`): the file shows nothing that the page hides, and loses nothing.
 */
export interface ExportedOutput extends AttemptOutput {
  sealed?: string;
}

/** The one file in which all of a person's data goes out and comes back. Keys are never in it. */
export interface ExportFile {
  app: 'candor';
  version: 1;
  exportedAt: number;
  attempts: Attempt[];
  outputs: ExportedOutput[];
  progress: ExerciseProgress[];
  drafts: Draft[];
}
