import type { Reading } from '../reading/reading.ts';
import { bySize } from './sizes.ts';
import { isOurs } from './traits.ts';
import type { Weakness } from './weakness.ts';

/** What the person says they think themselves is agreed with. */
export const agreement: Weakness = {
  id: 'agreement',
  source: 'Sharma 2023, arXiv 2310.13548: five assistants follow the opinion that the user states',
  chance: bySize(0.5, 0.35, 0.2),
};

const opinion =
  /(?:\b(?:i (?:really |still |do )?(?:think|believe|guess|feel|suspect|would say|am (?:pretty |quite )?sure)|i'd say|i’d say|in my (?:opinion|view)|if you ask me)\b|(?<!\p{L})(?:je (?:pense|crois|dirais|parie|suis (?:presque )?s[ûu]re?)|à mon avis|selon moi|pour moi)(?!\p{L}))/iu;

/** The words in which the person says what they think of the matter; empty when they keep it to themselves. */
export function opinionIn(reading: Reading): string {
  return reading.clauses
    .filter((clause) => isOurs(clause))
    .flatMap(({ text }) => {
      const at = opinion.exec(text);
      return at ? [text.slice(at.index + at[0].length)] : [];
    })
    .join('\n');
}
