import type { Skill } from '#core/exercises/vocabulary.ts';
import type { Language } from '#core/language/language.ts';
import {
  defaultSettings,
  type ModelPick,
  type Settings as StoredSettings,
  type SettingsStore,
  type Theme,
} from '#core/settings/settings.ts';

interface SettingsServices {
  store: SettingsStore;
  /** Make a choice take effect on the page. */
  speak: (language: Language) => void;
  paint: (theme: Theme) => void;
}

const usualLockAfterInMinutes = 15;

/** What the person chose for this device; other tabs follow. */
export class Settings {
  #services: SettingsServices;
  #stored = $state.raw<StoredSettings>(defaultSettings);

  constructor(services: SettingsServices) {
    this.#services = services;
    this.#stored = services.store.read();
    services.paint(this.#stored.theme);
    services.store.watch((settings) => {
      this.#stored = settings;
      services.paint(settings.theme);
      if (settings.language) services.speak(settings.language);
    });
  }

  /** Absent when the person never chose: the browser's own languages then decide. */
  get language(): Language | undefined {
    return this.#stored.language;
  }

  get theme(): Theme {
    return this.#stored.theme;
  }

  chooseTheme(theme: Theme): void {
    this.#write({ ...this.#stored, theme });
    this.#services.paint(theme);
  }

  chooseLanguage(language: Language): void {
    this.#write({ ...this.#stored, language });
    this.#services.speak(language);
  }

  /** The shares of a layout's columns, if the person ever moved them. */
  layout(name: string): readonly number[] | undefined {
    return this.#stored.layouts[name];
  }

  keepLayout(name: string, shares: readonly number[]): void {
    this.#write({ ...this.#stored, layouts: { ...this.#stored.layouts, [name]: [...shares] } });
  }

  get lessonsRead(): readonly Skill[] {
    return this.#stored.lessonsRead;
  }

  readLesson(skill: Skill): void {
    if (this.#stored.lessonsRead.includes(skill)) return;
    this.#write({ ...this.#stored, lessonsRead: [...this.#stored.lessonsRead, skill] });
  }

  /** The path that was begun last; absent when none was. */
  get path(): string | undefined {
    return this.#stored.path;
  }

  followPath(path: string): void {
    if (path !== this.#stored.path) this.#write({ ...this.#stored, path });
  }

  /** The model chosen last; absent when the person never chose. */
  get model(): ModelPick | undefined {
    return this.#stored.model;
  }

  chooseModel(model: ModelPick | undefined): void {
    const { model: _, ...rest } = this.#stored;
    this.#write(model ? { ...rest, model } : rest);
  }

  /** Minutes after which kept keys are locked again. */
  get lockAfterInMinutes(): number {
    return this.#stored.lockAfterInMinutes ?? usualLockAfterInMinutes;
  }

  lockAfter(minutes: number): void {
    this.#write({ ...this.#stored, lockAfterInMinutes: minutes });
  }

  #write(settings: StoredSettings): void {
    this.#stored = settings;
    this.#services.store.write(settings);
  }
}
