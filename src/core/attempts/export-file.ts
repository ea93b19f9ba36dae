import type { Attempt, AttemptOutput, Draft, ExerciseProgress } from './attempt.ts';

/** The one file in which all of a person's data goes out and comes back. Keys are never in it. */
export interface ExportFile {
  app: 'candor';
  version: 1;
  exportedAt: number;
  attempts: Attempt[];
  outputs: AttemptOutput[];
  progress: ExerciseProgress[];
  drafts: Draft[];
}
