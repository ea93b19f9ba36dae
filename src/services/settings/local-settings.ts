import { defaultSettings, readSettings, type Settings, type SettingsStore } from '#core/settings/settings.ts';

const key = 'candor.settings';

/** Settings in localStorage; without it they live as long as the page. */
export class LocalSettings implements SettingsStore {
  #storage: () => Storage;
  #window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  #fallback: Settings = defaultSettings;

  /** `storage` is a function because even touching a blocked `localStorage` throws. */
  constructor(
    storage: () => Storage = () => localStorage,
    page: Pick<Window, 'addEventListener' | 'removeEventListener'> = window,
  ) {
    this.#storage = storage;
    this.#window = page;
  }

  read(): Settings {
    try {
      const stored = this.#storage().getItem(key);
      return stored === null ? this.#fallback : readSettings(JSON.parse(stored));
    } catch {
      return this.#fallback;
    }
  }

  write(settings: Settings): boolean {
    this.#fallback = settings;
    try {
      this.#storage().setItem(key, JSON.stringify(settings));
      return true;
    } catch {
      return false;
    }
  }

  watch(changed: (settings: Settings) => void): () => void {
    const listener = (event: StorageEvent) => {
      if (event.key === key || event.key === null) changed(this.read());
    };
    this.#window.addEventListener('storage', listener);
    return () => this.#window.removeEventListener('storage', listener);
  }
}
