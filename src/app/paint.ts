import type { Theme } from '#core/settings/settings.ts';

/** Puts a theme on the page; `system` leaves it to the style sheet. */
export function paint(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
