import { fold } from '#core/language/normalise.ts';
import { bySize } from './sizes.ts';
import type { Weakness } from './weakness.ts';

/** What stands in the middle of long data is overlooked. */
export const position: Weakness = {
  id: 'position',
  source: 'Liu 2023, arXiv 2307.03172, Lost in the Middle: 20 points less for the middle than for the ends',
  chance: bySize(0.35, 0.2, 0.08),
};

/** Shorter data have no middle to get lost in. */
export const longFrom = 8000;

/** Long data without their middle; shorter data as they are. */
export function endsOf(text: string): string {
  if (text.length < longFrom) return text;
  return `${text.slice(0, Math.floor(text.length * 0.3))}\n${text.slice(Math.ceil(text.length * 0.7))}`;
}

/** Tells of a passage whether it stands in the middle of long data, and nowhere else in them; where no data are long, nothing. */
export function middleOf(texts: readonly string[]): ((passage: string) => boolean) | undefined {
  const long = texts
    .filter((text) => text.length >= longFrom)
    .map((text) => ({ whole: fold(text), ends: fold(endsOf(text)) }));
  if (long.length === 0) return undefined;
  return (passage) => {
    const wanted = fold(passage);
    return long.some(({ whole, ends }) => whole.includes(wanted) && !ends.includes(wanted));
  };
}
