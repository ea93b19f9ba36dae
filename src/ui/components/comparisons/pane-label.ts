import type { Variant } from '#core/comparisons/comparison.ts';

/** The letter of a pane by its place. */
export const paneLetter = (index: number) => String.fromCharCode(65 + index);

/** A pane as it is called on the page: by its letter, and its name where it has one. */
export function paneLabel(
  { name }: Pick<Variant, 'name'>,
  index: number,
  unnamed: (values: { letter: string }) => string,
): string {
  return name ? `${paneLetter(index)} · ${name}` : unnamed({ letter: paneLetter(index) });
}
