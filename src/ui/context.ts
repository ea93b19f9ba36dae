import { createContext } from 'svelte';
import type { Attempt } from '#core/attempts/attempt.ts';
import type { StoreError } from '#core/attempts/attempt-store.ts';
import type { CatalogueItem } from '#core/exercises/browse.ts';
import type { PracticeServices } from '#state/practice.svelte.ts';

/** The exercises and where the learner stands with each. */
export interface Catalogue {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly items: readonly CatalogueItem[];
  /** Why progress is not known; the exercises are there all the same. */
  readonly error: StoreError | undefined;
  /** The newest attempt at any exercise. */
  readonly last: Attempt | undefined;
}

/** What `app/compose.ts` built and pages may ask for; a test hands in its own. */
export interface Candor {
  readonly catalogue: Catalogue;
  /** What `new Practice(candor.practice, id, language)` needs. */
  readonly practice: PracticeServices;
}

/** `useCandor()` in a page; `provideCandor()` in App and in tests. */
export const [useCandor, provideCandor] = createContext<Candor>();
