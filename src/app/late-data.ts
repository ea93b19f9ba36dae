import type { Data } from '#state/data.ts';

let arrived: typeof Data | undefined;

/** Fetches what hands a person's data out and takes it in; the router waits for it before it shows the settings. */
export async function loadData(): Promise<void> {
  arrived ??= (await import('#state/data.ts')).Data;
}

/** What builds it, once the settings are shown. */
export function lateData(): typeof Data {
  if (!arrived) throw new Error('asked for by a page that came without it');
  return arrived;
}
