import * as v from 'valibot';
import { skills } from '#core/exercises/vocabulary.ts';
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
  /** Lessons read to their end. */
  lessonsRead: v.fallback(v.optional(v.array(v.picklist(skills)), []), []),
  /** The path that was begun last, by its id. */
  path: v.fallback(v.optional(v.string()), undefined),
  /** The model that prompts run on unless another is chosen, and what it is called; absent: a simulated one. */
  model: v.fallback(
    v.optional(
      v.object({
        id: v.string(),
        name: v.exactOptional(v.object({ model: v.string(), connection: v.string() })),
        host: v.exactOptional(v.string()),
      }),
    ),
    undefined,
  ),
  /** Minutes without anybody there, after which kept keys are locked again. */
  lockAfterInMinutes: v.fallback(v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(1_440))), undefined),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export type ModelPick = NonNullable<Settings['model']>;

export const defaultSettings: Settings = { version: 1, theme: 'system', layouts: {}, lessonsRead: [] };

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
