import type { composeHeavy } from './compose-heavy.ts';

let arrived: typeof composeHeavy | undefined;

/** Fetches what every page but the catalogue stands on; the router waits for it before it shows such a page. */
export async function loadHeavy(): Promise<void> {
  arrived ??= (await import('./compose-heavy.ts')).composeHeavy;
}

/** What builds it, once a page is shown that needs it. */
export function heavy(): typeof composeHeavy {
  if (!arrived) throw new Error('asked for by a page that came without it');
  return arrived;
}
