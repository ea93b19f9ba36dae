import { expect, test, vi } from 'vitest';
import { defaultSettings } from '#core/settings/settings.ts';
import { LocalSettings } from './local-settings.ts';

function setup(stored?: string) {
  const rows = new Map(stored === undefined ? [] : [['candor.settings', stored]]);
  const storage = {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
  } as unknown as Storage;
  const page = new EventTarget() as unknown as Window;
  return { rows, page, settings: new LocalSettings(() => storage, page) };
}

test('keeps what was chosen', () => {
  const { settings } = setup();
  expect(settings.read()).toEqual(defaultSettings);
  expect(settings.write({ ...defaultSettings, theme: 'dark', language: 'fr' })).toBe(true);
  expect(settings.read()).toEqual({ version: 1, theme: 'dark', language: 'fr', layouts: {}, lessonsRead: [] });
});

test.each(['not json', '7', '{"version":9}'])('what cannot be read at all falls back: %s', (stored) => {
  expect(setup(stored).settings.read()).toEqual(defaultSettings);
});

test('one broken choice takes no other with it', () => {
  const { settings } = setup('{"version":1,"theme":"purple","language":"fr","layouts":{"desk":[30,200]}}');
  expect(settings.read()).toEqual({ version: 1, theme: 'system', language: 'fr', layouts: {}, lessonsRead: [] });
});

test('where storage is blocked, choices hold until the page is closed', () => {
  const page = new EventTarget() as unknown as Window;
  const settings = new LocalSettings(() => {
    throw new DOMException('denied', 'SecurityError');
  }, page);
  expect(settings.write({ ...defaultSettings, theme: 'light' })).toBe(false);
  expect(settings.read().theme).toBe('light');
});

test('hears of changes in other tabs, until told to stop', () => {
  const { settings, page, rows } = setup();
  const changed = vi.fn();
  const stop = settings.watch(changed);
  rows.set('candor.settings', '{"version":1,"theme":"dark"}');
  const event = Object.assign(new Event('storage'), { key: 'candor.settings' });
  page.dispatchEvent(event);
  expect(changed).toHaveBeenCalledWith({ version: 1, theme: 'dark', layouts: {}, lessonsRead: [] });
  stop();
  page.dispatchEvent(event);
  expect(changed).toHaveBeenCalledOnce();
});
