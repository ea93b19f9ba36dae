import * as v from 'valibot';
import { languages } from '#core/language/language.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a person chose for this device. What they never chose is left out, so that a better default can come later. */
const SettingsSchema = v.object({
  version: v.literal(1),
  language: v.fallback(v.optional(v.picklist(languages)), undefined),
  theme: v.fallback(v.optional(v.picklist(themes), 'system'), 'system'),
  /** Shares of the columns of a layout, by its name; each adds up to about 100. */
  layouts: v.fallback(
    v.optional(v.record(v.string(), v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100)))), {}),
    {},
  ),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const defaultSettings: Settings = { version: 1, theme: 'system', layouts: {} };

/** Brings stored settings up to this version; what cannot be read falls back by itself, and takes nothing else with it. */
export function readSettings(stored: unknown): Settings {
  const parsed = v.safeParse(SettingsSchema, stored);
  return parsed.success ? parsed.output : defaultSettings;
}

/** The port for settings. */
export interface SettingsStore {
  read(): Settings;
  /** False when the browser does not keep it; it then holds until the page is closed. */
  write(settings: Settings): boolean;
  /** Hears of changes in other tabs. */
  watch(changed: (settings: Settings) => void): () => void;
}
