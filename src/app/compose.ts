import { preferredLanguage, speak } from '#i18n/i18n.ts';
import type { Candor } from '#ui/context.ts';
import { standIn } from './stand-in.svelte.ts';

/** The one place that builds and wires. */
export async function compose(): Promise<Candor> {
  await speak(preferredLanguage());
  return standIn();
}
