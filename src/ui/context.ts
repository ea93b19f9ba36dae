import { createContext } from 'svelte';
import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { CatalogueEntry, ExerciseBundle } from '#core/exercises/exercise.ts';

/** Where pages get exercises from. */
export interface Library {
  catalogue(): Promise<CatalogueEntry[]>;
  load(id: string): Promise<ExerciseBundle>;
}

/** What `app/compose.ts` built and pages may ask for; a test hands in its own. */
export interface Candor {
  library: Library;
  attempts: AttemptStore;
}

/** `useCandor()` in a page; `provideCandor()` in App and in tests. */
export const [useCandor, provideCandor] = createContext<Candor>();
