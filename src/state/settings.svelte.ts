import type { Language } from '#core/language/language.ts';
import type { Settings as StoredSettings, SettingsStore, Theme } from '#core/settings/settings.ts';

interface SettingsServices {
  store: SettingsStore;
  /** Make a choice take effect on the page. */
  speak: (language: Language) => void;
  paint: (theme: Theme) => void;
}

/** What the person chose for this device; other tabs follow. */
export class Settings {
  #services: SettingsServices;
  #stored = $state.raw<StoredSettings>({ version: 1, theme: 'system', layouts: {} });

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

  #write(settings: StoredSettings): void {
    this.#stored = settings;
    this.#services.store.write(settings);
  }
}
